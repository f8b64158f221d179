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

/** A page of somebody: signed in by a click on a name, or signed out. What it complains about on the console is a fault. */
const as = async (person, more = {}) => {
  if (person && !signedIn.has(person)) {
    const context = await browser.newContext({ locale: 'en' });
    const page = await context.newPage();
    await page.goto(`${pages}/sign-in`);
    await page.locator(`button[value="${person}"]`).click();
    await page.waitForURL(`${pages}/**`);
    signedIn.set(person, await context.storageState());
    await context.close();
  }
  const context = await browser.newContext({ locale: 'en', storageState: person && signedIn.get(person), viewport: { width: 1280, height: 900 }, ...more });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => { if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(`${page.url()} ${message.text()}`); });
  page.on('pageerror', (error) => faults.push(`${page.url()} ${error}`));
  return page;
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
const write = async (page, id, text) => {
  await tabTo(page, page.locator(`#${id}`));
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
};
const tick = async (page, form, value) => {
  await tabTo(page, page.locator(`#${form} input[type=checkbox][value="${value}"]`));
  await page.keyboard.press('Space');
};
const choose = async (page, id, value) => {
  const select = page.locator(`#${id}`);
  await tabTo(page, select);
  for (let i = 0; i < 30 && await select.inputValue() !== value; i++) await page.keyboard.press('ArrowDown');
  must(await select.inputValue() === value, `${id} has no ${value}`);
};
const unfold = async (page, form) => {
  const fold = page.locator('details', { has: page.locator(`#${form}`) });
  if (await fold.count() && !await fold.evaluate((details) => details.open)) {
    await tabTo(page, fold.locator('summary'));
    await page.keyboard.press('Enter');
  }
};
/** Fills in a command's form and sends it, by keys alone; the page says that it is recorded. */
const give = async (page, form, fill = async () => {}) => {
  await unfold(page, form);
  await fill();
  await tabTo(page, page.locator(`#${form} button[data-once]`));
  await page.keyboard.press('Enter');
  await page.locator('#receipt').waitFor();
  say(`  ${await page.locator('.govuk-notification-banner__heading').innerText()}`);
};
const open = async (page, id) => {
  await page.goto(`${pages}/cases/${id}`);
  const declared = page.locator('button[value=none]');
  if (await declared.count()) {
    await tabTo(page, declared);
    await page.keyboard.press('Enter');
    await page.locator('#timeline').waitFor();
  }
};

const CASE = 'r2025.b001';

/** A desk accepts and reviews many cases at once, each time trying it first; the office lets assessors be proposed and commits. */
const fromManyCasesToPanels = async () => {
  say('many cases are accepted and reviewed at once');
  const desk = await as('desk');
  for (const [step, finding] of [['AcceptApplication', null], ['CompleteDeskReview', 'Complete and consistent.']]) {
    await desk.goto(`${pages}/worklist?step=${step}`);
    if (!finding) await desk.locator('#work input[type=checkbox]').first().uncheck();
    await desk.locator('#bulk button').click();
    if (finding) {
      await desk.locator(`#${step}-findings`).fill(finding);
      await desk.locator('#try button').click();
    }
    await desk.locator('#results').waitFor();
    must((await desk.locator('main').innerText()).includes('Nothing is recorded yet'), 'it is tried first');
    await desk.screenshot({ path: join(screens, `bulk.desk.${step}.png`), fullPage: true });
    await desk.locator('#record button').click();
    await desk.locator('#receipt').waitFor();
    must(/Recorded for 4 of 4/.test(await desk.locator('main').innerText()), 'it is recorded for all that were ticked');
  }
  say('assessors are proposed and assigned');
  const office = await as('office');
  await office.goto(`${pages}/rounds/r2025x`);
  await office.locator('#assign').click();
  await office.locator('#whole').waitFor();
  must((await office.locator('#whole').innerText()).includes('leads to each other'), 'the panels are connected');
  await lookAt(office, '/rounds/r2025x/assignment', 'en', 1280, 'office');
  await office.setViewportSize({ width: 390, height: 900 });
  await lookAt(office, '/rounds/r2025x/assignment?size=3', 'zh', 390, 'office');
  await office.setViewportSize({ width: 1280, height: 900 });
  await office.goto(`${pages}/rounds/r2025x/assignment?lang=en`);
  await office.locator('#commit button').click();
  await office.locator('#receipt').waitFor();
  await office.context().close();
};

