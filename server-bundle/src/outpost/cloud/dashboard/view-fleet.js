// Each till: how it is, and how its events come.
import { get } from './api.js';
import { card, dialog, h, input, pill, select, table } from './dom.js';
import { branches, stateOf } from './facts.js';
import { ago, bytes, number, span, t, time } from './words.js';

export const concerns = ['fleet'];
const wanted = { text: '', branch: '', state: '' };
const STATES = ['online', 'warning', 'trouble', 'away', 'waiting'];

export async function show() {
  const [fleet, shops] = await Promise.all([get('fleet'), branches()]);
  const names = new Map(shops);
  const list = h('div', {});
  const draw = () => {
    const text = wanted.text.toLowerCase();
    const rows = fleet.filter((till) => (!wanted.branch || till.branchId === wanted.branch)
      && (!wanted.state || stateOf(till)[0] === wanted.state)
      && (!text || `${till.name} ${till.terminalId}`.toLowerCase().includes(text)));
    list.replaceChildren(h('p', { class: 'lead', role: 'status' }, t('tillsShown', number(rows.length), number(fleet.length))), table(t('view.fleet'), columns(names), rows, details));
  };
  draw();
  return [
    h('div', { class: 'tools' },
      input({ type: 'search', placeholder: t('searchTill'), 'aria-label': t('searchTill'), value: wanted.text, oninput: (event) => { wanted.text = event.target.value; draw(); } }),
      shops.length > 1 && select([['', t('allBranches')], ...shops], wanted.branch, { 'aria-label': t('branch'), onchange: (event) => { wanted.branch = event.target.value; draw(); } }),
      select([['', t('allStates')], ...STATES.map((state) => [state, t(`state.${state}`)])], wanted.state, { 'aria-label': t('state'), onchange: (event) => { wanted.state = event.target.value; draw(); } })),
    card('', list),
  ];
}

function columns(names) {
  const flagged = (value, text = number(value)) => (value > 0 ? h('strong', { class: 'bad' }, text) : text);
  return [
    { title: t('till'), cell: (till) => [h('strong', {}, till.name), h('small', {}, till.terminalId)] },
    { title: t('state'), cell: (till) => { const [state, kind] = stateOf(till); return pill(t(`state.${state}`), kind); } },
    { title: t('branch'), cell: (till) => names.get(till.branchId) ?? till.branchId },
    { title: t('lag'), number: true, cell: (till) => (till.report?.oldestWaitingAtMillis ? span(Date.now() - till.report.oldestWaitingAtMillis) : '–') },
    { title: t('waiting'), number: true, cell: (till) => (till.report ? number(till.report.waiting) : '–') },
    { title: t('parked'), number: true, cell: (till) => (till.report ? flagged(till.report.parked) : '–') },
    { title: t('missing'), number: true, cell: (till) => flagged(till.missing) },
    { title: t('refused'), number: true, cell: (till) => flagged(till.refused) },
    { title: t('version'), cell: (till) => till.report?.release ?? till.report?.version ?? '–' },
    { title: t('clockDrift'), number: true, cell: (till) => drift(till.report?.clockOffsetMillis) },
    { title: t('lastSeen'), cell: (till) => (till.seenAt ? h('time', { datetime: till.seenAt, title: time(till.seenAt) }, ago(till.seenAt)) : t('never')) },
  ];
}

function drift(offset) {
  if (offset === undefined) return '–';
  const seconds = Math.round(-offset / 1000);
  const text = `${seconds > 0 ? '+' : ''}${number(seconds)} s`;
  return Math.abs(offset) > 120000 ? h('strong', { class: 'bad' }, text) : text;
}

function details(till) {
  const report = till.report;
  const facts = [
    [t('terminalId'), till.terminalId], [t('lastSeen'), till.seenAt ? time(till.seenAt) : t('never')],
    [t('received'), number(till.received)], [t('duplicates'), number(till.duplicates)],
    [t('missing'), number(till.missing)], [t('refused'), number(till.refused)],
    ...(report ? [
      [t('version'), report.version], [t('lastSuccess'), report.lastSuccessMillis ? ago(report.lastSuccessMillis) : t('never')],
      [t('cycles'), `${number(report.cycles)} · ${t('failedOf', number(report.failedCycles))}`], [t('averageCycle'), `${number(report.averageMillis)} ms`],
      [t('waiting'), number(report.waiting)], [t('onNeighbours'), number(report.peerAcked)],
      [t('catalogRows'), number(report.catalog.count)], [t('diskFree'), bytes(report.diskFreeBytes)],
    ] : []),
  ];
  dialog(till.name, () => [
    report?.problem && h('p', { class: 'problem' }, report.problem),
    report?.updateProblem && h('p', { class: 'problem' }, report.updateProblem),
    h('dl', { class: 'facts' }, facts.map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])),
    h('h3', {}, t('files')),
    table(t('files'), [
      { title: t('posId'), cell: (stream) => h('code', {}, stream.posId) },
      { title: t('upTo'), number: true, cell: (stream) => `${number(stream.contiguous)} / ${number(stream.highest)}` },
      { title: t('missing'), number: true, cell: (stream) => number(stream.missing) },
      { title: t('gapSince'), cell: (stream) => (stream.gapSince ? ago(stream.gapSince) : '–') },
    ], till.streams),
  ], { wide: true });
}
