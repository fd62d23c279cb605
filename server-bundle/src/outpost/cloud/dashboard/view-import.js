// A file of products: what it would change, then the change itself, with its progress and what was bad in it.
import { Refused, upload } from './api.js';
import { button, card, download, field, h, icon, input, pill, say, select, table } from './dom.js';
import { currency } from './facts.js';
import { bytes, money, number, t } from './words.js';

let file;

export async function show() {
  const unit = await currency();
  const result = h('div', { 'aria-live': 'polite' });
  const name = h('strong', {}, file ? file.name : t('noFile'));
  const format = select([['tsv', 'TSV'], ['csv', 'CSV'], ['ndjson', 'NDJSON']], file ? formatOf(file.name) : 'tsv');
  const rule = select([['skip', t('keepGood')], ['abort', t('allOrNothing')]], 'skip');
  const chooser = input({ type: 'file', accept: '.tsv,.csv,.ndjson,.jsonl,.txt,.gz', class: 'unseen', onchange: () => take(chooser.files[0]) });
  const preview = button(t('preview'), () => run(true), { class: 'primary', disabled: !file });
  const bring = button(t('importNow'), () => run(false), { disabled: !file, icon: 'import' });
  const take = (chosen) => {
    if (!chosen) return;
    file = chosen;
    name.textContent = `${file.name} · ${bytes(file.size)}`;
    format.value = formatOf(file.name);
    preview.disabled = bring.disabled = false;
    result.replaceChildren();
  };
  const run = async (only) => {
    const bar = h('progress', { max: 100, value: 0, 'aria-label': t('progress') });
    const note = h('p', {}, t('sending'));
    result.replaceChildren(card(t(only ? 'preview' : 'importing'), bar, note));
    preview.disabled = bring.disabled = true;
    try {
      const answer = await upload(only ? 'catalog/import/preview' : 'catalog/import', { format: format.value, onError: only ? undefined : rule.value }, file, (sent, total) => {
        bar.value = total ? Math.round((100 * sent) / total) : 0;
        note.textContent = sent === total ? t('finishing') : t('sent', bytes(sent), bytes(total));
      });
      result.replaceChildren(...(only ? previewed(answer, unit) : report(answer, t('imported'))));
      if (!only) say(t('imported'));
    } catch (failure) {
      if (failure instanceof Refused && failure.answer.bad) result.replaceChildren(h('p', { class: 'problem', role: 'alert' }, failure.message), badRows(failure.answer.bad, failure.answer.badRows));
      else result.replaceChildren(h('p', { class: 'problem', role: 'alert' }, failure.message));
    } finally {
      preview.disabled = bring.disabled = false;
    }
  };
  const drop = h('div', {
    class: 'drop',
    ondragover: (event) => { event.preventDefault(); drop.classList.add('over'); },
    ondragleave: () => drop.classList.remove('over'),
    ondrop: (event) => { event.preventDefault(); drop.classList.remove('over'); take(event.dataTransfer.files[0]); },
  }, icon('import'), name, h('p', {}, t('dropHint')), button(t('chooseFile'), () => chooser.click()), chooser);
  chooser.setAttribute('aria-label', t('chooseFile'));
  chooser.tabIndex = -1;
  return [
    card('', drop,
      h('div', { class: 'pair' }, field(t('format'), format), field(t('badRowsRule'), rule)),
      h('p', { class: 'hint' }, t('columnsHint')),
      h('footer', {}, preview, bring)),
    result,
  ];
}

function formatOf(fileName) {
  const plain = fileName.toLowerCase().replace(/\.gz$/, '');
  if (/\.(ndjson|jsonl|json)$/.test(plain)) return 'ndjson';
  return plain.endsWith('.csv') ? 'csv' : 'tsv';
}

function counts(answer) {
  return h('div', { class: 'figures' }, [['rows', ''], ['added', 'good'], ['changed', ''], ['unchanged', ''], ['badRows', answer.badRows ? 'bad' : '']].map(([key, kind]) =>
    h('section', { class: `card figure ${kind}` }, h('h2', {}, t(`import.${key}`)), h('strong', {}, number(answer[key])))));
}

function report(answer, title) {
  return [h('h2', { class: 'result' }, title), counts(answer), answer.pricesDerived && h('p', { class: 'hint' }, t('pricesDerived')), answer.badRows > 0 && badRows(answer.bad, answer.badRows)].filter(Boolean);
}

function previewed({ answer, examples }, unit) {
  const body = (json) => (json ? JSON.parse(json) : undefined);
  return [...report(answer, t('previewResult')), examples.length > 0 && card(t('examples'), table(t('examples'), [
    { title: t('name'), cell: (row) => h('strong', {}, body(row.after).name) },
    { title: t('code'), cell: (row) => h('code', {}, row.productId) },
    { title: t('what'), cell: (row) => (row.before ? pill(t('import.changed'), 'warn') : pill(t('import.added'), 'good')) },
    { title: t('before'), number: true, cell: (row) => (row.before ? money(body(row.before).priceMinor, unit) : '–') },
    { title: t('after'), number: true, cell: (row) => money(body(row.after).priceMinor, unit) },
  ], examples))].filter(Boolean);
}

function badRows(bad, count) {
  const save = () => download('bad-rows.tsv', `line\treason\n${bad.map((row) => `${row.line}\t${row.reason}`).join('\n')}\n`, 'text/tab-separated-values');
  return card(t('badRowsOf', number(count)), table(t('import.badRows'), [
    { title: t('line'), cell: (row) => number(row.line) },
    { title: t('why'), cell: (row) => row.reason },
  ], bad.slice(0, 200)), h('footer', {}, button(t('download'), save)));
}
