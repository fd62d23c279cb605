// What products cost in one branch, where that is not what they cost elsewhere.
import { get, put, remove, segment } from './api.js';
import { button, card, confirm, dialog, field, form, h, input, say, select, table } from './dom.js';
import { branches, currency } from './facts.js';
import { decimal, minor, money, t, time } from './words.js';

const PAGE = 200;
const FOUND = 20;
const WAIT_MILLIS = 250;
let chosen;

export const concerns = ['catalog'];

export async function show() {
  const [unit, places] = await Promise.all([currency(), branches()]);
  if (!places.some(([id]) => id === chosen)) chosen = places[0]?.[0];
  if (!chosen) return card('', h('p', { class: 'empty' }, t('nothingHere')));
  const list = h('div', { 'aria-live': 'polite' });
  let asked = 0;
  const load = async () => {
    const mine = ++asked;
    const rows = [];
    let after = '';
    const more = async () => {
      const page = await get('prices', { branch: chosen, after, limit: PAGE });
      if (mine !== asked) return;
      after = page.next;
      rows.push(...page.prices);
      list.replaceChildren(
        table(t('view.prices'), columns(unit), rows, (price) => change(price, unit, load), t('noPrices')),
        after ? button(t('more'), more, { class: 'wide' }) : '');
    };
    await more().catch((failure) => list.replaceChildren(h('p', { class: 'problem', role: 'alert' }, failure.message)));
  };
  const branch = select(places, chosen, { 'aria-label': t('branch'), onchange: (event) => { chosen = event.target.value; load(); } });
  await load();
  return [
    h('div', { class: 'tools' }, branch, h('p', { class: 'lead' }, t('pricesHint')), h('div', { class: 'space' }),
      button(t('newPrice'), () => add(unit, load), { class: 'primary', icon: 'plus' })),
    card('', list),
  ];
}

function columns(unit) {
  return [
    { title: t('name'), cell: (price) => h('strong', {}, price.name) },
    { title: t('code'), cell: (price) => h('code', {}, price.code) },
    { title: t('priceHere'), number: true, cell: (price) => money(price.priceMinor, unit) },
    { title: t('priceElsewhere'), number: true, cell: (price) => money(price.elsewhereMinor, unit) },
    { title: t('changed'), cell: (price) => `${time(price.changedAt)} · ${price.changedBy}` },
  ];
}

async function save(productId, control, unit, close, after) {
  const priceMinor = minor(control.value, unit);
  if (priceMinor === undefined) throw new Error(t('noAmount'));
  await put(`prices/${segment(productId)}`, { priceMinor }, { branch: chosen });
  close();
  say(t('saved'));
  await after();
}

function change(price, unit, after) {
  const control = input({ inputmode: 'decimal', value: decimal(price.priceMinor, unit) });
  dialog(price.name, (close) => [
    form([field(`${t('priceHere')} (${unit})`, control, `${t('priceElsewhere')}: ${money(price.elsewhereMinor, unit)}`)],
      t('save'), () => save(price.productId, control, unit, close, after), close),
    h('div', { class: 'tail' }, button(t('asElsewhere'), () => confirm(t('asElsewhere'), t('asElsewhereSure', price.name, money(price.elsewhereMinor, unit)), t('asElsewhere'), async () => {
      await remove(`prices/${segment(price.productId)}`, { branch: chosen });
      close();
      say(t('saved'));
      await after();
    }), { class: 'danger' })),
  ]);
}

function add(unit, after) {
  const product = select([], '');
  const control = input({ inputmode: 'decimal' });
  let asked = 0;
  let timer;
  const look = async (text) => {
    const mine = ++asked;
    const page = text.trim() ? await get('catalog/product', { q: text, limit: FOUND }).catch(() => ({ entities: [] })) : { entities: [] };
    if (mine !== asked) return;
    product.replaceChildren(...page.entities.map((entity) => {
      const body = JSON.parse(entity.body);
      return h('option', { value: entity.id }, `${body.name} · ${body.codes[0]} · ${money(body.priceMinor, unit)}`);
    }));
  };
  const search = input({ type: 'search', oninput: (event) => { clearTimeout(timer); timer = setTimeout(() => look(event.target.value), WAIT_MILLIS); } });
  dialog(t('newPrice'), (close) => form([
    field(t('searchProduct'), search), field(t('product'), product), field(`${t('priceHere')} (${unit})`, control),
  ], t('save'), async () => {
    if (!product.value) throw new Error(t('nothingFound'));
    await save(product.value, control, unit, close, after);
  }, close));
}
