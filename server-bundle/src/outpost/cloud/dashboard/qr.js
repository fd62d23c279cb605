// QR codes (ISO/IEC 18004): bytes at error correction level M, versions 1 to 15, which hold up to 412 bytes.
import { svg } from './dom.js';

const QUIET = 4;
// Of each version at level M: correction bytes of a block, blocks of the first length, their data bytes, blocks that are one longer.
const BLOCKS = [
  [10, 1, 16, 0], [16, 1, 28, 0], [26, 1, 44, 0], [18, 2, 32, 0], [24, 2, 43, 0], [16, 4, 27, 0], [18, 4, 31, 0], [22, 2, 38, 2],
  [22, 3, 36, 2], [26, 4, 43, 1], [30, 1, 50, 4], [22, 6, 36, 2], [22, 8, 37, 1], [24, 4, 40, 5], [24, 5, 41, 5],
];
const ALIGNMENT = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50], [6, 30, 54], [6, 32, 58], [6, 34, 62], [6, 26, 46, 66], [6, 26, 48, 70]];
const MASKS = [
  (x, y) => (x + y) % 2 === 0, (x, y) => y % 2 === 0, (x) => x % 3 === 0, (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0, (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The code of a text as a drawing. */
export function qr(text, label) {
  const modules = encode(new TextEncoder().encode(text));
  const size = modules.length + 2 * QUIET;
  const path = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : ''))).join('');
  return svg('svg', { viewBox: `0 0 ${size} ${size}`, class: 'qr', role: 'img', 'aria-label': label, 'shape-rendering': 'crispEdges' },
    svg('rect', { width: size, height: size, fill: '#fff' }), svg('path', { d: path, fill: '#000' }));
}

/** Rows of dark and light. */
export function encode(bytes) {
  const version = BLOCKS.findIndex(([, blocks, length, longer], at) => blocks * length + longer * (length + 1) >= bytes.length + (at < 9 ? 2 : 3)) + 1;
  if (version === 0) throw new Error('too long for a QR code');
  const words = interleave(data(bytes, version), version);
  let best;
  for (let mask = 0; mask < MASKS.length; mask++) {
    const candidate = draw(words, version, mask);
    const cost = penalty(candidate);
    if (!best || cost < best.cost) best = { cost, candidate };
  }
  return best.candidate;
}

function data(bytes, version) {
  const [, blocks, length, longer] = BLOCKS[version - 1];
  const capacity = blocks * length + longer * (length + 1);
  const bits = [];
  const push = (value, count) => { for (let at = count - 1; at >= 0; at--) bits.push((value >> at) & 1); };
  push(4, 4);
  push(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) push(byte, 8);
  push(0, Math.min(4, capacity * 8 - bits.length));
  while (bits.length % 8) bits.push(0);
  const words = [];
  for (let at = 0; at < bits.length; at += 8) words.push(bits.slice(at, at + 8).reduce((sum, bit) => sum * 2 + bit, 0));
  for (let fill = 0xec; words.length < capacity; fill ^= 0xec ^ 0x11) words.push(fill);
  return words;
}

function times(a, b) {
  let product = 0;
  for (let at = 7; at >= 0; at--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> at) & 1) * a;
  }
  return product;
}

function correction(block, count) {
  const generator = Array(count).fill(0);
  generator[count - 1] = 1;
  for (let at = 0, root = 1; at < count; at++, root = times(root, 2)) {
    for (let place = 0; place < count; place++) generator[place] = times(generator[place], root) ^ (generator[place + 1] ?? 0);
  }
  const rest = Array(count).fill(0);
  for (const word of block) {
    const factor = word ^ rest.shift();
    rest.push(0);
    generator.forEach((value, place) => { rest[place] ^= times(value, factor); });
  }
  return rest;
}

