// What administrators did, newest first.
import { get } from './api.js';
import { button, card, h, pill, table } from './dom.js';
import { t, time } from './words.js';

const PAGE = 500;

export async function show() {
  const rows = [];
  const list = h('div', {});
  const more = async () => {
    const page = await get('acts', { before: rows[rows.length - 1]?.id });
    rows.push(...page);
    list.replaceChildren(table(t('view.acts'), [
      { title: t('when'), cell: (act) => h('time', { datetime: act.at }, time(act.at)) },
      { title: t('accountName'), cell: (act) => [h('strong', {}, act.account), h('small', {}, t(`role.${act.role}`))] },
      { title: t('what'), cell: (act) => [h('code', { class: 'cut' }, act.act), act.about && h('small', {}, act.about)] },
      { title: t('outcome'), cell: (act) => (act.status === undefined ? pill('?', 'warn') : pill(String(act.status), act.status < 400 ? 'good' : 'bad')) },
      { title: t('address'), cell: (act) => act.address },
    ], rows), page.length === PAGE ? button(t('more'), more, { class: 'wide' }) : '');
  };
  await more();
  return card('', list);
}
