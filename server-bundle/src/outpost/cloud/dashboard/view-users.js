// Who may work at the tills, by PIN.
import { get, post } from './api.js';
import { button, card, dialog, field, form, h, input, pill, say, select, table } from './dom.js';
import { named } from './facts.js';
import { again } from './things.js';
import { t } from './words.js';

const ROLES = ['cashier', 'supervisor', 'manager', 'technician'];

export async function show() {
  const users = await get('users');
  return [
    h('div', { class: 'tools' }, h('p', { class: 'lead' }, t('usersHint')), h('div', { class: 'space' }), button(t('newUser'), () => edit(), { class: 'primary', icon: 'plus' })),
    card('', table(t('view.users'), [
      { title: t('name'), cell: (user) => h('strong', {}, user.name) },
      { title: t('role'), cell: (user) => named('till', user.role) },
      { title: t('state'), cell: (user) => pill(t(user.active ? 'active' : 'inactive'), user.active ? 'good' : 'idle') },
    ], users, edit, t('noUsers'))),
  ];
}

function edit(user) {
  const name = input({ value: user?.name ?? '' });
  const roles = ROLES.includes(user?.role ?? 'cashier') ? ROLES : [...ROLES, user.role];
  const role = select(roles.map((id) => [id, named('till', id)]), user?.role ?? 'cashier');
  const pin = input({ type: 'password', inputmode: 'numeric', autocomplete: 'new-password' });
  const active = input({ type: 'checkbox', checked: user?.active ?? true });
  dialog(user?.name ?? t('newUser'), (close) => form([
    field(t('name'), name), field(t('role'), role), field('PIN', pin, t(user ? 'pinKept' : 'pinHint')), field(t('active'), active),
  ], t('save'), async () => {
    await post('users', { userId: user?.userId, name: name.value.trim(), role: role.value, pin: pin.value || undefined, active: active.checked });
    close();
    say(t('saved'));
    again();
  }, close));
}
