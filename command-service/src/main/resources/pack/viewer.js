'use strict';
const facts = window.FACTS.map(([line, path]) => ({ ...JSON.parse(line), path }));
const about = window.ABOUT;
const [origin, size, root] = about.checkpoint.split('\n');
let language = navigator.language.startsWith('zh') ? 'zh' : 'en';
let chosen = null;

const say = (key, ...values) => values.reduce((text, value, i) => text.replace('{' + i + '}', value), WORDS.say[key][language === 'zh' ? 0 : 1]);
const word = (both, otherwise) => both ? both[language === 'zh' ? 0 : 1] : otherwise;

/** An element with texts and elements in it: texts stay texts, whatever they hold. */
function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...content.filter(part => part !== null));
  return made;
}

function check() {
  const signed = Tree.bytes(root);
  const leaves = facts.map(Tree.leaf);
  if (about.scope === 'whole') {
    const holds = facts.length === Number(size) && facts.every((fact, i) => fact.position === i + 1) && Tree.same(Tree.root(leaves), signed);
    facts.forEach(fact => { fact.proven = holds; });
  } else {
    facts.forEach((fact, i) => {
      fact.proven = Tree.included(leaves[i], fact.position - 1, Number(size), fact.path.map(Tree.bytes), signed);
    });
  }
}

/** By the browser, where it knows Ed25519 and lets a page from disk use it; else null. */
async function signature() {
  try {
    const [name, hash, ...rest] = about.key.split('+');
    const key = await crypto.subtle.importKey('raw', Tree.bytes(rest.join('+')).slice(1), 'Ed25519', false, ['verify']);
    const end = about.checkpoint.indexOf('\n\n');
    const text = new TextEncoder().encode(about.checkpoint.slice(0, end + 1));
    const lines = about.checkpoint.slice(end + 2).split('\n').filter(line => line.startsWith('— ' + name + ' '))
      .map(line => Tree.bytes(line.split(' ')[2])).filter(bytes => [...bytes.slice(0, 4)].map(b => b.toString(16).padStart(2, '0')).join('') === hash);
    const checked = await Promise.all(lines.map(bytes => crypto.subtle.verify('Ed25519', key, bytes.slice(4), text)));
    return checked.includes(true);
  } catch {
    return null;
  }
}

let signed = null;
function showProof() {
  const proven = facts.filter(fact => fact.proven).length;
  const all = proven === facts.length;
  document.getElementById('proof').replaceChildren(
    element('p', { class: all ? 'good' : 'bad', id: 'verdict' }, say(all ? 'allProven' : 'notProven', proven, facts.length, size)),
    element('p', { class: signed === false ? 'bad' : 'faint' }, say(signed === null ? 'signatureUnchecked' : signed ? 'signatureHolds' : 'signatureWrong', about.key)),
    element('p', { class: 'faint' }, say('checkpoint', origin, size, root), ' ', say('compare')));
}

const stars = level => level === null || level === undefined ? '–' : /^[1-7]$/.test(level) ? '★'.repeat(Number(level)) : level;
const name = branch => branch ? branch[language] : '';

function showList() {
  const wanted = document.getElementById('find').value.toLowerCase();
  document.getElementById('branches').replaceChildren(...about.branches
    .filter(branch => (branch.id + branch.zh + branch.en).toLowerCase().includes(wanted))
    .map(branch => {
      const button = element('button', { type: 'button', 'aria-pressed': String(branch === chosen), 'data-branch': branch.id },
        element('span', {}, name(branch)), element('span', { class: 'stars', title: branch.level ?? '' }, stars(branch.level)));
      button.addEventListener('click', () => { chosen = branch; show(); });
      return element('li', {}, button);
    }));
}

const concerns = (fact, id) => fact.stream === 'branch/' + id || fact.stream === 'standing/' + id
  || (fact.stream.startsWith('application/') && fact.stream.slice(fact.stream.indexOf('.') + 1) === id)
  || (fact.stream.startsWith('appeal/') && JSON.parse(fact.payload).branch === id);

function showBranch() {
  const article = document.getElementById('branch');
  if (!chosen) {
    article.replaceChildren(element('p', { class: 'faint' }, say('choose')));
    return;
  }
  const own = facts.filter(fact => concerns(fact, chosen.id));
  article.replaceChildren(
    element('h2', {}, name(chosen), ' ', element('span', { class: 'stars' }, stars(chosen.level))),
    element('p', { class: 'faint' }, say('about', chosen.id, chosen.body, about.day), chosen.ended ? ' ' + say('ended', chosen.ended) : ''),
    element('h3', {}, say('history')), history(),
    element('h3', {}, say('facts', own.length)), element('ol', { class: 'facts' }, ...own.map(shown)));
}

