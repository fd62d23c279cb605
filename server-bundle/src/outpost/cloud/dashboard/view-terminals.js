// Branches and their tills; a new till comes in by a code that is used once.
import { get, post, segment } from './api.js';
import { busy, button, card, confirm, dialog, field, form, h, input, pill, say, select, svg, table } from './dom.js';
import { named } from './facts.js';
import { again } from './things.js';
import { t, time } from './words.js';

const QR_PIXELS = 240;

export async function show() {
  const [branches, terminals] = await Promise.all([get('branches'), get('terminals')]);
  const names = new Map(branches.map((branch) => [branch.branchId, branch.name]));
  return [
    h('div', { class: 'tools' }, h('div', { class: 'space' }),
      button(t('newBranch'), () => editBranch(), { icon: 'plus' }),
      button(t('newTill'), () => newTill(branches), { class: 'primary', icon: 'plus', disabled: branches.length === 0 })),
    card(t('tills'), table(t('tills'), [
      { title: t('name'), cell: (till) => h('strong', {}, till.name) },
      { title: t('terminalId'), cell: (till) => h('code', {}, till.terminalId) },
      { title: t('branch'), cell: (till) => names.get(till.branchId) ?? till.branchId },
      { title: t('state'), cell: (till) => pill(named('enrolment', till.status), till.status === 'enrolled' ? 'good' : 'idle') },
      { title: t('act'), cell: (till) => code(till) },
    ], terminals, undefined, t('noTills'))),
    card(t('branches'), table(t('branches'), [
      { title: t('name'), cell: (branch) => h('strong', {}, branch.name) },
      { title: t('id'), cell: (branch) => h('code', {}, branch.branchId) },
      { title: t('tills'), number: true, cell: (branch) => terminals.filter((till) => till.branchId === branch.branchId).length },
    ], branches, editBranch)),
  ];
}

/** By its code a till comes in; one that was stolen is cut off. */
function code(till) {
  const offer = () => post(`terminals/${segment(till.terminalId)}/code`, {});
  const control = button(t('newCode'), () => (till.status === 'enrolled'
    ? confirm(t('newCode'), t('newCodeSure', till.name), t('newCode'), async () => showCode(till.name, await offer()))
    : busy(control, async () => showCode(till.name, await offer()))), { class: 'small' });
  const cut = till.status === 'enrolled' && button(t('cutOff'), () => confirm(t('cutOff'), t('cutOffSure', till.name), t('cutOff'), async () => {
    await post(`terminals/${segment(till.terminalId)}/revocation`);
    say(t('cutOffDone'));
    again();
  }), { class: 'small danger' });
  return h('div', { class: 'acts' }, control, cut);
}

function editBranch(branch) {
  const name = input({ value: branch?.name ?? '' });
  const id = input({ value: branch?.branchId ?? '', disabled: Boolean(branch), spellcheck: 'false', autocapitalize: 'none' });
  dialog(branch?.name ?? t('newBranch'), (close) => form([field(t('name'), name), field(t('id'), id, t('branchIdHint'))], t('save'), async () => {
    await post('branches', { branchId: id.value.trim(), name: name.value.trim() });
    close();
    say(t('saved'));
    again();
  }, close));
}

function newTill(branches) {
  const name = input({ placeholder: t('tillNameExample') });
  const branch = select(branches.map((one) => [one.branchId, one.name]), branches[0].branchId);
  dialog(t('newTill'), (close) => form([field(t('name'), name), field(t('branch'), branch)], t('makeCode'), async () => {
    const answer = await post('terminals', { branchId: branch.value, name: name.value.trim() });
    close();
    again();
    showCode(name.value.trim(), answer);
  }, close));
}

function showCode(name, offer) {
  const copy = async () => {
    await navigator.clipboard.writeText(offer.link);
    say(t('copied'));
  };
  dialog(t('codeFor', name), (close) => [
    h('p', {}, t('codeHint', time(offer.expiresAt))),
    h('div', { class: 'offer' }, qr(offer.qr, t('qrOf', name)), h('div', {},
      h('h3', {}, t('code')), h('code', { class: 'large' }, offer.code),
      h('h3', {}, t('link')), h('code', { class: 'wrap' }, offer.link))),
    h('footer', {}, button(t('close'), close), window.isSecureContext && button(t('copyLink'), copy, { class: 'primary' })),
  ], { wide: true });
}

/** A code as the cloud has drawn it. A module is a whole number of pixels: scanners misread codes with modules of several sizes. */
function qr(code, label) {
  const size = code.side * Math.max(4, Math.round(QR_PIXELS / code.side));
  return svg('svg', { width: size, height: size, viewBox: `0 0 ${code.side} ${code.side}`, class: 'qr', role: 'img', 'aria-label': label, 'shape-rendering': 'crispEdges' },
    svg('rect', { width: code.side, height: code.side, fill: '#fff' }), svg('path', { d: code.path, fill: '#000' }));
}
