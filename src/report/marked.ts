import { fold } from '../source/fold.ts';

/** A stretch of a quote, by index. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the figures of a finding stand in its quote, in the order of the quote. A figure is found however it is printed: `36543` is
 * `36,543`, `３６,５４３` and, where a text was pulled out of a PDF, `36, 543`; it is not a part of `136,543` or `36,543.2`.
 */
export function spansOf(quote: string, marks: readonly string[]): Span[] {
  const [plain, loose] = [compacted(quote, /,/), compacted(quote, /[,\s]/)];
  const found: Span[] = [];
  for (const mark of marks) {
    const span = find(plain, compacted(mark, /,/).text, found) ?? find(loose, compacted(mark, /[,\s]/).text, found);
    if (span) found.push(span);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A text without some of its characters, and where each of the others stood. */
interface Compacted {
  readonly text: string;
  readonly at: readonly number[];
}

function compacted(text: string, without: RegExp): Compacted {
  const kept: string[] = [];
  const at: number[] = [];
  for (const [index, character] of [...unitsOf(fold(text))].entries()) {
    if (without.test(character)) continue;
    kept.push(character);
    at.push(index);
  }
  return { text: kept.join(''), at };
}

/** UTF-16 units, for which an index of the folded text is one of the text as printed. */
const unitsOf = (text: string): string[] => text.split('');

function find({ text, at }: Compacted, mark: string, taken: readonly Span[]): Span | null {
  if (mark === '') return null;
  for (let from = text.indexOf(mark); from >= 0; from = text.indexOf(mark, from + 1)) {
    const last = from + mark.length - 1;
    const span = { start: at[from] ?? 0, end: (at[last] ?? 0) + 1 };
    const free = taken.every(({ start, end }) => span.end <= start || end <= span.start);
    if (free && isWhole(text, from, last)) return span;
  }
  return null;
}

/** Not in the middle of a longer number. */
function isWhole(text: string, first: number, last: number): boolean {
  const digit = (index: number) => /\d/.test(text.charAt(index));
  const cutBefore = digit(first) && (digit(first - 1) || (text.charAt(first - 1) === '.' && digit(first - 2)));
  const cutBehind = digit(last) && (digit(last + 1) || (text.charAt(last + 1) === '.' && digit(last + 2)));
  return !cutBefore && !cutBehind;
}
