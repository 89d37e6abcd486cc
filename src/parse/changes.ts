import { ONE_KIND_TITLE } from '../catalog/changes.ts';
import { KPI_WORD } from '../catalog/markers.ts';
import { FOOTNOTE } from '../catalog/phrases.ts';
import { announcedChange, changeBetween, changeIn, changeOf, isStatement, kindOf, marked } from './changes/one.ts';
import { pairsIn, Sides } from './changes/pairs.ts';
import { type Paragraph, paragraphsFrom } from './changes/paragraphs.ts';
import type { TextLine } from './lines.ts';
import type { RawChange } from './paper.ts';
import { linesOf, passage } from './passage.ts';

export { changeInRow, statedName } from './changes/one.ts';

export interface Changes {
  readonly changes: readonly RawChange[];
  readonly unread: readonly (readonly TextLine[])[];
  readonly next: number;
  /** A table ends it; behind it the list may go on. */
  readonly table: boolean;
}

type ChangeKind = NonNullable<ReturnType<typeof kindOf>>;
type Part = Pick<Changes, 'changes' | 'unread'>;

/** Reads the part of a plan summary that lists changes, from the line behind its title to the next title or table. */
export function readChanges(lines: readonly TextLine[], from: number, title: string): Changes {
  const changes: RawChange[] = [];
  const unread: (readonly TextLine[])[] = [];
  const { paragraphs, next, table } = paragraphsFrom(lines, from);
  for (let at = 0; at < paragraphs.length; ) {
    const heading = paragraphs[at]?.heading ? paragraphs[at] : undefined;
    let to = at + 1;
    while (to < paragraphs.length && !paragraphs[to]?.heading) to++;
    const above = heading?.text.text ?? (ONE_KIND_TITLE.test(title) ? title : '');
    const part = readPart(paragraphs.slice(heading ? at + 1 : at, to), heading, kindOf(above));
    changes.push(...part.changes);
    unread.push(...part.unread);
    at = to;
  }
  return { changes, unread, next, table };
}

/** A statement that is marked as a change outside any list: `・電子申請の利用率を10％以上とする（新規追加）`. */
export function markedChange(line: TextLine): RawChange | null {
  if (line.text.length > LONGEST_LINE || !/[(【[<《〔]/.test(line.text)) return null;
  const text = passage([{ line, from: line.start }]);
  const { mark } = marked(text);
  return mark === null || mark === 'kept' || !isStatement(text) ? null : changeIn(text);
}

const LONGEST_LINE = 300;

const NEW = /^.{0,6}[(【[<]新[)】\]>]/;

/** What one heading holds: statements before and after, and KPIs that were dropped or are new. A statement of which nothing is told is unread. */
function readPart(paragraphs: readonly Paragraph[], heading: Paragraph | undefined, above: ChangeKind | null): Part {
  const changes: RawChange[] = [];
  const unread: (readonly TextLine[])[] = [];
  const sides = new Sides();
  const announced = heading?.text.text.includes(KPI_WORD) ?? false;
  let mode = above;
  for (const paragraph of paragraphs) {
    const { text } = paragraph;
    if (sides.takes(paragraph) || FOOTNOTE.test(text.text) || marked(text).mark === 'kept') continue;
    const kind = kindOf(text.text);
    const told = kind ? announcedChange(text, kind.pattern, kind.kind) : mode && changeOf(mode.kind, text, 0, text.text.length);
    const change = (kind ? null : changeIn(text)) ?? told;
    if (change) changes.push(change);
    else if (kind) mode = kind;
    else if (isStatement(text)) sides.add(paragraph);
    else if (text.text.includes(KPI_WORD) && /変更|見直/.test(text.text)) unread.push(linesOf(text, 0, text.text.length));
  }
  const pairs = pairsIn(sides.stated);
  for (const [before, after] of pairs)
    changes.push(...[changeBetween(before.paragraph.cell, after.paragraph.cell)].filter((one) => one !== null));
  const paired = new Set(pairs.flat());
  const alone = sides.stated.flatMap((one) => (one === 'arrow' || paired.has(one) ? [] : [one.paragraph]));
  const beforeNone = !sides.stated.some((one) => one !== 'arrow' && one.side === 'before');
  for (const { text } of alone) {
    // `（新）…`, and nothing that it was before.
    const added = beforeNone && NEW.test(text.text) ? changeOf('added', text, 0, text.text.length) : null;
    if (added) changes.push(added);
    else unread.push(linesOf(text, 0, text.text.length));
  }
  if (heading && announced && changes.length === 0 && unread.length === 0) unread.push(linesOf(heading.text, 0, heading.text.text.length));
  return { changes, unread };
}