function interleave(words, version) {
  const [count, blocks, length, longer] = BLOCKS[version - 1];
  const parts = [];
  for (let at = 0, from = 0; at < blocks + longer; at++) {
    const size = length + (at >= blocks ? 1 : 0);
    parts.push(words.slice(from, from + size));
    from += size;
  }
  const checks = parts.map((part) => correction(part, count));
  const mixed = [];
  for (let at = 0; at <= length; at++) for (const part of parts) if (at < part.length) mixed.push(part[at]);
  for (let at = 0; at < count; at++) for (const check of checks) mixed.push(check[at]);
  return mixed;
}

function draw(words, version, mask) {
  const size = version * 4 + 17;
  const dark = Array.from({ length: size }, () => Array(size).fill(false));
  const fixed = Array.from({ length: size }, () => Array(size).fill(false));
  const set = (x, y, on) => { if (x >= 0 && y >= 0 && x < size && y < size) { dark[y][x] = Boolean(on); fixed[y][x] = true; } };
  for (let at = 0; at < size; at++) { set(6, at, at % 2 === 0); set(at, 6, at % 2 === 0); }
  for (const [cx, cy] of [[3, 3], [size - 4, 3], [3, size - 4]]) {
    for (let dy = -4; dy <= 4; dy++) for (let dx = -4; dx <= 4; dx++) { const ring = Math.max(Math.abs(dx), Math.abs(dy)); set(cx + dx, cy + dy, ring !== 2 && ring !== 4); }
  }
  const places = ALIGNMENT[version - 1];
  const last = places.length - 1;
  places.forEach((cx, i) => places.forEach((cy, j) => {
    if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) return;
    for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
  }));
  format(set, size, mask);
  if (version >= 7) {
    let rest = version;
    for (let at = 0; at < 12; at++) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
    const bits = (version << 12) | rest;
    for (let at = 0; at < 18; at++) { const on = (bits >> at) & 1; const a = size - 11 + (at % 3); const b = Math.floor(at / 3); set(a, b, on); set(b, a, on); }
  }
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (fixed[y][x]) continue;
        const on = bit < words.length * 8 && (words[bit >> 3] >> (7 - (bit & 7))) & 1;
        dark[y][x] = Boolean(on) !== MASKS[mask](x, y);
        bit++;
      }
    }
  }
  return dark;
}

/** Level M is 0 in the two bits of the format. */
function format(set, size, mask) {
  let rest = mask;
  for (let at = 0; at < 10; at++) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  const on = (at) => (bits >> at) & 1;
  for (let at = 0; at <= 5; at++) set(8, at, on(at));
  set(8, 7, on(6)); set(8, 8, on(7)); set(7, 8, on(8));
  for (let at = 9; at < 15; at++) set(14 - at, 8, on(at));
  for (let at = 0; at < 8; at++) set(size - 1 - at, 8, on(at));
  for (let at = 8; at < 15; at++) set(8, size - 15 + at, on(at));
  set(8, size - 8, true);
}

function penalty(dark) {
  const size = dark.length;
  let cost = 0;
  let count = 0;
  const line = (at) => {
    let run = 0;
    let before;
    for (let place = 0; place < size; place++) {
      const now = at(place);
      run = now === before ? run + 1 : 1;
      before = now;
      if (run === 5) cost += 3; else if (run > 5) cost += 1;
    }
    for (let place = 0; place + 11 <= size; place++) {
      const pattern = Array.from({ length: 11 }, (_, offset) => (at(place + offset) ? '1' : '0')).join('');
      if (pattern === '10111010000' || pattern === '00001011101') cost += 40;
    }
  };
  for (let y = 0; y < size; y++) {
    line((x) => dark[y][x]);
    line((x) => dark[x][y]);
    for (let x = 0; x < size; x++) {
      count += dark[y][x] ? 1 : 0;
      if (x + 1 < size && y + 1 < size && dark[y][x] === dark[y][x + 1] && dark[y][x] === dark[y + 1][x] && dark[y][x] === dark[y + 1][x + 1]) cost += 3;
    }
  }
  return cost + Math.floor(Math.abs((count * 20) / (size * size) - 10)) * 10;
}
