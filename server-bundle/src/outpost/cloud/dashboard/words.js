// The page's words, and how numbers, money and times are written.
export const LANGUAGES = { en: 'English', de: 'Deutsch', ru: 'Русский', uz: 'Oʻzbekcha' };
const KEPT = 'outpost-language';
let words = {};
let fallback = {};
let language = 'en';

export function chosen() {
  const kept = localStorage.getItem(KEPT);
  if (kept in LANGUAGES) return kept;
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag in LANGUAGES) ?? 'en';
}

export async function speak(tag) {
  const load = async (name) => (await fetch(`messages-${name}.json`)).json();
  [words, fallback] = await Promise.all([load(tag), Object.keys(fallback).length ? fallback : load('en')]);
  language = tag;
  document.documentElement.lang = tag;
}

export function keep(tag) {
  localStorage.setItem(KEPT, tag);
}

/** The sentence of that name, with {0}, {1} … filled in. */
export function t(name, ...values) {
  return (words[name] ?? fallback[name] ?? name).replace(/\{(\d)\}/g, (_, place) => values[Number(place)] ?? '');
}

/** Whether there is a sentence of that name. */
export function has(name) {
  return name in words || name in fallback;
}

export function number(value) {
  return new Intl.NumberFormat(language).format(value);
}

function digits(currency) {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
}

/** Minor units as a decimal text, without ever being a fraction. */
export function decimal(minor, currency) {
  const places = digits(currency);
  const text = String(Math.abs(minor)).padStart(places + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return places === 0 ? sign + text : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}

export function money(minor, currency) {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(decimal(minor, currency));
}

/** Minor units of an amount that a person wrote, with point or comma; undefined where it is none. */
export function minor(text, currency) {
  const places = digits(currency);
  const match = /^(\d{1,12})(?:[.,](\d+))?$/.exec(text.trim());
  if (!match || (match[2] ?? '').length > places) return undefined;
  return Number(match[1] + (match[2] ?? '').padEnd(places, '0'));
}

/** Parts per million as percent. */
export function percent(ppm) {
  return `${String(ppm / 10000).replace('.', language === 'en' ? '.' : ',')} %`;
}

export function time(iso) {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

export function clock(date) {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(date);
}

export function day(date) {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full' }).format(date);
}

const STEPS = [['day', 86400000], ['hour', 3600000], ['minute', 60000], ['second', 1000]];

/** Only the hour, for an axis. */
export function hourOf(date) {
  return new Intl.DateTimeFormat(language, { hour: 'numeric' }).format(date);
}

/** How long ago, in the largest unit that fits. */
export function ago(iso) {
  return since(Date.now() - new Date(iso).getTime());
}

export function since(millis) {
  const [unit, length] = STEPS.find(([, step]) => Math.abs(millis) >= step) ?? STEPS[3];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }).format(-Math.round(millis / length), unit);
}

/** A length of time. */
export function span(millis) {
  const [unit, length] = STEPS.find(([, step]) => Math.abs(millis) >= step) ?? STEPS[3];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(Math.round(millis / length));
}

export function bytes(value) {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  const step = Math.min(Math.floor(Math.log10(Math.max(value, 1)) / 3), 4);
  return new Intl.NumberFormat(language, { style: 'unit', unit: units[step], unitDisplay: 'short', maximumFractionDigits: 1 }).format(value / 1000 ** step);
}
