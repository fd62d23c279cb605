// What the business decides for all tills.
import { field, h, input } from './dom.js';
import { all } from './facts.js';
import { again, things } from './things.js';
import { has, t } from './words.js';

const NAMES = ['tax.included', 'cash.rounding', 'codes.embedded', 'roles', 'reasons.discount', 'reasons.void', 'reasons.refund', 'reasons.cash', 'reasons.override', 'tenders', 'cash.denominations', 'lock.idle.seconds', 'training.allowed'];

export async function show() {
  const settings = (await all('setting')).filter((setting) => setting.id !== 'currency');
  return [h('p', { class: 'lead' }, t('settingsHint')), things('setting', t('view.settings'), settings, [
    { title: t('name'), cell: (setting) => [h('strong', {}, setting.id), has(`setting.${setting.id}`) && h('small', {}, t(`setting.${setting.id}`))] },
    { title: t('value'), wide: true, cell: (setting) => h('code', { class: 'cut' }, setting.value) },
  ], (setting) => {
    const name = input({ value: setting?.id ?? '', list: 'setting-names', disabled: Boolean(setting) });
    const value = h('textarea', { rows: 8, spellcheck: 'false' }, setting?.value ?? '');
    return {
      rows: [field(t('name'), name), h('datalist', { id: 'setting-names' }, NAMES.map((id) => h('option', { value: id }))), field(t('value'), value)],
      read: () => ({ id: name.value.trim(), body: { value: value.value } }),
    };
  }, again)];
}
