// Events that were refused: why, from whom, and once more if what was wrong has been mended.
import { get, post, segment } from './api.js';
import { busy, button, card, dialog, h, pill, say, select, table } from './dom.js';
import { ago, number, t, time } from './words.js';

export const concerns = ['quarantine'];
const wanted = { settled: 'open' };

export async function show() {
  const [events, fleet] = await Promise.all([get('quarantine'), get('fleet')]);
  const names = new Map(fleet.map((till) => [till.terminalId, till.name]));
  const list = h('div', {});
  const draw = () => {
    const rows = events.filter((event) => (wanted.settled === 'open' ? !event.settledAt : wanted.settled === 'settled' ? event.settledAt : true));
    list.replaceChildren(table(t('view.quarantine'), [
      { title: t('event'), cell: (event) => [h('strong', {}, t(`event.${kind(event)}`)), h('small', {}, event.localEventId ? t('numberOf', number(event.localEventId), event.posId ?? '') : '')] },
      { title: t('till'), cell: (event) => names.get(event.terminalId ?? event.deliveredBy) ?? event.terminalId ?? event.deliveredBy },
      { title: t('why'), cell: (event) => [pill(event.code.replace('POS_SYNC_EVENT_', '').toLowerCase(), event.settledAt ? 'idle' : 'bad'), h('small', {}, event.reason)] },
      { title: t('lastSeen'), cell: (event) => h('time', { datetime: event.lastSeenAt, title: time(event.lastSeenAt) }, ago(event.lastSeenAt)) },
      { title: t('deliveries'), number: true, cell: (event) => number(event.deliveries) },
      { title: t('act'), cell: (event) => (event.settledAt ? pill(t('settled'), 'good') : again(event)) },
    ], rows, details, t('quarantineEmpty')));
  };
  draw();
  return [
    h('div', { class: 'tools' }, select([['open', t('onlyOpen')], ['settled', t('onlySettled')], ['all', t('all')]], wanted.settled, { 'aria-label': t('filter'), onchange: (event) => { wanted.settled = event.target.value; draw(); } })),
    card('', list),
  ];
}

function read(event) {
  try {
    return JSON.parse(event.event);
  } catch {
    return {};
  }
}

function kind(event) {
  const type = read(event)?.type;
  return ['sale', 'refund', 'shift', 'journal', 'stock', 'product_edit', 'customer', 'discard', 'held_ticket'].includes(type) ? type : 'other';
}

function again(event) {
  const control = button(t('replay'), () => busy(control, () => replay(event)), { class: 'small' });
  return control;
}

async function replay(event) {
  const answer = await post(`quarantine/${segment(event.quarantineId)}/replay`);
  if (answer.status === 'rejected') say(t('refusedAgain', answer.message ?? ''), 'bad'); else say(t('accepted'));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function details(event) {
  const told = read(event);
  let payload = told?.payload;
  try { payload = JSON.stringify(JSON.parse(payload), null, 2); } catch { payload = JSON.stringify(told, null, 2); }
  dialog(t(`event.${kind(event)}`), (close) => {
    const control = button(t('replay'), () => busy(control, async () => { await replay(event); close(); }), { class: 'primary' });
    return [
      h('p', { class: event.settledAt ? '' : 'problem' }, event.reason),
      h('dl', { class: 'facts' }, [[t('terminalId'), event.terminalId ?? '–'], [t('deliveredBy'), event.deliveredBy], [t('posId'), event.posId ?? '–'], [t('number'), event.localEventId ?? '–'],
        [t('firstSeen'), time(event.firstSeenAt)], [t('lastSeen'), time(event.lastSeenAt)], [t('settled'), event.settledAt ? time(event.settledAt) : '–']].map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])),
      h('pre', { tabindex: '0' }, payload),
      h('footer', {}, button(t('close'), close), !event.settledAt && control),
    ];
  }, { wide: true });
}
