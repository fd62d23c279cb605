// Who may sign in at this page.
import { get, post, remove, segment, session } from './api.js';
import { button, card, confirm, dialog, field, form, h, input, say, select, table } from './dom.js';
import { branches } from './facts.js';
import { again } from './things.js';
import { t } from './words.js';

export async function show(_, reaches) {
  const [own, operators, shops] = await Promise.all([get('accounts'), reaches('operator') ? get('operators') : [], branches()]);
  const names = new Map(shops);
  const list = (title, rows) => card(title, table(title, [
    { title: t('accountName'), cell: (account) => h('strong', {}, account.account) },
    { title: t('role'), cell: (account) => t(`role.${account.role}`) },
    { title: t('branch'), cell: (account) => (account.branch ? names.get(account.branch) ?? account.branch : '–') },
  ], rows, (account) => edit(account, shops, reaches), t('noAccounts')));
  return [
    h('div', { class: 'tools' }, h('p', { class: 'lead' }, t('accountsHint')), h('div', { class: 'space' }), button(t('newAccount'), () => edit(undefined, shops, reaches), { class: 'primary', icon: 'plus' })),
    list(t('accountsOf', session.tenant), own),
    reaches('operator') && list(t('operators'), operators),
  ].filter(Boolean);
}

function edit(account, shops, reaches) {
  const suffix = `@${session.tenant}`;
  const name = input({ value: account?.account ?? '', disabled: Boolean(account), autocapitalize: 'none', spellcheck: 'false' });
  const roles = ['branch_manager', 'tenant_admin', ...(reaches('operator') ? ['operator'] : [])];
  const role = select(roles.map((id) => [id, t(`role.${id}`)]), account?.role ?? 'branch_manager', { onchange: () => adapt() });
  const branch = select(shops, account?.branch ?? shops[0]?.[0]);
  const password = input({ type: 'password', autocomplete: 'new-password' });
  const branchField = field(t('branch'), branch);
  const adapt = () => { branchField.hidden = role.value !== 'branch_manager'; };
  adapt();
  dialog(account?.account ?? t('newAccount'), (close) => [
    form([field(t('accountName'), name, account ? undefined : t('accountNew', suffix)), field(t('role'), role), branchField, field(t('password'), password, t(account ? 'passwordKept' : 'passwordHint'))], t('save'), async () => {
      const typed = name.value.trim();
      const full = account || role.value === 'operator' || typed.includes('@') ? typed : typed + suffix;
      await post('accounts', { account: full, role: role.value, branch: role.value === 'branch_manager' ? branch.value : undefined, password: password.value || undefined });
      close();
      say(t('saved'));
      again();
    }, close),
    account && account.account !== session.who.account && h('div', { class: 'tail' }, button(t('delete'), () => confirm(t('delete'), t('deleteSure', account.account), t('delete'), async () => {
      await remove(`accounts/${segment(account.account)}`);
      close();
      say(t('deleted'));
      again();
    }), { class: 'danger' })),
  ]);
}
