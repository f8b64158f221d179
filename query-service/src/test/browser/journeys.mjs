// People go their ways through a running house in a real browser: `node journeys.mjs <browser.json> <pages> <clock> <screens>`.
// The clock is asked with ?to=2025-03-01 and answers once the house has done all that is due by then. Ends with 1 at the first step
// that does not go as told, with 2 where a page breaks a rule of WCAG 2.2 AA, overflows, lacks words or complains on the console.
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [how, pages, clock, screens] = [JSON.parse(readFileSync(process.argv[2])), ...process.argv.slice(3)];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const faults = [];
mkdirSync(screens, { recursive: true });

const browser = await chromium.launch({
  executablePath: how.executable, args: ['--no-sandbox', '--disable-gpu'], env: { ...process.env, LD_LIBRARY_PATH: how.libraries },
});
const signedIn = new Map();

const say = (words) => console.log(`${new Date().toISOString().slice(11, 19)} ${words}`);
const must = (holds, words) => { if (!holds) throw new Error(words); };
const LOCALE = { en: 'en', zh: 'zh-CN' };

/** The rooms of a browser in which somebody is signed in by a click on a name, or signed out. */
const room = async (person, more) => {
  if (person && !signedIn.has(person)) {
    const context = await browser.newContext({ locale: 'en' });
    const page = await context.newPage();
    await page.goto(`${pages}/sign-in`);
    await page.locator(`button[value="${person}"]`).click();
    await page.waitForURL(`${pages}/**`);
    signedIn.set(person, await context.storageState());
    await context.close();
  }
  return browser.newContext({ storageState: person && signedIn.get(person), viewport: { width: 1280, height: 900 }, ...more });
};

/** What a page complains about on the console is a fault. */
const opened = async (context) => {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => { if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(`${page.url()} ${message.text()}`); });
  page.on('pageerror', (error) => faults.push(`${page.url()} ${error}`));
  return page;
};

/** The page of somebody in a language, the same one whenever it is asked for. */
const known = new Map();
const as = async (person, lang = 'en') => {
  const key = `${person} ${lang}`;
  if (!known.has(key)) known.set(key, await opened(await room(person, { locale: LOCALE[lang] })));
  return known.get(key);
};

const until = async (day) => {
  const answer = await fetch(`${clock}?to=${day}`);
  must(answer.ok, `the clock does not come to ${day}`);
};

/** Moves by the keyboard alone to something. */
const tabTo = async (page, target) => {
  for (let i = 0; i < 200; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no key leads to ${target}`);
};

/** Two ways to fill in and send: by keys alone, and by hand. */
const keys = {
  press: async (page, target) => { await tabTo(page, target); await page.keyboard.press('Enter'); },
  write: async (page, id, text) => {
    await tabTo(page, page.locator(`#${id}`));
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  },
  tick: async (page, form, value) => {
    await tabTo(page, page.locator(`#${form} input[type=checkbox][value="${value}"]`));
    await page.keyboard.press('Space');
  },
  choose: async (page, id, value) => {
    const select = page.locator(`#${id}`);
    await tabTo(page, select);
    for (let i = 0; i < 30 && await select.inputValue() !== value; i++) await page.keyboard.press('ArrowDown');
    must(await select.inputValue() === value, `${id} has no ${value}`);
  },
};
const hand = {
  press: (page, target) => target.click(),
  write: (page, id, text) => page.locator(`#${id}`).fill(text),
  tick: (page, form, value) => page.locator(`#${form} input[type=checkbox][value="${value}"]`).check(),
  choose: (page, id, value) => page.locator(`#${id}`).selectOption(value),
};