function history() {
  return element('table', {}, element('thead', {}, row('th', say('level'), say('from'), say('until'), say('decision'))),
    element('tbody', {}, ...chosen.history.map(one => row('td', stars(one.level), one.from, one.until ?? '', one.decision))));
}

const row = (cell, ...texts) => element('tr', {}, ...texts.map(text => element(cell, {}, text)));

function shown(fact) {
  const envelope = JSON.parse(fact.metadata);
  const payload = JSON.parse(fact.payload);
  const type = fact.type.slice(0, fact.type.indexOf('/'));
  const mark = element('span', { class: fact.proven ? 'good' : 'bad' }, fact.proven ? '✔ ' + say('proven') : '✘ ' + say('broken'));
  return element('li', { class: fact.proven ? 'proven' : 'broken' },
    element('strong', {}, word(WORDS.facts[type], type)), ' ', element('span', {}, summary(payload)),
    element('div', { class: 'faint' }, say('who', fact.position, envelope.actor, fact.recordedAt.slice(0, 16).replace('T', ' '), fact.effectiveOn), ' · ', mark),
    envelope.reason ? element('div', {}, say('reason', envelope.reason)) : null,
    payload.trace && payload.trace.length ? account(payload) : null,
    element('details', {}, element('summary', { class: 'faint' }, say('asWritten')), element('code', {}, fact.type + ' ' + fact.payload)));
}

const SHOWN = ['level', 'to', 'was', 'from', 'lastDay', 'lastDay', 'dueOn', 'assessor', 'input', 'before', 'after', 'ground', 'finding', 'findings',
  'statement', 'round', 'stage', 'visitedOn', 'answered', 'invited', 'postedOn', 'quota', 'title', 'decision', 'version'];

/** The fields that speak for themselves; what is closed under a key is said to be closed. */
function summary(payload) {
  const parts = SHOWN.filter((field, i) => payload[field] !== undefined && SHOWN.indexOf(field) === i)
    .map(field => word(WORDS.fields[field], field) + ' ' + (typeof payload[field] === 'object' ? said(payload[field]) : payload[field]));
  if (payload.computed) parts.push(word(WORDS.fields.computed, 'computed') + ' ' + (payload.computed.level ?? payload.computed.outcome));
  if (payload.scores) parts.push(payload.scores.map(one => one.assessor + ': ' + marks(one.marks)).join(' · '));
  if (Array.isArray(payload.marks)) parts.push(marks(payload.marks));
  if (payload.name && payload.name.zh) parts.push(payload.name[language]);
  return parts.join('; ');
}

const marks = list => list.map(mark => mark.input + ' ' + mark.cell).join(', ');
const said = value => value.box ? say('closed', value.key) : value.zh ? value[language] : JSON.stringify(value);

/** The account of a rating: each step, what it read and what it made of it. */
function account(payload) {
  const lines = payload.trace.map(line => JSON.parse(line));
  const labels = about.labels[lines[0].hash] ?? {};
  const title = id => word(labels[id], id);
  const level = code => word(labels['level ' + code], code);
  const value = (target, text) => text === undefined || text === null ? '–' : target === 'level' ? level(text) : text;
  return element('details', { class: 'account' }, element('summary', {}, say('account', payload.computed.level ? level(payload.computed.level) : payload.computed.outcome)),
    ...lines.map(line => element('details', {},
      element('summary', {}, title(line.step), ' ', element('span', { class: 'faint' }, word(WORDS.effects[line.effect], line.effect)), ' ',
        line.name ? value(line.name, line.before) + ' → ' + value(line.name, line.after) : line.outcome ?? ''),
      element('table', {}, element('tbody', {},
        ...Object.entries(line.reads ?? {}).map(([read, text]) => row('td', say('reads'), title(read), value(read, text))),
        ...['per_assessor', 'row', 'options', 'quota', 'share', 'base', 'seats', 'have', 'rank', 'outcome', 'reason', 'scheme', 'version', 'hash']
          .filter(key => line[key] !== undefined).map(key => row('td', '', word(WORDS.account[key], key), Array.isArray(line[key]) ? line[key].map(one => one ?? '–').join('; ') : line[key])))))));
}

function show() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = document.getElementById('title').textContent = say('title', about.scope === 'whole' ? say('whole') : about.scope, about.day);
  document.getElementById('find-label').textContent = say('find');
  document.querySelectorAll('[data-language]').forEach(button => button.setAttribute('aria-pressed', String(button.dataset.language === language)));
  showProof();
  showList();
  showBranch();
}

document.querySelectorAll('[data-language]').forEach(button => button.addEventListener('click', () => { language = button.dataset.language; show(); }));
document.getElementById('find').addEventListener('input', showList);
chosen = about.branches.length === 1 ? about.branches[0] : null;
check();
show();
signature().then(holds => { signed = holds; showProof(); });
