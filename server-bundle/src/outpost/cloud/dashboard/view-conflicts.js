// Fields of products that were changed at several places at once: a person decides.
import { get, post, segment, session } from './api.js';
import { busy, button, card, field, h, icon, input, say } from './dom.js';
import { all, currency } from './facts.js';
import { minor, money, t, time } from './words.js';

export const concerns = ['conflicts'];

export async function show() {
  const [conflicts, fleet, unit, rates] = await Promise.all([get('conflicts'), get('fleet'), currency(), all('tax_rate')]);
  if (conflicts.length === 0) return card('', h('p', { class: 'empty well' }, icon('check'), t('noConflicts')));
  const names = new Map(fleet.map((till) => [till.terminalId, till.name]));
  const products = new Map(await Promise.all([...new Set(conflicts.map((conflict) => conflict.productId))].map(async (id) => {
    const product = await get(`catalog/product/${segment(id)}`).catch(() => undefined);
    return [id, product ? JSON.parse(product.body) : undefined];
  })));
  return [h('p', { class: 'lead' }, t('conflictsHint')), conflicts.map((conflict) => one(conflict, products.get(conflict.productId), names, unit, rates))];
}

function shown(fieldName, value, unit, rates) {
  if (value === undefined) return t('nothing');
  const read = JSON.parse(value);
  if (fieldName === 'priceMinor') return money(read, unit);
  if (fieldName === 'taxRateId') return rates.find((rate) => rate.id === read)?.name ?? read;
  return String(read);
}

function moment(sibling) {
  return time(new Date(Number(BigInt(`0x${sibling.at}`) >> 16n)).toISOString());
}

function one(conflict, product, names, unit, rates) {
  const choice = `c-${conflict.id}`;
  const choices = conflict.values.map((sibling, place) => h('label', { class: 'choice' },
    h('input', { type: 'radio', name: choice, value: String(place), checked: sibling.value === conflict.standing }),
    h('span', {}, h('strong', {}, shown(conflict.field, sibling.value, unit, rates)),
      h('small', {}, `${sibling.terminal === 'cloud' ? t('cloud') : names.get(sibling.terminal) ?? sibling.terminal} · ${moment(sibling)}`,
        sibling.value === conflict.standing ? ` · ${t('standsNow')}` : ''))));
  const own = conflict.field === 'priceMinor' && input({ inputmode: 'decimal' });
  const decide = button(t('decide'), () => busy(decide, async () => {
    let value = conflict.values[Number(box.querySelector('input[type=radio]:checked')?.value ?? 0)].value;
    if (own && own.value.trim()) {
      const amount = minor(own.value, unit);
      if (amount === undefined) throw new Error(t('noAmount'));
      value = String(amount);
    }
    await post(`conflicts/${segment(conflict.id)}/resolution`, { value, by: session.who.account });
    say(t('decided'));
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  }), { class: 'primary' });
  const box = card('',
    h('h2', {}, product?.name ?? conflict.productId, h('small', {}, ` ${conflict.productId}`)),
    h('fieldset', {}, h('legend', {}, t(`field.${conflict.field}`)), h('div', { class: 'choicesOf' }, choices)),
    own && field(t('anotherPrice'), own),
    h('footer', {}, decide));
  return box;
}