/** Fills in a command's form and sends it; the page says that it is recorded. */
const give = async (page, form, fill = async () => {}, by = keys) => {
  for (let look = 0; look < 40 && !await page.locator(`#${form}`).count(); look++) { // an alarm may have to ring first
    await page.waitForTimeout(500);
    await page.reload();
  }
  const fold = page.locator('details', { has: page.locator(`#${form}`) });
  if (await fold.count() && !await fold.evaluate((details) => details.open)) await by.press(page, fold.locator('> summary'));
  await fill(by);
  await by.press(page, page.locator(`#${form} button[data-once]`));
  await page.locator('#receipt').waitFor();
  say(`  ${await page.locator('.govuk-notification-banner__heading').innerText()}`);
};
const open = async (page, id, by = keys) => {
  await page.goto(`${pages}/cases/${id}`);
  const declared = page.locator('button[value=none]');
  if (await declared.count()) {
    await by.press(page, declared);
    await page.locator('#timeline').waitFor();
  }
};
const text = (page) => page.locator('main').innerText();

/** A case that is followed in English without a mouse, and one beside it in Chinese. */
const CASE = 'r2025.b001';
const WAYS = [[CASE, 'en', keys], ['r2025.b002', 'zh', hand]];
const both = async (person, step) => {
  for (const [id, lang, by] of WAYS) {
    const page = await as(person, lang);
    await open(page, id, by);
    await step(page, id, by, lang);
  }
};

/** A desk accepts and reviews many cases at once, each time trying it first; the office lets assessors be proposed and commits. */
const fromManyCasesToPanels = async () => {
  say('many cases are accepted and reviewed at once');
  const desk = await as('desk');
  for (const [step, finding] of [['AcceptApplication', null], ['CompleteDeskReview', 'Complete and consistent.']]) {
    await desk.goto(`${pages}/worklist?step=${step}`);
    if (!finding) await desk.locator('#work input[type=checkbox][value="r2025.b002"]').uncheck();
    await desk.locator('#bulk button').click();
    if (finding) {
      await desk.locator(`#${step}-findings`).fill(finding);
      await desk.locator('#try button').click();
    }
    await desk.locator('#results').waitFor();
    must((await text(desk)).includes('Nothing is recorded yet'), 'it is tried first');
    await desk.screenshot({ path: join(screens, `bulk.desk.${step}.en.1280.png`), fullPage: true });
    await desk.locator('#record button').click();
    await desk.locator('#receipt').waitFor();
    must(/Recorded for 5 of 5/.test(await text(desk)), 'it is recorded for all that were ticked');
  }
  say('assessors are proposed and assigned');
  const office = await as('office');
  await office.goto(`${pages}/rounds/r2025x`);
  await office.locator('#assign').click();
  await office.locator('#whole').waitFor();
  must((await office.locator('#whole').innerText()).includes('leads to each other'), 'the panels are connected');
  await lookAt(await opened(await room('office')), 'office', '/rounds/r2025x/assignment?size=3');
  await office.goto(`${pages}/rounds/r2025x/assignment`);
  await office.locator('#commit button').click();
  await office.locator('#receipt').waitFor();
};

