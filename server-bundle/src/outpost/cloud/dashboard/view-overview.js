// How the day goes: what was sold, which tills are there, and what needs a person.
import { get } from './api.js';
import { hoursChart } from './chart.js';
import { card, h, icon, pill, table } from './dom.js';
import { branches, currency, detailOf, named, stateOf } from './facts.js';
import { ago, day as dayText, money, number, t } from './words.js';

export const concerns = ['sales', 'fleet', 'alarms', 'quarantine', 'conflicts'];
const ALARMS_SHOWN = 6;

export async function show() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const now = new Date();
  const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  const [day, fleet, alarms, shops, unit] = await Promise.all([get('sales/hours', { day: today, zone }), get('fleet'), get('alarms'), branches(), currency()]);
  const open = alarms.filter((alarm) => !alarm.clearedAt);
  const sum = (key) => day.hours.reduce((all, hour) => all + hour[key], 0);
  const states = fleet.map((till) => stateOf(till)[0]);
  const online = states.filter((state) => ['online', 'warning', 'trouble'].includes(state)).length;
  const waiting = fleet.reduce((all, till) => all + (till.report?.waiting ?? 0), 0);
  const receipts = sum('sales');
  return [
    h('p', { class: 'lead' }, dayText(now)),
    h('div', { class: 'figures' },
      figure(t('netSales'), money(sum('netMinor'), unit), receipts > 0 ? t('perReceipt', money(Math.round(sum('netMinor') / receipts), unit)) : t('nothingSold')),
      figure(t('receipts'), number(receipts), t('refundsOf', number(sum('refunds')))),
      figure(t('tillsOnline'), `${number(online)} / ${number(fleet.length)}`, t('waitingOf', number(waiting)), '#fleet'),
      figure(t('openAlarms'), number(open.length), open.length ? t('lookAtThem') : t('allWell'), '#alarms', open.length ? 'bad' : 'good')),
    h('div', { class: 'columns' },
      card(t('salesByHour'), day.hours.length ? hoursChart(day, shops, unit) : h('p', { class: 'empty' }, t('nothingSold'))),
      card(t('view.alarms'), open.length
        ? h('ul', { class: 'list' }, open.slice(0, ALARMS_SHOWN).map((alarm) => h('li', {}, h('div', {}, pill(named('alarm', alarm.kind), 'bad'), ' ', h('strong', {}, nameOf(fleet, alarm.terminalId))), h('p', {}, detailOf(alarm, fleet)), h('small', {}, ago(alarm.since)))))
        : h('p', { class: 'empty well' }, icon('check'), t('allWell')))),
    card(t('branches'), table(t('branches'), [
      { title: t('branch'), cell: ([, name]) => name },
      { title: t('netSales'), number: true, cell: ([id]) => money(of(day, id, 'netMinor'), unit) },
      { title: t('receipts'), number: true, cell: ([id]) => number(of(day, id, 'sales')) },
      { title: t('refunds'), number: true, cell: ([id]) => number(of(day, id, 'refunds')) },
      { title: t('tillsOnline'), number: true, cell: ([id]) => { const tills = fleet.filter((till) => till.branchId === id); return `${tills.filter((till) => !['away', 'waiting'].includes(stateOf(till)[0])).length} / ${tills.length}`; } },
    ], shops)),
  ];
}

function of(day, branch, key) {
  return day.hours.filter((hour) => hour.branchId === branch).reduce((all, hour) => all + hour[key], 0);
}

function nameOf(fleet, terminal) {
  return fleet.find((till) => till.terminalId === terminal)?.name ?? terminal;
}

function figure(title, value, note, link, kind = '') {
  const content = [h('h2', {}, title), h('strong', {}, value), h('small', {}, note)];
  return link ? h('a', { class: `card figure ${kind}`, href: link }, content) : h('section', { class: `card figure ${kind}` }, content);
}
