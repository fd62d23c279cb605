// A list of things of which there are few, each edited in a dialog.
import { put, remove, segment } from './api.js';
import { button, card, confirm, dialog, form, h, say, table } from './dom.js';
import { t } from './words.js';

/** columns of the table; build(thing) → {rows, read: () => ({id, body})}. */
export function things(type, title, list, columns, build, again) {
  const edit = (thing) => dialog(thing ? thing.name ?? thing.id : t(`new.${type}`), (close) => {
    const { rows, read } = build(thing);
    return [
      form(rows, t('save'), async () => {
        const { id, body } = read();
        await put(`catalog/${type}/${segment(thing?.id ?? id)}`, body);
        close();
        say(t('saved'));
        again();
      }, close),
      thing && h('div', { class: 'tail' }, button(t('delete'), () => confirm(t('delete'), t('deleteSure', thing.name ?? thing.id), t('delete'), async () => {
        await remove(`catalog/${type}/${segment(thing.id)}`);
        close();
        say(t('deleted'));
        again();
      }), { class: 'danger' })),
    ];
  });
  return [
    h('div', { class: 'tools' }, h('div', { class: 'space' }), button(t(`new.${type}`), () => edit(), { class: 'primary', icon: 'plus' })),
    card('', table(title, columns, list, edit)),
  ];
}

/** Draws the view anew. */
export function again() {
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** An id made of a name, for a thing that is new. */
export function idOf(name) {
  const id = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return id.slice(0, 60);
}