/** Two cases go from their acceptance to their star, each step by whoever takes it: one in English without a mouse, one in Chinese. */
const fromApplicationToStar = async () => {
  say('a branch applies');
  const secretary = await as('secretary');
  await secretary.goto(`${pages}/rounds/r2025`);
  await keys.press(secretary, secretary.locator('#apply a'));
  await give(secretary, 'StartApplication');
  await give(secretary, 'RecordSelfAssessment', async () => {
    await keys.write(secretary, 'RecordSelfAssessment-mark-appraisal', '92');
    await keys.write(secretary, 'RecordSelfAssessment-statement', 'All is in place.');
  });
  await give(secretary, 'SubmitApplication');

  say('it is accepted and looked at');
  const desk = await as('desk');
  await desk.goto(`${pages}/worklist`);
  await keys.press(desk, desk.locator(`#work a[href="/cases/${CASE}"]`).first());
  await desk.waitForURL(`**/cases/${CASE}`);
  must(await desk.locator('#handed-in').count() === 0, 'nothing is to be seen before the declaration');
  await both('desk', (page, id, by) => give(page, 'AcceptApplication', undefined, by));
  const late = await opened(desk.context());
  await open(late, CASE);
  await both('desk', (page, id, by, lang) => give(page, 'CompleteDeskReview', (how) => how.write(page, 'CompleteDeskReview-findings',
    lang === 'en' ? 'Complete and consistent.' : '材料齐全，前后一致。'), by));

  say('a second tab was left open');
  await late.locator('#CompleteDeskReview-findings').fill('Incomplete.');
  await late.locator('#CompleteDeskReview button[data-once]').click();
  await late.locator('.govuk-error-summary').waitFor();
  must((await late.locator('.govuk-error-summary').innerText()).includes('Desk review completed'), 'the old tab is told what happened');
  must(await late.locator('#CompleteDeskReview-findings').inputValue() === 'Incomplete.', 'what was filled in is kept');
  await late.close();

  say('it is visited, surveyed and scored');
  await both('office', (page, id, by) => give(page, 'AssignAssessors', async (how) => {
    for (const person of ['assessor-1', 'assessor-2', 'assessor-3']) await how.tick(page, 'AssignAssessors', person);
    await how.choose(page, 'AssignAssessors-lead', 'assessor-1');
  }, by));
  await both('assessor-1', (page, id, by) => give(page, 'CompleteSiteVisit', async (how) => {
    await how.write(page, 'CompleteSiteVisit-findings', 'As handed in.');
    await how.write(page, 'CompleteSiteVisit-mark-deductions', '0');
    await how.write(page, 'CompleteSiteVisit-mark-appraisal', '92');
  }, by));
  await both('office', (page, id, by) => give(page, 'CloseSurvey', async (how) => {
    await how.write(page, 'CloseSurvey-invited', '40');
    await how.write(page, 'CloseSurvey-answered', '38');
    await how.write(page, 'CloseSurvey-mark-satisfaction', '91');
  }, by));
  for (const [person, ...points] of [['assessor-1', '95', '94'], ['assessor-2', '95', '93'], ['assessor-3', '95', '78']]) {
    await both(person, async (page, id, by, lang) => {
      if (person === 'assessor-1' && lang === 'en') {
        await page.locator('#SubmitScores-mark-base').fill('950');
        await page.locator('#SubmitScores button[data-once]').click();
        await page.locator('.govuk-error-summary').waitFor();
        must(await page.locator('#SubmitScores-mark-base-error').isVisible(), 'a mark out of range is said at the mark');
      }
      await give(page, 'SubmitScores', (how) => how.write(page, 'SubmitScores-mark-base', points[lang === 'en' ? 0 : 1]), by);
    });
  }
  await both('chair', async (page, id, by, lang) => {
    must((await page.locator('.app-panel').innerText()).includes(lang === 'en' ? 'Open' : '公开'), 'all scores are open once all are in');
    await give(page, 'ConfirmScore', (how) => how.write(page, 'ConfirmScore-reason', 'Looked at again.'), by);
  });

  say('the round gives out its seats');
  await until('2025-01-20');
  const office = await as('office');
  await office.goto(`${pages}/rounds/r2025`);
  await give(office, 'SealRoster');
  await give(office, 'AllocateQuota');
  await until('2025-01-21');

  say('the committee has the panel\'s page before it and decides');
  const committee = await as('committee-secretary');
  await committee.goto(`${pages}/rounds/r2025/panel`);
  must(await committee.locator(`tr[id="${CASE}"] circle`).count() === 3, 'each score is a dot on the strip');
  must((await committee.locator('tr[id="r2025.b002"]').innerText()).includes('Stands out'), 'a score far from the others stands out');
  await lookAt(await opened(await room('committee-secretary')), 'committee-secretary', '/rounds/r2025/panel');
  await open(committee, CASE);
  await give(committee, 'Decide', async () => {
    for (const person of ['member-1', 'member-2', 'member-3']) await keys.tick(committee, 'Decide', person);
  });
  const secretariat = await as('committee-secretary', 'zh');
  await secretariat.goto(`${pages}/rounds/r2025/panel`);
  must(await secretariat.locator(`tr[id="${CASE}"] input[type=checkbox]`).count() === 0, 'what is decided is not decided again');
  await secretariat.locator('#bulk button').click();
  for (const person of ['member-1', 'member-2', 'member-3']) await secretariat.locator(`#try input[value="${person}"]`).check();
  await secretariat.locator('#try button').click();
  await secretariat.locator('#record button').click();
  await secretariat.locator('#receipt').waitFor();
  await both('committee-secretary', (page, id, by) => give(page, 'PostNotice', undefined, by));

  say('somebody objects and is answered');
  const anybody = await as(null);
  await anybody.goto(`${pages}/notices/${CASE}`);
  await give(anybody, 'RaiseObjection', () => keys.write(anybody, 'RaiseObjection-statement', 'The minutes of June are missing.'));
  await open(office, CASE);
  must((await office.locator('#objections').innerText()).includes('minutes of June'), 'the office reads the objection');
  await office.goto(await office.locator('#objections a', { hasText: 'Dismiss' }).getAttribute('href').then((path) => pages + path));
  await give(office, 'DismissObjection', () => keys.write(office, 'DismissObjection-reason', 'They are there.'));

  say('the notice ends and the star is awarded');
  await until('2025-03-01');
  await both('committee-secretary', (page, id, by) => give(page, 'Award', undefined, by));
  await anybody.goto(`${pages}/certificates/${CASE}`);
  must((await text(anybody)).includes('facts with this root'), 'the certificate names the checkpoint');
};

