// Products: found by the beginnings of words and codes, changed, and looked back at.
import { get, put, remove, segment } from './api.js';
import { button, card, confirm, dialog, field, form, h, icon, input, pill, say, select, table } from './dom.js';
import { all, currency, named } from './facts.js';
import { decimal, minor, money, number, t, time } from './words.js';

const PAGE = 50;
const WAIT_MILLIS = 250;
const wanted = { text: '' };

export async function show(_, reaches) {
  const [unit, rates, categories] = await Promise.all([currency(), all('tax_rate'), all('category')]);
  const known = { unit, rates, categories, edits: reaches('tenant_admin') };
  const list = h('div', { 'aria-live': 'polite' });
  let asked = 0;
  const load = async () => {
    const mine = ++asked;
    const rows = [];
    let after = '';
    const more = async () => {
      const page = await get('catalog/product', { q: wanted.text, after, limit: PAGE });
      if (mine !== asked) return;
      after = page.next;
      const seen = new Set(rows.map((row) => row.id));
      rows.push(...page.entities.filter((entity) => !seen.has(entity.id)).map((entity) => ({ id: entity.id, ...JSON.parse(entity.body) })));
      const further = after && button(t('more'), more, { class: 'wide' });
      list.replaceChildren(
        page.behind > 0 ? h('p', { class: 'hint' }, t('searchBehind', number(page.behind))) : '',
        table(t('view.products'), columns(known), rows, (product) => edit(product, known, load), wanted.text ? t('nothingFound') : t('noProducts')),
        further || '');
    };
    await more().catch((failure) => list.replaceChildren(h('p', { class: 'problem', role: 'alert' }, failure.message)));
  };
  let timer;
  const search = input({
    type: 'search', placeholder: t('searchProduct'), 'aria-label': t('searchProduct'), value: wanted.text,
    oninput: (event) => { wanted.text = event.target.value; clearTimeout(timer); timer = setTimeout(load, WAIT_MILLIS); },
  });
  await load();
  return [
    h('div', { class: 'tools' }, h('div', { class: 'search' }, icon('search'), search),
      known.edits && button(t('newProduct'), () => edit(undefined, known, load), { class: 'primary', icon: 'plus' })),
    card('', list),
  ];
}

function columns({ unit, rates, categories }) {
  const nameIn = (things, id) => (id ? things.find((thing) => thing.id === id)?.name ?? id : '–');
  return [
    { title: t('name'), cell: (product) => [h('strong', {}, product.name), product.minimumAge && [' ', pill(`${product.minimumAge}+`, 'warn')]] },
    { title: t('code'), cell: (product) => [h('code', {}, product.codes[0]), product.codes.length > 1 && h('small', {}, ` +${product.codes.length - 1}`)] },
    { title: t('field.priceMinor'), number: true, cell: (product) => [money(product.priceMinor, unit), product.priceDerived && [' ', pill(t('derived'), 'idle')]] },
    { title: t('field.taxRateId'), cell: (product) => nameIn(rates, product.taxRateId) },
    { title: t('field.categoryId'), cell: (product) => nameIn(categories, product.categoryId) },
  ];
}

