// Bars by hour, one colour for each branch, drawn as SVG; the same figures stand in a table for who does not see them.
import { h, svg } from './dom.js';
import { clock, hourOf, money, number, t } from './words.js';

const HEIGHT = 220;
const TOP = 12;
// On a phone the bars are thinner instead of leaving the screen.
const WIDE = { bar: 28, step: 38, left: 64, every: 2 };
const NARROW = { bar: 14, step: 20, left: 52, every: 4 };
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
  const first = Math.min(9, ...hours.map((hour) => hour.hour));
  const last = Math.max(20, ...hours.map((hour) => hour.hour));
  const scale = ticks(Math.max(0, ...hours.map((hour) => hour.sum)));
  const highest = scale[scale.length - 1];
  const { bar, step, left, every } = window.innerWidth < 600 ? NARROW : WIDE;
  const width = left + (last - first + 1) * step + step / 2;
  const y = (value) => TOP + HEIGHT - (HEIGHT * value) / highest;
  const start = new Date(day.from).getTime();
  const at = (hour) => clock(new Date(start + hour * 3600000));
  const compact = (value) => money(value, currency).replace(/[.,]00(?=\D*$)/, '');
  return h('figure', { class: 'chart' },
    h('div', {},
      svg('svg', { viewBox: `0 0 ${width} ${HEIGHT + TOP + 26}`, role: 'img', 'aria-label': t('salesByHour'), preserveAspectRatio: 'xMidYMid meet' },
        scale.map((value) => [
          svg('line', { x1: left, x2: width, y1: y(value), y2: y(value), class: 'grid' }),
          svg('text', { x: left - 8, y: y(value) + 4, class: 'axis end' }, compact(value)),
        ]),
        hours.map((hour) => {
          let below = 0;
          return hour.all.filter((cell) => cell.netMinor > 0).map((cell) => {
            const from = below;
            below += cell.netMinor;
            const colour = branches.findIndex(([id]) => id === cell.branchId) % COLOURS;
            return svg('rect', { x: left + (hour.hour - first) * step + (step - bar) / 2, y: y(below), width: bar, height: Math.max(1, y(from) - y(below)), rx: 2, class: `c${colour}` },
              svg('title', {}, `${at(hour.hour)} · ${branches[colour]?.[1] ?? cell.branchId}: ${money(cell.netMinor, currency)}, ${t('receiptsOf', number(cell.sales))}`));
          });
        }),
        Array.from({ length: last - first + 1 }, (_, place) => (first + place) % every === 0
          && svg('text', { x: left + place * step + step / 2, y: HEIGHT + TOP + 20, class: 'axis middle' }, hourOf(new Date(start + (first + place) * 3600000)))))),
    h('figcaption', {}, branches.slice(0, COLOURS).map(([, name], colour) => h('span', { class: 'legend' }, h('i', { class: `c${colour}` }), name))),
    h('table', { class: 'unseen' }, h('caption', {}, t('salesByHour')), h('tbody', {}, day.hours.map((cell) => h('tr', {},
      h('th', { scope: 'row' }, at(cell.hour)), h('td', {}, cell.branchId), h('td', {}, money(cell.netMinor, currency)))))));
}
