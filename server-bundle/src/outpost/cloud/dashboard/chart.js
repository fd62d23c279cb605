// Bars by hour, one colour for each branch, drawn as SVG; the same figures stand in a table for who does not see them.
import { h, svg } from './dom.js';
import { clock, money, number, t } from './words.js';

const HEIGHT = 220;
const BAR = 28;
const STEP = 38;
const LEFT = 64;
const TOP = 12;
const COLOURS = 8;

/** Round steps for an axis up to that value. */
function ticks(highest) {
  const raw = Math.max(highest, 1) / 4;
  const size = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * size).find((candidate) => candidate >= raw);
  return Array.from({ length: Math.ceil(Math.max(highest, 1) / step) + 1 }, (_, place) => place * step);
}

function byHour(cells, key) {
  const hours = new Map();
  for (const cell of cells) hours.set(cell.hour, [...(hours.get(cell.hour) ?? []), cell]);
  return [...hours.entries()].map(([hour, all]) => ({ hour, all, sum: all.reduce((sum, cell) => sum + Math.max(0, cell[key]), 0) }));
}

/** day: what sales/hours answers; branches: [id, name] in the order of their colours. */
export function hoursChart(day, branches, currency) {
  const hours = byHour(day.hours, 'netMinor');
  const first = Math.min(8, ...hours.map((hour) => hour.hour));
  const last = Math.max(20, ...hours.map((hour) => hour.hour));
  const scale = ticks(Math.max(0, ...hours.map((hour) => hour.sum)));
  const highest = scale[scale.length - 1];
  const width = LEFT + (last - first + 1) * STEP;
  const y = (value) => TOP + HEIGHT - (HEIGHT * value) / highest;
  const start = new Date(day.from).getTime();
  const at = (hour) => clock(new Date(start + hour * 3600000));
  const compact = (value) => money(value, currency).replace(/[.,]00(?=\D*$)/, '');
  return h('figure', { class: 'chart' },
    h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('salesByHour') },
      svg('svg', { viewBox: `0 0 ${width} ${HEIGHT + TOP + 26}`, role: 'img', 'aria-label': t('salesByHour'), preserveAspectRatio: 'xMidYMid meet' },
        scale.map((value) => [
          svg('line', { x1: LEFT, x2: width, y1: y(value), y2: y(value), class: 'grid' }),
          svg('text', { x: LEFT - 8, y: y(value) + 4, class: 'axis end' }, compact(value)),
        ]),
        hours.map((hour) => {
          let below = 0;
          return hour.all.filter((cell) => cell.netMinor > 0).map((cell) => {
            const from = below;
            below += cell.netMinor;
            const colour = branches.findIndex(([id]) => id === cell.branchId) % COLOURS;
            return svg('rect', { x: LEFT + (hour.hour - first) * STEP + (STEP - BAR) / 2, y: y(below), width: BAR, height: Math.max(1, y(from) - y(below)), rx: 2, class: `c${colour}` },
              svg('title', {}, `${at(hour.hour)} · ${branches[colour]?.[1] ?? cell.branchId}: ${money(cell.netMinor, currency)}, ${t('receiptsOf', number(cell.sales))}`));
          });
        }),
        Array.from({ length: last - first + 1 }, (_, place) => (first + place) % 2 === 0
          && svg('text', { x: LEFT + place * STEP + STEP / 2, y: HEIGHT + TOP + 20, class: 'axis middle' }, at(first + place))))),
    h('figcaption', {}, branches.slice(0, COLOURS).map(([, name], colour) => h('span', { class: 'legend' }, h('i', { class: `c${colour}` }), name))),
    h('table', { class: 'unseen' }, h('caption', {}, t('salesByHour')), h('tbody', {}, day.hours.map((cell) => h('tr', {},
      h('th', { scope: 'row' }, at(cell.hour)), h('td', {}, cell.branchId), h('td', {}, money(cell.netMinor, currency)))))));
}
