// Releases of the till's program: which ring of branches gets which, and which till runs what.
import { get, post, put, segment, session } from './api.js';
import { busy, button, card, confirm, dialog, field, form, h, pill, say, select, table } from './dom.js';
import { again } from './things.js';
import { ago, bytes, number, t, time } from './words.js';

export const concerns = ['fleet'];
const RINGS = ['pilot', 'wave', 'all'];

export async function show() {
  const [updates, branches, fleet] = await Promise.all([get('updates'), get('branches'), get('fleet')]);
  const rings = new Map(updates.rings.filter((one) => one.tenantId === session.tenant).map((one) => [one.branchId, one.ring]));
  const ringOf = (branchId) => rings.get(branchId) ?? 'all';
  const channelOf = (ring) => updates.channels.find((channel) => channel.channel === ring);
  const tills = fleet.map((till) => ({ ...till, ring: ringOf(till.branchId), ...progress(till, channelOf(ringOf(till.branchId))) }));
  return [
    card(t('rings'), table(t('rings'), [
      { title: t('ring'), cell: (ring) => [h('strong', {}, t(`ring.${ring}`)), h('small', {}, t(`ring.${ring}.hint`))] },
      { title: t('release'), cell: (ring) => given(channelOf(ring), updates.releases) },
      { title: t('tillsUpdated'), number: true, cell: (ring) => updated(tills.filter((till) => till.ring === ring), channelOf(ring)) },
      { title: t('act'), cell: (ring) => acts(ring, channelOf(ring), updates.releases) },
    ], RINGS)),
    card(t('releases'), table(t('releases'), [
      { title: t('release'), cell: (release) => h('strong', {}, titleOf(release)) },
      { title: t('ring'), cell: (release) => updates.channels.filter((channel) => channel.number === release.number).map((channel) => pill(t(`ring.${channel.channel}`), channel.halted ? 'warn' : 'good')) },
      { title: t('publishedAt'), cell: (release) => time(release.uploadedAt) },
      { title: t('expires'), cell: (release) => time(release.expiresAt) },
      { title: t('size'), number: true, cell: (release) => bytes(release.bytes) },
    ], updates.releases, undefined, t('noReleases'))),
    card(t('branches'), table(t('branches'), [
      { title: t('branch'), cell: (branch) => h('strong', {}, branch.name) },
      { title: t('ring'), cell: (branch) => membership(branch, ringOf(branch.branchId)) },
      { title: t('tills'), number: true, cell: (branch) => number(tills.filter((till) => till.branchId === branch.branchId).length) },
    ], branches)),
    card(t('runsWhat'), table(t('runsWhat'), [
      { title: t('till'), cell: (till) => h('strong', {}, till.name) },
      { title: t('ring'), cell: (till) => t(`ring.${till.ring}`) },
      { title: t('runs'), cell: (till) => till.report?.release ?? till.report?.version ?? '–' },
      { title: t('state'), cell: (till) => [pill(t(`update.${till.state}`), till.kind), till.report?.updateProblem && h('small', {}, till.report.updateProblem)] },
      { title: t('lastSeen'), cell: (till) => (till.seenAt ? h('time', { datetime: till.seenAt, title: time(till.seenAt) }, ago(till.seenAt)) : t('never')) },
    ], tills)),
  ];
}

const titleOf = (release) => `${release.version} (${t('releaseNumber', release.number)})`;

/** A till names its release as the publisher's tool does: "1.0.1 (release 7)"; one that was never updated names none. */
function runs(till) {
  return Number(/\(release (\d+)\)$/.exec(till.report?.release ?? '')?.[1] ?? 0);
}

function progress(till, channel) {
  if (!till.report) return { state: 'silent', kind: 'idle' };
  if (till.report.updateProblem) return { state: 'refused', kind: 'bad' };
  if (!channel || channel.halted || runs(till) >= channel.number) return { state: 'upToDate', kind: 'good' };
  return { state: 'waits', kind: 'warn' };
}

function given(channel, releases) {
  if (!channel) return t('ringGetsNothing');
  const release = releases.find((one) => one.number === channel.number);
  return [release ? titleOf(release) : t('releaseNumber', channel.number), channel.halted && pill(t('halted'), 'warn')];
}

function updated(tills, channel) {
  return channel ? t('ofTills', number(tills.filter((till) => runs(till) >= channel.number).length), number(tills.length)) : '–';
}

/** A ring takes no release that is older than the one it got: no till would. */
function acts(ring, channel, releases) {
  const choices = releases.filter((release) => release.number > (channel?.number ?? 0) || release.number === channel?.number && channel.halted);
  return h('div', { class: 'acts' },
    choices.length > 0 && button(t('promote'), () => promote(ring, choices), { class: 'small', 'aria-label': `${t('promote')} · ${t(`ring.${ring}`)}` }),
    channel && !channel.halted && button(t('halt'), () => confirm(t('halt'), t('haltSure', t(`ring.${ring}`)), t('halt'), async () => {
      await post(`updates/channels/${segment(ring)}/halt`);
      say(t('saved'));
      again();
    }), { class: 'small danger', 'aria-label': `${t('halt')} · ${t(`ring.${ring}`)}` }));
}

function promote(ring, choices) {
  const wanted = select(choices.map((release) => [release.number, titleOf(release)]), choices[0].number);
  dialog(t('promoteTo', t(`ring.${ring}`)), (close) => [
    h('p', {}, t('promoteHint')),
    form([field(t('release'), wanted)], t('promote'), async () => {
      await put(`updates/channels/${segment(ring)}`, { number: Number(wanted.value) });
      close();
      say(t('saved'));
      again();
    }, close),
  ]);
}

function membership(branch, ring) {
  const control = select(RINGS.map((one) => [one, t(`ring.${one}`)]), ring, {
    'aria-label': `${t('ring')} · ${branch.name}`,
    onchange: () => busy(control, async () => {
      await put(`updates/rings/${segment(branch.branchId)}`, { ring: control.value });
      say(t('saved'));
      again();
    }),
  });
  return control;
}
