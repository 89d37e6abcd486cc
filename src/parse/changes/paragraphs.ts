import { AFTER_LABEL, ARROW, BEFORE_LABEL, OTHER_TITLE } from '../../catalog/changes.ts';
import { numberingAt } from '../../catalog/numbering.ts';
import type { Cell } from '../cells.ts';
import type { TextLine } from '../lines.ts';
import { type Passage, passage } from '../passage.ts';
import { tableHeadAt } from '../table-head.ts';
import { findTarget } from '../target-phrase.ts';

/** Lines that belong together: a bullet and the lines over which it wraps. */
export interface Paragraph {
  readonly cell: Cell;
  readonly text: Passage;
  /** `## 1-5. レセプト点検の精度向上【KPI：①】`, `【生活習慣病予防健診】` */
  readonly heading: boolean;
}

/** No paragraph is longer. */
const LONGEST = 1000;

/** The paragraphs from a line on to the next title or table. `table`: a table ended them. */
export function paragraphsFrom(
  lines: readonly TextLine[],
  from: number,
): { readonly paragraphs: Paragraph[]; readonly next: number; readonly table: boolean } {
  const cells: { pieces: { line: TextLine; from: number }[]; heading: boolean }[] = [];
  let next = from;
  let table = false;
  for (let line = lines[next]; line; line = lines[++next]) {
    const text = passage([{ line, from: line.start }]).text;
    table = tableHeadAt(lines, next) !== null;
    if (table || endsPart(line, text)) break;
    const heading = isHeading(line, text);
    const open = cells.at(-1);
    const goesOn = open && !open.heading && !heading && line.gap === 0 && !opensParagraph(line, text) && !isComplete(open.pieces);
    if (goesOn) open.pieces.push({ line, from: line.start });
    else cells.push({ pieces: [{ line, from: line.start }], heading });
  }
  const paragraphs = cells
    .map(({ pieces, heading }) => ({ cell: pieces, text: passage(pieces), heading }))
    .filter(({ text }) => text.text.length <= LONGEST);
  return { paragraphs, next, table };
}

/** An arrow, a sentence, a statement that says とする: the next line begins anew. */
function isComplete(pieces: Cell): boolean {
  const { text } = passage(pieces);
  const target = findTarget(text);
  const closed = target !== null && ((target.strength === 'closed' && target.to === text.length) || /とする[)】」~]*$/.test(text));
  return pieces.length >= 10 || ARROW.test(text) || text.endsWith('。') || closed;
}

/** A title of another part: a heading in Markdown, a short line in text. */
function endsPart(line: TextLine, text: string): boolean {
  const marked = /^\s*#/.test(line.raw);
  return OTHER_TITLE.test(text) && (marked || (text.length <= 30 && !/[。、]/.test(text) && !findTarget(text)));
}

function isHeading(line: TextLine, text: string): boolean {
  if (/^\s*#/.test(line.raw) || /^【[^【】]*】$/.test(text)) return !isLabel(text);
  const style = numberingAt(line.text, line.start)?.style;
  return (style?.id === 'n-n' || /【KPI[^】]*】$/.test(text)) && !/。/.test(text) && !findTarget(text) && text.length <= 60;
}

/** A bullet or a number opens a paragraph, and so does an arrow; Markdown's `-` is not in the text any more. */
function opensParagraph(line: TextLine, text: string): boolean {
  return (
    /^\s*[-*+]\s/.test(line.raw) ||
    ARROW.test(text) ||
    numberingAt(line.text, line.start) !== null ||
    BEFORE_LABEL.test(text) ||
    AFTER_LABEL.test(text)
  );
}

/** `（変更前）`, `【変更後】` alone over the statements that it is about. */
const isLabel = (text: string): boolean => [BEFORE_LABEL, AFTER_LABEL].some((label) => label.exec(text)?.[0].length === text.length);
