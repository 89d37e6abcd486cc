import type { KpiRecord, Language } from '../../../model/index.ts';
import type { Original } from '../data.ts';
import type { Anchors } from './anchors.ts';
import { EMPTY, type Html, html } from './html.ts';
import { WORDS } from './words.ts';

/** The text of a document, every statement that was read marked, and linked with its record. */
export function sourceView(originals: readonly Original[], anchors: Anchors, lang: Language): Html {
  if (originals.length === 0) return EMPTY;
  return html`<section id="sources"><h2>${WORDS.sources[lang]}</h2><p class="help">${WORDS.sourcesHelp[lang]}</p>
${originals.map((original) => documentView(original, anchors, lang))}</section>`;
}

function documentView({ name, pages, records }: Original, anchors: Anchors, lang: Language): Html {
  const marks = marksOf(records);
  if (pages === null) return html`<h3>${name}</h3><p>${WORDS.notThere[lang]}</p>`;
  const lines = pages.flatMap(({ number, lines: own }) => own.map((line) => ({ page: number, ...line })));
  let last = 0;
  return html`<details class="document"><summary>${name}</summary><ol>
${lines.map(({ page, number, text }) => {
  const blank = text.trim() === '';
  const place = blank ? null : anchors.at(name, page, number);
  const mark = marks.get(`${page} ${number}`);
  if (blank && !mark) return EMPTY;
  const value = number === last + 1 ? EMPTY : html` value="${number}"`;
  last = number;
  const id = place === null ? EMPTY : html` id="${place.id}"`;
  const back = (place?.rows ?? []).map((row) => html`<a class="back" href="#${row}" aria-label="${WORDS.record[lang]}">↩</a>`);
  return html`<li${value}${id}${mark === undefined ? EMPTY : html` class="${mark}"`}>${text.replaceAll('\t', ' ').trimEnd()}${back}
`;
})}</ol></details>`;
}

/** `r` is a record, `u` a marker that gave none. */
function marksOf(records: readonly KpiRecord[]): Map<string, 'r' | 'u'> {
  const marks = new Map<string, 'r' | 'u'>();
  for (const record of records) {
    const unread = record.type === 'finding' && record.rule === 'target/unread';
    if (record.type === 'finding' && !unread) continue;
    const { page, lineStart, lineEnd } = record.source;
    for (let line = lineStart; line <= lineEnd; line++) {
      const key = `${page} ${line}`;
      if (!unread || !marks.has(key)) marks.set(key, unread ? 'u' : 'r');
    }
  }
  return marks;
}
