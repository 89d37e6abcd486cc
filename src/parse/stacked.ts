import type { Block } from './block.ts';
import { openingOf, ordinal } from './classify.ts';
import type { TextLine } from './lines.ts';
import { nameOf } from './name.ts';
import { type Passage, type Piece, passage } from './passage.ts';
import type { RawBaseline, RawStatement } from './statement.ts';
import { findTarget, type Promise_ } from './target-phrase.ts';

/** A cell that holds a target and nothing else: `②95.0％以上`, `前年度以下`, `実施`, `27.8％以上（全体）`, `（新設）`. */
interface Cell {
  readonly line: TextLine;
  readonly number: number | null;
  /** Null for `（新設）`: there was none. */
  readonly promise: Promise_ | null;
  readonly text: string;
}

/**
 * A KPI table whose columns PDF extraction put one under the other: the names, then this year's targets, then last year's.
 * `【KPI】① サービス…` / `② 現金給付…` / `①100％` / `②95.0％以上` / `①100％` / `②93.1％以上`. Null when the lines are not such a stack.
 *
 * @param previous what the table's head calls the last column: `令和2年度KPI`
 */
export function readStacked(lines: readonly TextLine[], index: number, from: number, previous: string): Block | null {
  const first = lines[index];
  if (!first) return null;
  const names: { mark: string; pieces: Piece[] }[] = [];
  let next = index + 1;
  take({ line: first, from });
  for (let line = lines[next]; line && !cellOf(line); line = lines[next]) {
    const opening = openingOf(line);
    if (opening.kind === 'item' && follows(opening.mark)) take({ line, from: line.start });
    else if (opening.kind === 'text') names.at(-1)?.pieces.push({ line, from: line.start });
    else break;
    next++;
  }
  const cells: Cell[] = [];
  for (let cell = cellOf(lines[next]); cell; cell = cellOf(lines[next])) {
    cells.push(cell);
    next++;
  }
  if (names.length === 0 || cells.length < names.length || names.some((name) => findTarget(passage(name.pieces).text))) return null;
  const earlier = cells.slice(names.length);
  const statements = names.flatMap((name, i): RawStatement[] => {
    const cell = cells[i];
    const text = passage(name.pieces);
    if (!cell?.promise) return [];
    return [
      {
        mark: name.mark,
        name: nameIn(text, cell.promise),
        promise: cell.promise,
        role: 'kpi',
        group: '',
        parent: null,
        lines: [...new Set([...name.pieces.map((piece) => piece.line), cell.line])],
        baselines: earlierOf(earlier, i, names.length).map((one) => baseline(one, previous)),
        conditions: [],
      },
    ];
  });
  return statements.length === names.length ? { statements, unread: [], next } : null;

  function take(piece: Piece): void {
    const opening = openingOf({ ...piece.line, start: skipSpaces(piece.line.text, piece.from) });
    if (opening.kind === 'item') names.push({ mark: opening.mark, pieces: [{ line: piece.line, from: opening.end }] });
    else if (piece.from < piece.line.text.trimEnd().length) names.push({ mark: '', pieces: [piece] });
  }
  function follows(mark: string): boolean {
    const last = ordinal(names.at(-1)?.mark ?? '');
    const number = ordinal(mark);
    return number !== null && number === (last ?? 0) + 1;
  }
}

function cellOf(line: TextLine | undefined): Cell | null {
  if (!line) return null;
  const opening = openingOf(line);
  if (opening.kind !== 'item' && opening.kind !== 'text') return null;
  const { text } = passage([{ line, from: opening.kind === 'item' ? opening.end : line.start }]);
  const number = opening.kind === 'item' ? ordinal(opening.mark) : null;
  if (/^実施(?:する)?$/.test(text)) return { line, number, promise: { kind: 'qualitative' }, text };
  if (/^(?:\((?:新設|新規|なし)\)|-)$/.test(text)) return { line, number, promise: null, text };
  const phrase = findTarget(text);
  const behind = phrase ? text.slice(phrase.to) : '';
  return phrase && phrase.from === 0 && /^(?:\([^()]*\))?$/.test(behind) ? { line, number, promise: phrase.promise, text } : null;
}

/** Last year's cell of the `i`th name: by its number, by its place, or the one that stands for all (`27.8％以上（全体）`). */
function earlierOf(cells: readonly Cell[], i: number, names: number): Cell[] {
  const cell = cells.find((one) => one.number === i + 1) ?? (cells.length === names ? cells[i] : cells.length === 1 ? cells[0] : undefined);
  return cell ? [cell] : [];
}

function baseline(cell: Cell, label: string): RawBaseline {
  const { promise } = cell;
  const whole = /\(([^()]*)\)$/.exec(cell.text);
  if (promise?.kind !== 'absolute') return { label: `${label} ${cell.text}`, number: null, unit: '' };
  return { label: whole ? `${label}（${whole[1] ?? ''}）` : label, number: promise.number + promise.magnitude, unit: promise.unit };
}

/** Without a footnote behind it: `ジェネリック医薬品使用割合 ※ 医科、DPC、歯科、調剤`. */
function nameIn({ text, raw }: Passage, promise: Promise_): string {
  const note = text.search(/(?<!\()※/);
  const end = note < 1 ? text.length : note;
  return nameOf({ folded: text.slice(0, end), raw: raw.slice(0, end) }, promise.kind !== 'qualitative').name;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}
