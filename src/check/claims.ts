import { UNITS } from '../catalog/units.ts';
import type { Source } from '../model/index.ts';
import type { Document, Line } from '../source/document.ts';
import { fold } from '../source/fold.ts';
import { placeOfLine } from './places.ts';

/** Prose that says of all of them that something is done: `全47支部で医療データ等を活用した意見発信を行っています`. */
export interface AllClaim {
  /** `47支部` */
  readonly all: string;
  /** As printed: `全47支部`. */
  readonly printed: string;
  /** From there to the end of the sentence, as printed. */
  readonly words: string;
  readonly source: Source;
  /** What it speaks of. */
  readonly terms: ReadonlySet<string>;
}

const ALL = new RegExp(
  `全(?:国)?\\s?(\\d{2,4})\\s?(${UNITS.filter((unit) => !/%|ポイント/.test(unit)).join('|')})(?:全て|すべて)?(?:[でにのが、]|において)`,
);
/** A promise or a plan is no claim that it is done. */
const PROMISE = /目標|目指|予定|計画(?:し|で)|とする|こととし|図る/;
/** A sentence goes on over so many lines. */
const MOST_LINES = 4;
const LONGEST = 200;

export function claimsOfAll(document: Document): AllClaim[] {
  return document.pages.flatMap(({ number: page, lines }) =>
    lines.flatMap((line, at) => {
      const found = line.text.includes('全') ? ALL.exec(fold(line.text)) : null;
      if (!found) return [];
      const { words, last } = sentence(lines, at, found.index);
      if (words.length > LONGEST || PROMISE.test(words)) return [];
      const [whole, count = '', unit = ''] = found;
      const printed = line.text.slice(found.index, found.index + whole.length).replace(/(?:[でにのが、]|において)$/, '');
      const quote = lines
        .slice(at, last + 1)
        .map(({ text }) => text.trim())
        .filter((text) => text !== '')
        .join('\n');
      const { lineEnd } = placeOfLine(lines[last] ?? line);
      const source = { document: document.name, page, lineStart: placeOfLine(line).lineStart, lineEnd, quote };
      return [{ all: count + unit, printed, words, source, terms: termsIn(words) }];
    }),
  );
}

/** From where the claim begins to the full stop; `last` is the index of its last line. */
function sentence(lines: readonly Line[], at: number, from: number): { words: string; last: number } {
  let words = '';
  for (let next = at; next < Math.min(lines.length, at + MOST_LINES); next++) {
    const text = (lines[next]?.text ?? '').slice(next === at ? from : 0).trim();
    const stop = text.indexOf('。');
    words += stop < 0 ? text : text.slice(0, stop);
    if (stop >= 0) return { words, last: next };
  }
  return { words, last: at };
}

/** Four characters of a content word in a row: 意見発信, of `効果的な意見発信を` as of `医療データ等を活用した意見発信`. */
export function termsIn(text: string): Set<string> {
  const terms = new Set<string>();
  for (const [run] of fold(text)
    .replaceAll(' ', '')
    .matchAll(/[一-龠ァ-ヶー]{4,}/g)) {
    for (let at = 0; at + 4 <= run.length; at++) terms.add(run.slice(at, at + 4));
  }
  return terms;
}
