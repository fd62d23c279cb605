// The shell: sign-in, navigation, and one view at a time, which is drawn again when the cloud says that something of it has changed.
import { get, live, onEnd, post, resume, session, signIn, signInByToken, signOut } from './api.js';
import { button, dialog, field, form, h, icon, input, later, say, select } from './dom.js';
import { LANGUAGES, chosen, keep, speak, t } from './words.js';

const VIEWS = [
  ['watching', [['overview', 'branch_manager'], ['fleet', 'branch_manager'], ['alarms', 'branch_manager'], ['conflicts', 'branch_manager'], ['quarantine', 'branch_manager']]],
  ['catalog', [['products', 'branch_manager'], ['prices', 'branch_manager'], ['categories', 'tenant_admin'], ['taxes', 'tenant_admin'], ['import', 'tenant_admin']]],
  ['shops', [['terminals', 'tenant_admin'], ['users', 'tenant_admin'], ['settings', 'tenant_admin'], ['accounts', 'tenant_admin'], ['acts', 'tenant_admin'], ['updates', 'operator']]],
];
const ROLES = ['branch_manager', 'tenant_admin', 'operator'];
const REDRAW_MILLIS = 600;
const THEME = 'outpost-theme';
const TENANT = 'outpost-tenant';

const app = document.getElementById('app');
let view;
let routes = 0;
let hangUp = () => {};
let tenants = [];

const reaches = (role) => ROLES.indexOf(session.who.role) >= ROLES.indexOf(role);

async function start() {
  useTheme(localStorage.getItem(THEME));
  await speak(chosen());
  onEnd(() => { say(t('sessionEnded'), 'bad'); leave(); });
  window.addEventListener('hashchange', () => session.who && route());
  if (await resume().catch(() => false)) enter(); else showSignIn();
}

function useTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
}

function switchTheme() {
  const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  localStorage.setItem(THEME, dark ? 'light' : 'dark');
  useTheme(dark ? 'light' : 'dark');
}

function languages(redraw) {
  return select(Object.entries(LANGUAGES), chosen(), {
    'aria-label': t('language'),
    class: 'plain',
    onchange: async (event) => { keep(event.target.value); await speak(event.target.value); redraw(); },
  });
}

// ---- sign-in

