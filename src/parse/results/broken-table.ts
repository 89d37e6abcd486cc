import { numberingAt } from '../../catalog/numbering.ts';
import { GRADE_TOKEN, TABLE_COLUMNS } from '../../catalog/results-report.ts';
import type { TextLine } from '../lines.ts';
import { type Piece, passage } from '../passage.ts';
import { type AreaLabel, areaNamed } from './area.ts';
import type { RatedMeasure } from './ratings-table.ts';

/** What a front table says that extraction broke: column by column, a line for each cell, or rows without a head. */
export interface BrokenTable {
  readonly measures: readonly RatedMeasure[];
  readonly lines: readonly TextLine[];
}

interface Open {
  readonly mark: string;
  readonly style: string;
  readonly line: TextLine;
  readonly pieces: Piece[];
  readonly area: AreaLabel | null;
}

interface Block {
  readonly lines: TextLine[];
  readonly measures: Open[];
  readonly grades: { readonly grade: string; readonly line: TextLine }[];
  readonly groups: string[];
  area: AreaLabel | null;
  /** A head stands in it: `具体的施策等`, `自己評価`. */
  headed: boolean;
}

const LONGEST_CELL = 60;
/** No report has more measures. */
const MOST = 100;
const LONGEST_GROUP = 14;
/** A cell of the group is no sentence and no figure. */
const NO_GROUP = /[\d。、：:]/;
const ROW_END = /\s(\S{1,3})$/;

/**
 * The first block of the front lines that lists measures and as many grades; `read` is false where a block lists some of each and it is not
 * certain which belong together.
 */
export function readBrokenTable(front: readonly TextLine[]): { readonly table: BrokenTable; readonly read: boolean } | null {
  for (let at = 0; at < front.length; ) {
    const block = blockFrom(front, at);
    at += Math.max(1, block.lines.length);
    const { measures, grades, lines, headed } = block;
    if (measures.length < 2 || grades.length < 2) continue;
    if (grades.length === measures.length)
      return { table: { measures: measures.map((one, i) => ratedOf(one, i, block)), lines }, read: true };
    if (headed) return { table: { measures: [], lines }, read: false };
  }
  return null;
}

function blockFrom(lines: readonly TextLine[], from: number): Block {
  const block: Block = { lines: [], measures: [], grades: [], groups: [], area: null, headed: false };
  for (let line = lines[from]; line && takes(block, line); line = lines[from + block.lines.length]) block.lines.push(line);
  return block;
}

/** Takes a line that can be cells of such a table. */
function takes(block: Block, line: TextLine): boolean {
  const text = line.text.slice(line.start).trimEnd();
  if (text.length > LONGEST_CELL || /[。]/.test(text)) return false;
  const last = block.measures.at(-1);
  const area = areaNamed(line);
  if (isHead(text)) block.headed = true;
  else if (area && !/グループ|G/.test(area.beside)) block.area = area;
  else if (text.split(/ +/).every((cell) => GRADE_TOKEN.test(cell)))
    for (const cell of text.split(/ +/)) block.grades.push({ grade: gradeOf(cell), line });
  else if (opensMeasure(line)) return openMeasure(block, line, text);
  else if (!last) return false;
  else if (block.grades.length === 0 && !NO_GROUP.test(text)) last.pieces.push({ line, from: line.start });
  else if (text.length <= LONGEST_GROUP && !NO_GROUP.test(text)) block.groups.push(line.raw.slice(line.start).trim());
  else return false;
  return true;
}

const isHead = (text: string): boolean => {
  const cell = text.replaceAll(' ', '');
  return (
    cell.length <= 8 && TABLE_COLUMNS.some(({ pattern }) => pattern.test(cell)) && !/[①-⑳]|^(?!担当|グループ).+(?:グループ|G)$/.test(cell)
  );
};

const opensMeasure = (line: TextLine): boolean => {
  const numbering = numberingAt(line.text, line.start);
  return numbering !== null && !numbering.style.bullet;
};

/** `②サービス水準の向上`, or with its grade at the end. */
function openMeasure(block: Block, line: TextLine, text: string): boolean {
  const numbering = numberingAt(line.text, line.start);
  // A measure that is named once more heads its page.
  const again = block.measures.some((one) => one.line.text.slice(one.line.start).trim() === text);
  if (!numbering || again || block.measures.length >= MOST || /[%％]|KPI/.test(text)) return false;
  const end = ROW_END.exec(text);
  const graded = end !== null && GRADE_TOKEN.test(end[1] ?? '');
  const to = graded ? line.start + end.index : line.text.length;
  const mark = line.raw.slice(line.start, numbering.end).trim();
  block.measures.push({ mark, style: numbering.style.id, line, pieces: [{ line, from: numbering.end, to }], area: block.area });
  if (graded) block.grades.push({ grade: gradeOf(end[1] ?? ''), line });
  return true;
}

function ratedOf({ mark, style, line, pieces, area }: Open, index: number, { grades, groups, measures }: Block): RatedMeasure {
  const { grade = '', line: graded = line } = grades[index] ?? {};
  const group = groups.length === measures.length ? (groups[index] ?? null) : null;
  const lines = [...new Set([...pieces.map((piece) => piece.line), graded])];
  return {
    ...{ mark, style, line, lines, grade, area },
    text: passage(pieces).raw,
    number: mark,
    above: null,
    group: group === null ? null : group.replace(/(?:グループ|[GＧ])$/, ''),
  };
}

const gradeOf = (text: string): string => text.replace(/[^A-Z+-]/g, '');