/** The overview is open all the while: a projection under it is built anew and takes over, and the next fact moves it by itself. */
const fromRebuildToDemotion = async () => {
  say('what the overview stands on is built anew and takes over under its eyes');
  const overview = await as(null, 'zh');
  await overview.goto(`${pages}/overview`);
  await overview.locator('.app-live', { hasText: '自动更新' }).waitFor();
  const before = await overview.locator('#counts').innerText();
  const keeper = await as('administrator');
  await keeper.goto(`${pages}/operations`);
  must((await keeper.locator('#readers').innerText()).includes('Relay to Kafka'), 'the relay is told of');
  await keeper.locator('form[action="/operations/dashboard/rebuild"] button').click();
  const compare = keeper.locator('a[href^="/operations/dashboard/difference"]');
  const deadline = Date.now() + 30000;
  while (!(await compare.count()) && Date.now() < deadline) await keeper.goto(`${pages}/operations`);
  await compare.click();
  must((await text(keeper)).includes('the same, row for row'), 'built anew, it is the same');
  await lookAt(await opened(await room('auditor')), 'auditor', '/operations/dashboard/difference');
  await keeper.locator('form[action^="/operations/dashboard/promote"] button').click();
  await keeper.locator('form[action="/operations/dashboard/rollback"]').waitFor();
  must(await overview.locator('#counts').innerText() === before, 'nobody sees that another build answers');

  say('a star is lowered, and the overview says so by itself');
  const discipline = await as('discipline');
  await discipline.goto(`${pages}/do/Downgrade/b001`);
  await give(discipline, 'Downgrade', async () => {
    await keys.choose(discipline, 'Downgrade-to', '2');
    await keys.write(discipline, 'Downgrade-ground', 'veto');
    await discipline.locator('#Downgrade-factOn').fill('2025-02-27');
    await keys.write(discipline, 'Downgrade-reason', 'The reports were untrue.');
  });
  await overview.waitForFunction((was) => document.querySelector('#counts').innerText !== was, before);
  await overview.locator('.app-live', { hasText: '自动更新' }).waitFor();
};

