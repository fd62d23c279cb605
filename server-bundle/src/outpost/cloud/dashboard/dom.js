// Small means to build the page: elements, dialogs, tables, forms. Text goes in as text, so nothing that a till or a file says becomes markup.
import { t } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element: h('button', {class: 'primary', onclick: f}, 'Save'). */
export function h(tag, properties = {}, ...children) {
  return filled(document.createElement(tag), properties, children);
}

/** The same for drawings. */
export function svg(tag, properties = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), properties, children);
}

function filled(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else if (name === 'css') Object.assign(element.style, value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

const ICONS = {
  overview: 'M4 13h6V4H4zm10 7h6V4h-6zM4 20h6v-4H4z',
  fleet: 'M4 5h16v10H4zM9 19h6M12 15v4',
  alarms: 'M12 4a5 5 0 0 0-5 5c0 5-2 6-2 7h14c0-1-2-2-2-7a5 5 0 0 0-5-5zM10 19a2 2 0 0 0 4 0',
  conflicts: 'M7 4v16M7 8h6a4 4 0 0 1 4 4v8M4 17l3 3 3-3M14 17l3 3 3-3',
  quarantine: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM12 8v5M12 16v.5',
  products: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  prices: 'M4 4h8l8 8-8 8-8-8zM8.5 8.5v.1',
  categories: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  taxes: 'M6 18L18 6M8 9a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM16 18a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z',
  import: 'M12 4v11M7 10l5 5 5-5M4 20h16',
  settings: 'M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4',
  terminals: 'M5 4h14v9H5zM3 20h18l-2-5H5z',
  users: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 4-6 8-6s8 2 8 6',
  accounts: 'M8 14a4 4 0 1 1 3.5-6H21v4h-3v3h-3v-3h-3.5A4 4 0 0 1 8 14z',
  acts: 'M6 3h9l4 4v14H6zM9 11h7M9 15h7',
  updates: 'M20 11a8 8 0 0 0-14-5L4 8M4 4v4h4M4 13a8 8 0 0 0 14 5l2-2M20 20v-4h-4',
  menu: 'M4 6h16M4 12h16M4 18h16',
  close: 'M6 6l12 12M18 6L6 18',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20',
  plus: 'M12 5v14M5 12h14',
  out: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  theme: 'M20 14.5A8 8 0 1 1 9.5 4a6.5 6.5 0 0 0 10.5 10.5z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  next: 'M9 5l7 7-7 7',
};

export function icon(name) {
  return svg('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true', focusable: 'false' }, svg('path', { d: ICONS[name] }));
}

/** Says something to everybody, readers of the screen too, for some seconds. */
export function say(text, kind = 'good') {
  const line = h('div', { class: `toast ${kind}` }, text);
  document.getElementById('says').append(line);
  setTimeout(() => line.remove(), kind === 'bad' ? 9000 : 4500);
}

export function button(label, onclick, properties = {}) {
  const { icon: picture, ...rest } = properties;
  return h('button', { type: 'button', onclick, ...rest }, picture && icon(picture), h('span', {}, label));
}

/** Runs what a button starts, while the button shows that it is busy; what goes wrong is said. */
export async function busy(control, work) {
  control.setAttribute('aria-busy', 'true');
  control.disabled = true;
  try {
    return await work();
  } catch (failure) {
    say(failure.message, 'bad');
    return undefined;
  } finally {
    control.removeAttribute('aria-busy');
    control.disabled = false;
  }
}

/** A dialog over the page; Escape and the cross close it, and the focus goes back to where it was. */
export function dialog(title, build, properties = {}) {
  const before = document.activeElement;
  const id = `dialog-${document.querySelectorAll('dialog').length}`;
  const box = h('dialog', { 'aria-labelledby': id, class: properties.wide ? 'wide' : '' });
  const close = () => box.close();
  box.addEventListener('close', () => {
    box.remove();
    if (before && before.isConnected) before.focus();
    if (properties.onclose) properties.onclose();
  });
  box.append(
    h('header', {}, h('h2', { id }, title), h('button', { type: 'button', class: 'plain', 'aria-label': t('close'), onclick: close }, icon('close'))),
    h('div', { class: 'body' }, build(close)),
  );
  document.body.append(box);
  box.showModal();
  return box;
}

export function confirm(title, sentence, label, work) {
  dialog(title, (close) => {
    const yes = button(label, () => busy(yes, async () => { await work(); close(); }), { class: 'danger' });
    return [h('p', {}, sentence), h('footer', {}, button(t('cancel'), close), yes)];
  });
}

/**
 * A table that becomes a list of cards on a phone.
 * columns: [{title, cell: row => content, number, wide}]; open: what a click on a row does.
 */
export function table(caption, columns, rows, open, empty = t('nothingHere')) {
  if (rows.length === 0) return h('p', { class: 'empty' }, empty);
  return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    h('table', {},
      h('caption', { class: 'unseen' }, caption),
      h('thead', {}, h('tr', {}, columns.map((column) => h('th', { scope: 'col', class: column.number ? 'number' : '' }, column.title)))),
      h('tbody', {}, rows.map((row) => h('tr', { class: open ? 'opens' : '', onclick: open && ((event) => { if (!event.target.closest('button,a')) open(row); }) },
        columns.map((column, place) => {
          const content = column.cell(row);
          const cell = place === 0 && open
            ? h('button', { type: 'button', class: 'row', onclick: () => open(row) }, content)
            : content;
          return h(place === 0 ? 'th' : 'td', { scope: place === 0 ? 'row' : undefined, class: column.number ? 'number' : '', 'data-title': column.title }, cell);
        }))))));
}

