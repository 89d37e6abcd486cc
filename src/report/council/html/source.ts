import type { KpiRecord, Language } from '../../../model/index.ts';
import { indexLines, type LineIndex, type PlacedLine } from '../../../source/line-index.ts';
import type { Original } from '../data.ts';
import { type Anchors, fileName } from './anchors.ts';
import { EMPTY, type Html, html } from './html.ts';
import { WORDS } from './words.ts';

/** The text of a document, every statement that was read marked, and linked with its record. */
export function sourceView(originals: readonly Original[], anchors: Anchors, lang: Language): Html {
  if (originals.length === 0) return EMPTY;
  return html`<section id="sources"><h2>${WORDS.sources[lang]}</h2><p class="help">${WORDS.sourcesHelp[lang]}</p>
${originals.map((original) => documentView(original, anchors, lang))}</section>`;
}

function documentView({ name, pages, notShown, records }: Original, anchors: Anchors, lang: Language): Html {
  if (pages === null) return html`<h3>${fileName(name)}</h3><p>${WORDS[notShown === 'left out' ? 'left' : 'notThere'][lang]}</p>`;
  const index = indexLines(pages);
  const marks = marksOf(records, index);
  let start = 0;
  const text = pages.map(({ number, lines }) => {
    const from = start;
    start += lines.length;
    return html`${pages.length === 1 ? EMPTY : pageLabel(number, lang)}<ol>\n${linesOf(name, index.lines, [from, start], marks, anchors, lang)}</ol>`;
  });
  return html`<details class="document"><summary>${fileName(name)}</summary>${text}</details>`;
}

const pageLabel = (page: number, lang: Language): Html => html`<p class="page">${lang === 'ja' ? `${page} ページ` : `Page ${page}`}</p>`;

function linesOf(
  name: string,
  lines: readonly PlacedLine[],
  [from, to]: readonly [number, number],
  marks: ReadonlyMap<number, Mark>,
  anchors: Anchors,
  lang: Language,
): Html[] {
  let last = 0;
  return lines.slice(from, to).map(({ page, number, text }, at) => {
    const blank = text.trim() === '';
    const mark = marks.get(from + at);
    if (blank && !mark) return EMPTY;
    const place = blank ? null : anchors.at(name, page, number);
    const value = number === last + 1 ? EMPTY : html` value="${number}"`;
    last = number;
    const says = text.replaceAll('\t', ' ').trimEnd();
    if (!mark && place === null) return html`<li${value}>${says}\n`;
    const id = place === null ? EMPTY : html` id="${place.id}"`;
    const back = (place?.rows ?? []).map((row) => html`<a class="back" href="#${row}" aria-label="${WORDS.record[lang]}">↩</a>`);
    const unread = mark === 'u' ? html` <small>${WORDS.unread[lang]}</small>` : EMPTY;
    return html`<li${value}${id}${mark === undefined ? EMPTY : html` class="${mark}"`}>${says}${back}${unread}\n`;
  });
}

/** What a reader says of a KPI marker from which nothing came. */
const UNREAD = new Set(['target/unread', 'actual/unread']);

/** `r` is a record, `u` a marker that gave none. */
type Mark = 'r' | 'u';

/** By the place among the lines. */
function marksOf(records: readonly KpiRecord[], { stretch }: LineIndex): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>();
  for (const record of records) {
    const unread = record.type === 'finding' && UNREAD.has(record.rule);
    const found = record.type === 'finding' && !unread ? null : stretch(record.source);
    if (found === null) continue;
    for (let line = found[0]; line <= found[1]; line++) {
      if (!unread || !marks.has(line)) marks.set(line, unread ? 'u' : 'r');
    }
  }
  return marks;
}
