// What several views need to know of a tenant.
import { get } from './api.js';
import { bytes, number, span, t, time } from './words.js';

/** Without a setting nothing was ever sold, and any currency will do for zeros. */
export async function currency() {
  const setting = await get('catalog/setting/currency').catch(() => undefined);
  return setting ? JSON.parse(setting.body).value : 'EUR';
}

/** [id, name] of the branches that the person reaches. */
export async function branches() {
  return (await get('branches')).map((branch) => [branch.branchId, branch.name]);
}

/** All things of a type that has few, with their bodies read. */
export async function all(type) {
  const things = [];
  let after = '';
  do {
    const page = await get(`catalog/${type}`, { after, limit: 500 });
    things.push(...page.entities.map((entity) => ({ id: entity.id, seq: entity.seq, ...JSON.parse(entity.body) })));
    after = page.next;
  } while (after);
  return things;
}

const SILENT_MILLIS = 10 * 60000;
const DRIFT_MILLIS = 2 * 60000;

/** What a till's state comes to: [key, colour], the worst first. */
export function stateOf(till) {
  if (!till.seenAt) return ['waiting', 'idle'];
  if (till.report?.parked > 0 || till.refused > 0 || till.streams.some((stream) => stream.gapSince)) return ['trouble', 'bad'];
  if (Date.now() - new Date(till.seenAt).getTime() > SILENT_MILLIS) return ['away', 'idle'];
  if (till.report?.problem || Math.abs(till.report?.clockOffsetMillis ?? 0) > DRIFT_MILLIS) return ['warning', 'warn'];
  return ['online', 'good'];
}

/** What an alarm is about, in the language of the page as far as the till's own report says it. */
export function detailOf(alarm, fleet) {
  if (alarm.kind === 'double_refund') return alarm.detail.split('; ').map(cameBack).join('; ');
  const till = fleet.find((one) => one.terminalId === alarm.terminalId);
  const report = till?.report;
  if (alarm.clearedAt || !report) return alarm.detail;
  if (alarm.kind === 'clock' && report.clockOffsetMillis) return t(report.clockOffsetMillis > 0 ? 'detail.slow' : 'detail.fast', span(Math.abs(report.clockOffsetMillis)));
  if (alarm.kind === 'parked') return t('detail.parked', number(report.parked));
  if (alarm.kind === 'disk') return t('detail.disk', bytes(report.diskFreeBytes));
  if (alarm.kind === 'silent') return t('detail.silent', time(till.seenAt));
  return alarm.detail;
}

/** What the cloud says of one line of a receipt, or of how many more there are. */
function cameBack(said) {
  const line = said.match(/^(\S+) of (\S+) came back of line (\d+) of receipt (.+)$/);
  const more = said.match(/^and (\d+) more$/);
  return line ? t('detail.double_refund', ...line.slice(1)) : more ? t('detail.more', more[1]) : said;
}

/** The sentence of a code, where there is one. */
export function named(prefix, code) {
  const name = `${prefix}.${code}`;
  const text = t(name);
  return text === name ? code : text;
}