export function pill(text, kind) {
  return h('span', { class: `pill ${kind}` }, text);
}

export function card(title, ...content) {
  return h('section', { class: 'card', 'aria-label': title || undefined }, title && h('h2', {}, title), content);
}

/** A labelled control; what is wrong with it is said beside it. */
export function field(label, control, hint) {
  const id = `f${Math.floor(performance.now() * 1000)}-${document.querySelectorAll('label').length}-${field.count++}`;
  control.id = id;
  const note = hint ? h('small', { id: `${id}-hint` }, hint) : undefined;
  if (note) control.setAttribute('aria-describedby', note.id);
  const check = control.type === 'checkbox';
  return h('div', { class: check ? 'field check' : 'field' }, check ? [control, h('label', { for: id }, label)] : [h('label', { for: id }, label), control], note);
}
field.count = 0;

export function input(properties = {}) {
  return h('input', { autocomplete: 'off', ...properties });
}

export function select(options, value, properties = {}) {
  const control = h('select', properties, options.map(([id, label]) => h('option', { value: id }, label)));
  control.value = value ?? '';
  return control;
}

/** A form whose submit runs the work; the first thing that is wrong is said in it. */
export function form(rows, label, work, cancel) {
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const submit = h('button', { type: 'submit', class: 'primary' }, h('span', {}, label));
  return h('form', {
    novalidate: true,
    onsubmit: async (event) => {
      event.preventDefault();
      problem.hidden = true;
      submit.disabled = true;
      submit.setAttribute('aria-busy', 'true');
      try {
        await work();
      } catch (failure) {
        problem.textContent = failure.message;
        problem.hidden = false;
      } finally {
        submit.disabled = false;
        submit.removeAttribute('aria-busy');
      }
    },
  }, rows, problem, h('footer', {}, cancel && button(t('cancel'), cancel), submit));
}

/** Saves a text as a file of the browser. */
export function download(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = h('a', { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

/** Shows what the work gives once it is there, and says what is going on until then. */
export function later(work) {
  const place = h('div', { class: 'later', 'aria-busy': 'true' }, h('p', { class: 'empty' }, t('loading')));
  work().then(
    (content) => { place.removeAttribute('aria-busy'); place.replaceChildren(...[content].flat(Infinity)); },
    (failure) => { place.removeAttribute('aria-busy'); place.replaceChildren(h('p', { class: 'problem', role: 'alert' }, failure.message)); },
  );
  return place;
}
