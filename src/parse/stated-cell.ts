import { type Block, readBlock } from './block.ts';
import { markerAt } from './classify.ts';
import type { TextLine } from './lines.ts';
import { type Outline, TABLE_COLUMN } from './outline.ts';
import { passage } from './passage.ts';
import { readTargets, setsNone } from './target-cell.ts';

/** A longer text in the column of measures is prose. */
const LONGEST = 72;

/** Reads the cell that begins at `lines[at]` in a column of KPIs; its statements need no marker. */
export function readStatedCell(lines: readonly TextLine[], at: number): Block {
  const cell: TextLine[] = [];
  for (let line = lines[at]; line && isSame(line, lines[at]); line = lines[at + cell.length]) cell.push(line);
  return { ...readStatements(cell), next: at + cell.length };
}

/** The statements in the lines of one cell. */
export function readStatements(cell: readonly TextLine[]): Omit<Block, 'next'> {
  const [first] = cell;
  if (!first || setsNone(cell, first.start)) return { statements: [], unread: [] };
  const statements: Block['statements'][number][] = [];
  const unread: (readonly TextLine[])[] = [];
  for (let from = 0; from < cell.length; ) {
    const rest = cell.slice(from);
    const marker = rest[0] ? markerAt(rest[0]) : null;
    const block = marker ? readBlock(rest, 0, marker.end, marker.heading, '') : readTargets(rest, rest[0]?.start ?? 0, false);
    statements.push(...block.statements);
    if (from === 0 || marker) unread.push(...block.unread);
    from += Math.max(block.next, 1);
  }
  return { statements, unread: statements.length === 0 && unread.length === 0 ? [cell] : unread };
}

const isSame = ({ under, cell }: TextLine, first: TextLine | undefined): boolean =>
  under === 'kpi' && cell?.table === first?.cell?.table && cell?.row === first?.cell?.row && cell?.column === first?.cell?.column;

/** A measure in a column of its own is a heading, with or without a number. Says whether the line was one. */
export function enterMeasure(outline: Outline, line: TextLine): boolean {
  const before = outline.headings.length;
  outline.visit(line, undefined);
  if (outline.headings.length > before) return true;
  const { text, raw } = passage([{ line, from: line.start }]);
  if (text.length > LONGEST || /[。、]$|。/.test(text)) return false;
  outline.enter({ text: raw, style: TABLE_COLUMN, area: null, line });
  return true;
}