/** A case goes from its application to its star, each step by whoever takes it, without a mouse. */
const fromApplicationToStar = async () => {
  say('a branch applies');
  const secretary = await as('secretary');
  await secretary.goto(`${pages}/rounds/r2025`);
  await tabTo(secretary, secretary.locator('#apply a'));
  await secretary.keyboard.press('Enter');
  await give(secretary, 'StartApplication');
  await give(secretary, 'RecordSelfAssessment', async () => {
    await write(secretary, 'RecordSelfAssessment-mark-appraisal', '92');
    await write(secretary, 'RecordSelfAssessment-statement', 'All is in place.');
  });
  await give(secretary, 'SubmitApplication');

  say('it is accepted and looked at');
  const desk = await as('desk');
  await desk.goto(`${pages}/worklist`);
  await tabTo(desk, desk.locator('#work .app-act a').first());
  await desk.keyboard.press('Enter');
  await desk.waitForURL(`**/cases/${CASE}`);
  must(await desk.locator('#handed-in').count() === 0, 'nothing is to be seen before the declaration');
  await open(desk, CASE);
  await give(desk, 'AcceptApplication');
  const late = await as('desk');
  await open(late, CASE);
  await give(desk, 'CompleteDeskReview', () => write(desk, 'CompleteDeskReview-findings', 'Complete and consistent.'));

  say('a second tab was left open');
  await late.locator('#CompleteDeskReview-findings').fill('Incomplete.');
  await late.locator('#CompleteDeskReview button[data-once]').click();
  await late.locator('.govuk-error-summary').waitFor();
  must((await late.locator('.govuk-error-summary').innerText()).includes('Desk review completed'), 'the old tab is told what happened');
  must(await late.locator('#CompleteDeskReview-findings').inputValue() === 'Incomplete.', 'what was filled in is kept');
  await late.context().close();

  say('it is visited, surveyed and scored');
  const office = await as('office');
  await open(office, CASE);
  await give(office, 'AssignAssessors', async () => {
    for (const person of ['assessor-1', 'assessor-2', 'assessor-3']) await tick(office, 'AssignAssessors', person);
    await choose(office, 'AssignAssessors-lead', 'assessor-1');
  });
  const lead = await as('assessor-1');
  await open(lead, CASE);
  await give(lead, 'CompleteSiteVisit', async () => {
    await write(lead, 'CompleteSiteVisit-findings', 'As handed in.');
    await write(lead, 'CompleteSiteVisit-mark-deductions', '0');
    await write(lead, 'CompleteSiteVisit-mark-appraisal', '92');
  });
  await open(office, CASE);
  await give(office, 'CloseSurvey', async () => {
    await write(office, 'CloseSurvey-invited', '40');
    await write(office, 'CloseSurvey-answered', '38');
    await write(office, 'CloseSurvey-mark-satisfaction', '91');
  });
  for (const person of ['assessor-1', 'assessor-2', 'assessor-3']) {
    const assessor = await as(person);
    await open(assessor, CASE);
    if (person === 'assessor-1') {
      await assessor.locator('#SubmitScores-mark-base').fill('950');
      await assessor.locator('#SubmitScores button[data-once]').click();
      await assessor.locator('.govuk-error-summary').waitFor();
      must(await assessor.locator('#SubmitScores-mark-base-error').isVisible(), 'a mark out of range is said at the mark');
    }
    await give(assessor, 'SubmitScores', () => write(assessor, 'SubmitScores-mark-base', '95'));
    await assessor.context().close();
  }
  const chair = await as('chair');
  await open(chair, CASE);
  must((await chair.locator('.app-panel').innerText()).includes('Open'), 'all scores are open once all are in');
  await give(chair, 'ConfirmScore');

  say('the round gives out its seats and the committee decides');
  await until('2025-01-20');
  await office.goto(`${pages}/rounds/r2025`);
  await give(office, 'SealRoster');
  await give(office, 'AllocateQuota');
  await until('2025-01-21');
  const committee = await as('committee-secretary');
  await open(committee, CASE);
  await give(committee, 'Decide', async () => {
    for (const person of ['member-1', 'member-2', 'member-3']) await tick(committee, 'Decide', person);
  });
  await give(committee, 'PostNotice');

  say('somebody objects and is answered');
  const anybody = await as(null);
  await anybody.goto(`${pages}/notices/${CASE}`);
  await give(anybody, 'RaiseObjection', () => write(anybody, 'RaiseObjection-statement', 'The minutes of June are missing.'));
  await open(office, CASE);
  must((await office.locator('#objections').innerText()).includes('minutes of June'), 'the office reads the objection');
  await office.goto(await office.locator('#objections a', { hasText: 'Dismiss' }).getAttribute('href').then((path) => pages + path));
  await give(office, 'DismissObjection', () => write(office, 'DismissObjection-reason', 'They are there.'));

  say('the notice ends and the star is awarded, under the eyes of the overview');
  await until('2025-03-01');
  const overview = await as(null);
  await overview.goto(`${pages}/overview`);
  await overview.locator('.app-live', { hasText: 'Updates by itself' }).waitFor();
  must(!(await overview.locator('#rounds ~ div').innerText()).includes('Awarded: 1\n'), 'nothing is awarded yet');
  await open(committee, CASE);
  await give(committee, 'Award');
  await overview.locator('#live', { hasText: /Awarded: 1\b(?!\d)/ }).waitFor();
  await overview.context().close();
};

