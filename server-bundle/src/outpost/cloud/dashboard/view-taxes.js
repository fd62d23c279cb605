// Tax rates, by which products are taxed.
import { field, h, input } from './dom.js';
import { all } from './facts.js';
import { again, idOf, things } from './things.js';
import { percent, t } from './words.js';

const PPM_PLACES = 4;

/** Parts per million of a percentage that a person wrote. */
function ppm(text) {
  const match = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/.exec(text.trim());
  if (!match) throw new Error(t('noPercent'));
  return Number(match[1] + (match[2] ?? '').padEnd(PPM_PLACES, '0'));
}

export async function show() {
  return things('tax_rate', t('view.taxes'), await all('tax_rate'), [
    { title: t('name'), cell: (rate) => h('strong', {}, rate.name) },
    { title: t('id'), cell: (rate) => h('code', {}, rate.id) },
    { title: t('percent'), number: true, cell: (rate) => percent(rate.ratePpm) },
  ], (rate) => {
    const name = input({ value: rate?.name ?? '' });
    const value = input({ inputmode: 'decimal', value: rate ? String(rate.ratePpm / 10 ** PPM_PLACES) : '' });
    return {
      rows: [field(t('name'), name, t('rateNameHint')), field(t('percent'), value)],
      read: () => ({ id: idOf(name.value), body: { name: name.value.trim(), ratePpm: ppm(value.value) } }),
    };
  }, again);
}