/** An auditor follows a demotion from the branch's page to its reason, its fact, and the proof that it is in the log. */
const fromDemotionToProof = async () => {
  for (const [lang, ground, was] of [['en', 'a veto event', 'Two stars'], ['zh', '一票否决事项', '二星']]) {
    say(`an auditor asks why (${lang})`);
    const auditor = await as('auditor', lang);
    await auditor.goto(`${pages}/branches/b001/why`);
    must((await text(auditor)).includes(ground), 'the ground is told in words');
    await auditor.goto(`${pages}/branches/b001`);
    await auditor.locator('.app-timeline a[href^="/history/"]').first().click();
    await auditor.locator('#proof').waitFor();
    must((await text(auditor)).includes('The reports were untrue.'), 'the fact carries its reason');
    must(await auditor.locator('#proof .app-hash').count() === 2, 'the proof is there');
    await auditor.goto(`${pages}/history`);
    await auditor.goto(`${pages}/history?view=full`);
    must(/Same|Only grown|未变|只增未改/.test(await auditor.locator('#since').innerText()), 'since the last look the log only grew');
    await auditor.goto(`${pages}/branches/b001?on=2025-03-01&known=2025-02-20`);
    must(!(await auditor.locator('#then').innerText()).includes(was), 'what was known before is told as it was known');
  }
};

/** A branch appeals in Chinese; the committee names a panel, which strikes the decision out; the branch is told. */
const fromAppealToItsEnd = async () => {
  say('a branch reads what it was told and appeals');
  const secretary = await as('secretary', 'zh');
  await secretary.goto(`${pages}/worklist?show=told`);
  must((await secretary.locator('#letters').innerText()).includes('降低星级'), 'the branch was told of the demotion');
  await secretary.goto(`${pages}/branches/b001`);
  await secretary.locator('#actions a[href="/do/LodgeAppeal/b001"]').click();
  await give(secretary, 'LodgeAppeal', async () => {
    await secretary.locator('#LodgeAppeal-contested').selectOption({ index: 1 });
    await secretary.locator('#LodgeAppeal-ground').fill('facts');
    await secretary.locator('#LodgeAppeal-statement').fill('原件可证，记录属实。');
  }, hand);

  say('a panel is named that had no part in it, and strikes the decision out');
  const committee = await as('committee-secretary');
  await committee.goto(`${pages}/worklist?step=AdmitAppeal`);
  await committee.locator('#work .app-act a').first().click();
  appeal = new URL(committee.url()).pathname;
  await give(committee, 'AdmitAppeal', async (how) => {
    for (const person of ['appeal-1', 'appeal-2', 'appeal-3']) await how.tick(committee, 'AdmitAppeal', person);
  });
  must((await text(committee)).includes('days left'), 'the clock of the appeal is told');
  const panel = await as('appeal-1');
  await panel.goto(`${pages}${appeal}`);
  await give(panel, 'UpholdAppeal', () => keys.write(panel, 'UpholdAppeal-reason', 'The originals prove it.'));
  await panel.goto(`${pages}/branches/b001`);
  must((await text(panel)).includes('Struck out'), 'the demotion is struck out');

  say('the branch is told, and the timeline says so');
  const told = secretary.locator('#letters li', { hasText: '申诉成立' });
  for (let i = 0; i < 20 && !(await told.count()); i++) await secretary.goto(`${pages}/worklist?show=told`);
  await committee.goto(`${pages}${appeal}`);
  must(/Seen in the pages by .*Ping Zhao/.test(await text(committee)), 'what came of the letter stands on the timeline');
};
let appeal;

/** An auditor supposes that one assessor had not judged, and passes on what comes out. */
const fromQuestionToReport = async () => {
  say('an auditor asks what if');
  const auditor = await as('auditor');
  await auditor.goto(`${pages}/what-if?round=r2025`);
  const ask = auditor.locator('#add-ASSESSOR');
  await ask.locator('summary').click();
  await ask.locator('select').selectOption('assessor-1');
  await ask.locator('input[name=part]').fill('b001');
  await ask.locator('button').click();
  await auditor.locator('#set li').waitFor();
  await auditor.locator('#add-VERSION summary').click();
  must(await auditor.locator('#add-VERSION option').count() > 1, 'other versions can be chosen');
  await auditor.locator('#run button').click();
  await auditor.locator('#found').waitFor();
  must(/would be others|No star would/.test(await auditor.locator('#found').innerText()), 'the report says what moves');
  report = new URL(auditor.url()).pathname;
  const audit = await as('auditor', 'zh');
  await audit.goto(`${pages}/what-if?round=r2024`);
  await audit.locator('#add-SHARE summary').click();
  await audit.locator('#SHARE-0').selectOption('five_star_share');
  await audit.locator('#SHARE-1').fill('0.1');
  await audit.locator('#add-SHARE button').click();
  await audit.locator('#run button').click();
  await audit.locator('#movers').waitFor();
  movers = new URL(audit.url()).pathname;
};
let report;
let movers;