/** An auditor follows a demotion from the branch's page to its reason, its fact, and the proof that it is in the log. */
const fromDemotionToProof = async () => {
  say('a star is lowered');
  const discipline = await as('discipline');
  await discipline.goto(`${pages}/do/Downgrade/b001`);
  await give(discipline, 'Downgrade', async () => {
    await choose(discipline, 'Downgrade-to', '2');
    await write(discipline, 'Downgrade-ground', 'veto');
    await discipline.locator('#Downgrade-factOn').fill('2025-02-27');
    await write(discipline, 'Downgrade-reason', 'The reports were untrue.');
  });
  say('an auditor asks why');
  const auditor = await as('auditor');
  await auditor.goto(`${pages}/branches/b001`);
  await auditor.locator('.app-timeline a[href^="/history/"]').first().click();
  await auditor.locator('#proof').waitFor();
  must((await auditor.locator('main').innerText()).includes('The reports were untrue.'), 'the fact carries its reason');
  must(await auditor.locator('#proof .app-hash').count() === 2, 'the proof is there');
  await auditor.goto(`${pages}/branches/b001?on=2025-03-01&known=2025-02-20`);
  must(!(await auditor.locator('#then').innerText()).includes('Two stars'), 'what was known before is told as it was known');
};

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
  await auditor.goto(`${pages}/what-if?round=r2024`);
  await auditor.locator('#add-SHARE summary').click();
  await auditor.locator('#SHARE-0').selectOption('five_star_share');
  await auditor.locator('#SHARE-1').fill('0.1');
  await auditor.locator('#add-SHARE button').click();
  await auditor.locator('#run button').click();
  await auditor.locator('#movers').waitFor();
  movers = new URL(auditor.url()).pathname;
  await auditor.context().close();
};
let report;
let movers;

/** Who keeps the house builds a projection anew, finds that it is the same, and lets it take over; visitors see stars all the while. */
const fromRebuildToPromotion = async () => {
  say('a projection is built anew and takes over');
  const keeper = await as('administrator');
  await keeper.goto(`${pages}/operations`);
  await keeper.locator('form[action="/operations/rating/rebuild"] button').click();
  const compare = keeper.locator('a[href^="/operations/rating/difference"]');
  const deadline = Date.now() + 30000;
  while (!(await compare.count()) && Date.now() < deadline) await keeper.goto(`${pages}/operations`);
  await compare.click();
  must((await keeper.locator('main').innerText()).includes('the same, row for row'), 'built anew, it is the same');
  await keeper.locator('form[action^="/operations/rating/promote"] button').click();
  await keeper.locator('form[action="/operations/rating/rollback"]').waitFor();
  await keeper.goto(`${pages}/?level=5`);
  must(await keeper.locator('main table tbody tr').count() > 0, 'the stars are there');
  await keeper.context().close();
};

/** Every page, on a phone in English, whose words are the longer ones, and on a desk in Chinese: a picture of each, and no rule broken. */
const look = async () => {
  const seen = [
    [null, ['/', '/?level=5', '/overview', '/embed/overview', '/notices', `/notices/${CASE}`, '/certificates/r2024.b001', '/schemes', '/schemes/zoucheng-70-30',
      '/branches/b001', '/branches/b001/why', '/nowhere']],
    ['desk', ['/worklist?step=AcceptApplication']],
    ['auditor', ['/worklist', '/worklist?show=done', `/cases/${CASE}?facts=all`, '/rounds', '/rounds/r2025', '/history', '/history?view=full',
      '/history?view=json', '/history/5', '/appeals', '/what-if?round=r2024', '/what-if?suppose=ASSESSOR~assessor-1~b001&suppose=SHARE~five_star_share~0.1', report, movers, '/operations', '/operations/rating/difference']],
    ['office', ['/branches/b001', '/branches/b001/why', '/do/PairBranch/b001']],
  ];
  for (const [lang, width] of [['en', 390], ['zh', 1280]]) {
    for (const [person, paths] of seen) {
      const page = await as(person, { viewport: { width, height: 900 } });
      for (const path of paths) await lookAt(page, path, lang, width, person);
      await page.context().close();
    }
  }
};
const lookAt = async (page, path, lang, width, person) => {
  await page.goto(`${pages}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
  if (await page.locator('[data-chart]').count()) await page.locator('[data-chart] svg').first().waitFor();
  const name = `${path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'branches'}${person ? `.${person}` : ''}.${lang}.${width}.png`;
  await page.screenshot({ path: join(screens, name), fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) faults.push(`${name} is ${wide} pixels too wide`);
  const lacking = (await page.content()).match(/\?\?[^?\s]+\?\?/);
  if (lacking) faults.push(`${name} lacks words for ${lacking[0]}`);
  await page.evaluate(axe);
  const found = await page.evaluate((rules) => window.axe.run({ runOnly: rules }), RULES);
  found.violations.forEach((rule) => faults.push(`${name} breaks ${rule.id}: ${rule.nodes[0].html.slice(0, 160)}`));
};

try {
  await fromManyCasesToPanels();
  await fromApplicationToStar();
  await fromDemotionToProof();
  await fromQuestionToReport();
  await fromRebuildToPromotion();
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