function showSignIn(byToken = false) {
  hangUp();
  const name = input({ name: 'name', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false' });
  const password = input({ name: 'password', type: 'password', autocomplete: byToken ? 'off' : 'current-password' });
  const rows = byToken
    ? [h('p', {}, t('tokenHint')), field(t('adminToken'), password)]
    : [field(t('accountName'), name, t('accountNameHint')), field(t('password'), password)];
  const work = async () => {
    if (byToken) await signInByToken(password.value.trim()); else await signIn(name.value.trim(), password.value);
    await enter();
  };
  app.className = 'sign-in';
  app.replaceChildren(h('main', {},
    h('div', { class: 'brand' }, h('img', { src: 'icon.svg', alt: '' }), h('h1', {}, 'Outpost')),
    form(rows, t('signIn'), work),
    h('div', { class: 'choices' },
      h('button', { type: 'button', class: 'link', onclick: () => showSignIn(!byToken) }, t(byToken ? 'signInByPassword' : 'signInByToken')),
      languages(() => showSignIn(byToken)))));
  (byToken ? password : name).focus();
}

async function enter() {
  session.tenant = session.who.tenant ?? localStorage.getItem(TENANT) ?? 'main';
  tenants = session.who.role === 'operator' ? await get('tenants') : [];
  if (tenants.length && !tenants.some((tenant) => tenant.tenantId === session.tenant)) session.tenant = tenants[0].tenantId;
  showShell();
}

function leave() {
  session.who = session.bearer = undefined;
  showSignIn();
}

// ---- the shell

function showShell() {
  hangUp();
  app.className = 'shell';
  const line = h('span', { class: 'line', role: 'status' });
  const chooser = tenants.length > 1 && select(tenants.map((tenant) => [tenant.tenantId, tenant.name]), session.tenant, {
    'aria-label': t('tenant'),
    onchange: (event) => { session.tenant = event.target.value; localStorage.setItem(TENANT, session.tenant); showShell(); },
  });
  const nav = h('nav', { id: 'nav', 'aria-label': t('navigation') },
    h('a', { class: 'brand', href: '#overview' }, h('img', { src: 'icon.svg', alt: '' }), h('strong', {}, 'Outpost')),
    VIEWS.map(([group, views]) => {
      const mine = views.filter(([, role]) => reaches(role));
      return mine.length && [h('h2', {}, t(`group.${group}`)), h('ul', {}, mine.map(([name]) => h('li', {}, h('a', { href: `#${name}`, 'data-view': name }, icon(name), h('span', {}, t(`view.${name}`)), h('span', { class: 'count', 'data-count': name })))))];
    }),
    h('div', { class: 'foot' }, languages(showShell)));
  const menu = h('button', { type: 'button', class: 'plain menu', 'aria-label': t('menu'), 'aria-expanded': 'false', 'aria-controls': 'nav', onclick: () => openMenu(!app.classList.contains('menu-open')) }, icon('menu'));
  const main = h('main', { id: 'main', tabindex: '-1' });
  app.replaceChildren(
    h('a', { class: 'skip', href: '#main', onclick: (event) => { event.preventDefault(); main.focus(); } }, t('skip')),
    nav,
    h('div', { class: 'shade', onclick: () => openMenu(false) }),
    h('div', { class: 'right' },
      h('header', { class: 'bar' }, menu, h('h1', { id: 'title' }), h('div', { class: 'space' }), line, chooser,
        h('button', { type: 'button', class: 'plain', 'aria-label': t('theme'), title: t('theme'), onclick: switchTheme }, icon('theme')),
        h('button', { type: 'button', class: 'plain who', 'aria-label': session.who.account, onclick: showPerson }, icon('users'), h('span', {}, session.who.account))),
      main));
  nav.addEventListener('click', (event) => event.target.closest('a') && openMenu(false));
  hangUp = live(changed, (connected) => {
    line.className = `line ${connected ? 'on' : ''}`;
    line.textContent = t(connected ? 'live' : 'notLive');
  });
  route();
  count();
}

function openMenu(open) {
  app.classList.toggle('menu-open', open);
  app.querySelector('.menu').setAttribute('aria-expanded', String(open));
}

function showPerson() {
  dialog(session.who.account, (close) => [
    h('p', {}, t(`role.${session.who.role}`), session.who.branch ? ` · ${session.who.branch}` : ''),
    session.who.csrf && passwordForm(),
    h('footer', {}, button(t('signOut'), async () => { close(); await signOut().catch(() => {}); leave(); }, { icon: 'out' })),
  ]);
}

function passwordForm() {
  const current = input({ type: 'password', autocomplete: 'current-password' });
  const wanted = input({ type: 'password', autocomplete: 'new-password' });
  return form([field(t('currentPassword'), current), field(t('newPassword'), wanted)], t('changePassword'), async () => {
    await post('session/password', { current: current.value, password: wanted.value });
    document.querySelector('dialog')?.close();
    say(t('signInAgain'));
    leave();
  });
}

async function route() {
  const [name, ...rest] = (window.location.hash.slice(1) || 'overview').split('/');
  const known = VIEWS.flatMap(([, views]) => views).find(([id, role]) => id === name && reaches(role));
  if (!known) { window.location.hash = 'overview'; return; }
  const mine = ++routes;
  const module = await import(`./view-${name}.js`);
  if (mine !== routes) return; // Somebody has gone on meanwhile.
  view = { name, module, rest: rest.map(decodeURIComponent), due: undefined };
  document.title = `${t(`view.${name}`)} · Outpost`;
  document.getElementById('title').textContent = t(`view.${name}`);
  for (const link of document.querySelectorAll('nav a[data-view]')) {
    if (link.dataset.view === name) link.setAttribute('aria-current', 'page'); else link.removeAttribute('aria-current');
  }
  const main = document.getElementById('main');
  const shown = view;
  main.replaceChildren(later(async () => h('div', { class: `view ${name}` }, await module.show(shown.rest, reaches))));
  window.scrollTo(0, 0);
}

/** Draws the view again without taking away what a person is in the middle of. */
function changed(kinds) {
  if (!session.who || !view) return;
  if (kinds.some((kind) => ['alarms', 'quarantine', 'conflicts'].includes(kind))) count();
  if (!kinds.some((kind) => view.module.concerns?.includes(kind)) || view.due) return;
  const shown = view;
  shown.due = setTimeout(async () => {
    shown.due = undefined;
    const place = document.querySelector(`main .view.${shown.name}`);
    if (view !== shown || !place || place.contains(document.activeElement) && document.activeElement.matches('input,select,textarea')) return;
    const fresh = await shown.module.show(shown.rest, reaches).catch(() => undefined);
    if (fresh && view === shown) place.replaceChildren(...[fresh].flat(Infinity));
  }, REDRAW_MILLIS);
}

async function count() {
  const open = {
    alarms: async () => (await get('alarms')).filter((alarm) => !alarm.clearedAt).length,
    quarantine: async () => (await get('quarantine')).filter((event) => !event.settledAt).length,
    conflicts: async () => (await get('conflicts')).length,
  };
  for (const [name, work] of Object.entries(open)) {
    const place = document.querySelector(`[data-count=${name}]`);
    const found = await work().catch(() => 0);
    if (place) {
      place.textContent = found || '';
      place.setAttribute('aria-label', found ? t('open', found) : '');
    }
  }
}

start();
