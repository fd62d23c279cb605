// What an operator should look at, and what was so.
import { get } from './api.js';
import { card, h, icon, pill, table } from './dom.js';
import { detailOf, named } from './facts.js';
import { ago, t, time } from './words.js';

export const concerns = ['alarms'];

export async function show() {
  const [alarms, fleet] = await Promise.all([get('alarms'), get('fleet')]);
  const names = new Map(fleet.map((till) => [till.terminalId, till.name]));
  const columns = (last) => [
    { title: t('alarm'), cell: (alarm) => pill(named('alarm', alarm.kind), alarm.clearedAt ? 'idle' : 'bad') },
    { title: t('till'), cell: (alarm) => [h('strong', {}, names.get(alarm.terminalId) ?? alarm.terminalId), alarm.posId && h('small', {}, alarm.posId)] },
    { title: t('what'), cell: (alarm) => detailOf(alarm, fleet) },
    { title: t('since'), cell: (alarm) => h('time', { datetime: alarm.since, title: time(alarm.since) }, ago(alarm.since)) },
    ...last,
  ];
  const open = alarms.filter((alarm) => !alarm.clearedAt);
  const past = alarms.filter((alarm) => alarm.clearedAt);
  return [
    card(t('openAlarms'), open.length ? table(t('openAlarms'), columns([]), open) : h('p', { class: 'empty well' }, icon('check'), t('allWell'))),
    card(t('pastAlarms'), table(t('pastAlarms'), columns([{ title: t('cleared'), cell: (alarm) => time(alarm.clearedAt) }]), past)),
  ];
}