/** Every page in both languages, on a phone and on a desk: a picture of each, and no rule broken. Several are looked at side by side. */
const SIDE_BY_SIDE = 3;
const look = async () => {
  const seen = [
    [null, ['/', '/?level=5', '/overview', '/embed/overview', '/notices', `/notices/${CASE}`, '/practices', '/certificates/r2024.b001', '/schemes', '/schemes/zoucheng-70-30',
      '/branches/b001', '/branches/b001/why', '/nowhere']],
    ['desk', ['/worklist?step=CompleteDeskReview', `/cases/r2025.b001`]],
    ['secretary', ['/worklist?show=told', '/do/LodgeAppeal/b001']],
    ['auditor', ['/worklist', '/worklist?show=done', '/worklist?show=waiting', `/cases/${CASE}?facts=all`, '/rounds', '/rounds/r2025', '/rounds/r2024/panel', '/rounds/r2024/assessors', '/history', '/history?view=full',
      '/history?view=json', '/history/5', '/appeals', appeal, '/what-if?round=r2024', '/what-if?suppose=ASSESSOR~assessor-1~b001&suppose=SHARE~five_star_share~0.1', report, movers, '/operations']],
    ['office', ['/branches/b001', '/branches/b001/why', '/do/PairBranch/b001', '/do/ReportImpact/zoucheng-70-30']],
  ].flatMap(([person, paths]) => paths.map((path) => [person, path]));
  const rooms = new Map();
  for (const person of new Set(seen.map(([whose]) => whose))) rooms.set(person, await room(person));
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, async () => {
    for (let next = seen.shift(); next; next = seen.shift()) {
      const page = await opened(rooms.get(next[0]));
      await lookAt(page, ...next);
      await page.close();
    }
  }));
};
const lookAt = async (page, person, path) => {
  const name = `${path.replace(/[0-9a-f]{64}/, path === movers ? 'movers' : 'report').replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'branches'}${person ? `.${person}` : ''}`;
  for (const [lang, ...widths] of [['zh', 1280, 390], ['en', 390, 1280]]) {
    await page.setViewportSize({ width: widths[0], height: 900 });
    await page.goto(`${pages}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    if (await page.locator('[data-chart]').count()) await page.locator('[data-chart] svg').first().waitFor();
    const lacking = (await page.content()).match(/\?\?[^?\s]+\?\?/);
    if (lacking) faults.push(`${name}.${lang} lacks words for ${lacking[0]}`);
    await page.evaluate(axe);
    const found = await page.evaluate((rules) => window.axe.run({ runOnly: rules }), RULES);
    found.violations.forEach((rule) => faults.push(`${name}.${lang} breaks ${rule.id}: ${rule.nodes[0].html.slice(0, 160)}`));
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      await page.screenshot({ path: join(screens, `${name}.${lang}.${width}.png`), fullPage: true });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) faults.push(`${name}.${lang}.${width} is ${wide} pixels too wide`);
    }
  }
};

try {
  await fromManyCasesToPanels();
  await fromApplicationToStar();
  await fromRebuildToDemotion();
  await fromDemotionToProof();
  await fromAppealToItsEnd();
  await fromQuestionToReport();
  say('every page is looked at');
  await look();
} catch (error) {
  console.log(error.stack);
  for (const context of browser.contexts()) {
    for (const page of context.pages()) console.log(`open: ${page.url()}\n${(await page.locator('main').innerText().catch(() => '')).slice(0, 1500)}`);
  }
  process.exitCode = 1;
}
faults.forEach((fault) => console.log(`fault: ${fault}`));
if (faults.length && !process.exitCode) process.exitCode = 2;
await browser.close();
say('done');
