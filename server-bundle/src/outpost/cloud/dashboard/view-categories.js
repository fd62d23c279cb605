// Departments, which are the pages of quick keys too.
import { field, h, input, select } from './dom.js';
import { all } from './facts.js';
import { again, idOf, things } from './things.js';
import { t } from './words.js';

export async function show() {
  const [categories, rates] = await Promise.all([all('category'), all('tax_rate')]);
  categories.sort((a, b) => (a.quickKey ?? 1e9) - (b.quickKey ?? 1e9) || a.name.localeCompare(b.name));
  return things('category', t('view.categories'), categories, [
    { title: t('name'), cell: (category) => [h('i', { class: 'dot', css: { background: category.colour ?? 'transparent' } }), h('strong', {}, category.name)] },
    { title: t('id'), cell: (category) => h('code', {}, category.id) },
    { title: t('page'), number: true, cell: (category) => category.quickKey ?? '–' },
    { title: t('field.taxRateId'), cell: (category) => rates.find((rate) => rate.id === category.taxRateId)?.name ?? '–' },
  ], (category) => {
    const name = input({ value: category?.name ?? '' });
    const colour = input({ type: 'color', value: category?.colour ?? '#4a90d9' });
    const coloured = input({ type: 'checkbox', checked: Boolean(category?.colour) });
    const page = input({ type: 'number', min: 0, value: category?.quickKey ?? '' });
    const rate = select([['', t('none')], ...rates.map((one) => [one.id, one.name])], category?.taxRateId);
    return {
      rows: [field(t('name'), name), h('div', { class: 'pair' }, field(t('hasColour'), coloured), field(t('field.colour'), colour)), field(t('page'), page, t('pageHint')), field(t('field.taxRateId'), rate, t('categoryRateHint'))],
      read: () => ({
        id: idOf(name.value),
        body: { name: name.value.trim(), colour: coloured.checked ? colour.value : undefined, picture: category?.picture, quickKey: page.value === '' ? undefined : Number(page.value), taxRateId: rate.value || undefined },
      }),
    };
  }, again);
}