function edit(product, known, after) {
  const { unit, rates, categories, edits } = known;
  const control = {
    name: input({ value: product?.name ?? '', required: true }),
    codes: h('textarea', { rows: 2, spellcheck: 'false' }, (product?.codes ?? []).join('\n')),
    price: input({ inputmode: 'decimal', value: product ? decimal(product.priceMinor, unit) : '' }),
    rate: select([['', t('none')], ...rates.map((rate) => [rate.id, rate.name])], product?.taxRateId),
    category: select([['', t('none')], ...categories.map((category) => [category.id, category.name])], product?.categoryId),
    age: input({ type: 'number', min: 1, max: 99, value: product?.minimumAge ?? '' }),
    place: input({ type: 'number', min: 0, value: product?.quickKey ?? '' }),
    weight: input({ type: 'checkbox', checked: product?.soldByWeight }),
    open: input({ type: 'checkbox', checked: product?.openPrice }),
  };
  const body = () => {
    const priceMinor = minor(control.price.value, unit);
    if (priceMinor === undefined) throw new Error(t('noAmount'));
    const codes = control.codes.value.split(/[\s,]+/).filter(Boolean);
    const whole = (input) => (input.value === '' ? undefined : Number(input.value));
    return {
      name: control.name.value.trim(), codes, priceMinor, priceDerived: product?.priceDerived === true && priceMinor === product.priceMinor,
      taxRateId: control.rate.value || undefined, categoryId: control.category.value || undefined,
      minimumAge: whole(control.age), quickKey: whole(control.place),
      soldByWeight: control.weight.checked || undefined, openPrice: control.open.checked || undefined,
      colour: product?.colour, picture: product?.picture,
    };
  };
  dialog(product?.name ?? t('newProduct'), (close) => {
    const rows = [
      field(t('name'), control.name), field(t('codes'), control.codes, t('codesHint')),
      h('div', { class: 'pair' }, field(`${t('field.priceMinor')} (${unit})`, control.price), field(t('field.taxRateId'), control.rate)),
      h('div', { class: 'pair' }, field(t('field.categoryId'), control.category), field(t('field.minimumAge'), control.age)),
      h('div', { class: 'pair' }, field(t('field.quickKey'), control.place, t('quickKeyHint')), h('div', {}, field(t('field.soldByWeight'), control.weight), field(t('field.openPrice'), control.open))),
    ];
    if (!edits) for (const one of Object.values(control)) one.disabled = true;
    const save = async () => {
      const wantedBody = body();
      const id = product?.id ?? wantedBody.codes[0];
      if (!id) throw new Error(t('codeMissing'));
      if (!product && await get(`catalog/product/${segment(id)}`).then(() => true, (failure) => failure.status !== 404)) throw new Error(t('productThere', id));
      await put(`catalog/product/${segment(id)}`, wantedBody);
      close();
      say(t('saved'));
      await after();
    };
    const drop = () => confirm(t('deleteProduct'), t('deleteSure', product.name), t('delete'), async () => {
      await remove(`catalog/product/${segment(product.id)}`);
      close();
      say(t('deleted'));
      await after();
    });
    return [
      edits ? form(rows, t('save'), save, close) : rows,
      product && h('div', { class: 'tail' }, button(t('history'), () => history(product, known)), edits && button(t('delete'), drop, { class: 'danger' })),
    ];
  }, { wide: true });
}

/** What a field of a product's body says, for people. */
function said(name, value, { unit, rates, categories }) {
  if (value === undefined) return '–';
  if (name === 'priceMinor') return money(value, unit);
  if (name === 'taxRateId') return rates.find((rate) => rate.id === value)?.name ?? value;
  if (name === 'categoryId') return categories.find((category) => category.id === value)?.name ?? value;
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  return Array.isArray(value) ? value.join(', ') : String(value).slice(0, 80);
}

async function history(product, known) {
  const versions = await get(`catalog/product/${segment(product.id)}/history`).catch((failure) => { say(failure.message, 'bad'); return []; });
  const bodies = versions.map((version) => (version.body ? JSON.parse(version.body) : undefined));
  dialog(t('historyOf', product.name), () => h('ol', { class: 'history' }, versions.map((version, place) => {
    const now = bodies[place];
    const before = bodies[place + 1];
    const fields = now && before ? [...new Set([...Object.keys(now), ...Object.keys(before)])].filter((name) => name !== 'priceDerived' && JSON.stringify(now[name]) !== JSON.stringify(before[name])) : [];
    return h('li', {},
      h('div', {}, h('strong', {}, version.at ? time(version.at) : t('first')), version.cause && [' ', pill(named('cause', version.cause), 'idle'), ` ${version.by}`]),
      !now ? h('p', { class: 'bad' }, t('wasDeleted'))
        : fields.length ? h('ul', {}, fields.map((name) => h('li', {}, `${t(`field.${name}`)}: `, h('del', {}, said(name, before[name], known)), ' → ', h('ins', {}, said(name, now[name], known)))))
          : h('p', {}, `${now.name} · ${money(now.priceMinor, known.unit)}`));
  })), { wide: true });
}
