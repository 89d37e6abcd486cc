import { REFERENCE_MARK } from '../catalog/markers.ts';
import { numberingAt } from '../catalog/numbering.ts';
import { UNITS } from '../catalog/units.ts';
import { fold } from '../source/fold.ts';
import type { FigureCell } from './figure-cell.ts';
import { Cursor, type TextLine } from './lines.ts';
import { nameOf } from './name.ts';
import type { RawFinding } from './paper.ts';
import { type Piece, passage } from './passage.ts';
import { labelOf } from './previous-label.ts';
import { decimalOf } from './printed-number.ts';
import { readSentence } from './sentence.ts';
import { type RawBaseline, type RawStatement, tagLength } from './statement.ts';
import { findTarget, type Promise_ } from './target-phrase.ts';

/** What the cell of the statement says by itself. */
export interface Cell {
  readonly mark: string;
  /** Shown for reference, and none of the KPIs. */
  readonly reference: boolean;
  readonly name: string;
  /** Null when the cell only names the indicator: its target is a column of its own. */
  readonly promise: Promise_ | null;
  readonly baselines: readonly RawBaseline[];
  readonly conditions: readonly string[];
  readonly asOf?: string | undefined;
}

/** Reads the cell that holds a KPI's name, and perhaps its target: `② 現金給付等の申請に係る郵送化率` / `を92％以上とする`. */
export function readCell(pieces: readonly Piece[]): Cell {
  const { text, raw } = passage(pieces);
  const opening = REFERENCE_MARK.exec(raw)?.[0] ?? '';
  const numbering = numberingAt(text, opening.length);
  let from = numbering && !numbering.style.bullet ? numbering.end : opening.length;
  from += tagLength(text.slice(from));
  const mark = opening === '' ? (numbering?.style.bullet ? '' : (numbering?.mark ?? '')) : opening;
  const cell = { mark, reference: opening !== '', baselines: [], conditions: [] };
  const line = oneLine(pieces[0]?.line, text.slice(from), raw.slice(from));
  const sentence = line && readSentence(new Cursor([], 0), { line, from: 0 });
  if (!sentence || 'unread' in sentence) {
    return { ...cell, name: nameOf({ folded: text.slice(from), raw: raw.slice(from) }, true).name, promise: null };
  }
  const { promise, baselines, conditions, asOf } = sentence;
  const stated = statedIn(sentence.name);
  const behind = promise.kind === 'relative' ? BEHIND.exec(text) : null;
  const known = behind && !baselines.some(({ number }) => number === behind[1]);
  const said = known ? [...baselines, { label: labelOf(promise), number: behind[1] ?? null, unit: behind[2] ?? '' }] : baselines;
  return { ...cell, name: stated?.name ?? sentence.name, promise: stated?.promise ?? promise, baselines: said, conditions, asOf };
}

/** `…査定率について対前年度以上とする` in front of `対前年度以上（0.362%）`: the statement is complete, and the column of targets says it again. */
function statedIn(name: string): { readonly name: string; readonly promise: Promise_ } | null {
  const folded = fold(name);
  const phrase = findTarget(folded);
  if (phrase?.strength !== 'closed' || phrase.to < folded.length) return null;
  const own = nameOf({ folded: folded.slice(0, phrase.from), raw: name.slice(0, phrase.from) }, true).name;
  return own === '' ? null : { name: own + phrase.suffix, promise: phrase.promise };
}

/** `対前年度以上（0.318%）` */
const BEHIND = new RegExp(`[上下内]\\((\\d[\\d,]*(?:\\.\\d+)?)(${UNITS.join('|')})\\)$`);

/** The cell put on one line: nothing inside it opens a line, though its wrapped lines may look so (`(※)を80％以上とする`). */
function oneLine(line: TextLine | undefined, text: string, raw: string): TextLine | null {
  return line && text !== '' ? { ...line, text, raw, start: 0 } : null;
}

/** A column of the year before, beside the target. */
export interface Previous {
  readonly label: string;
  readonly cell: FigureCell;
}

/** A target put together from its statement and from the figure in the column of targets. */
export interface Target {
  readonly statement: RawStatement;
  readonly findings: readonly RawFinding[];
}

/**
 * The figure in the column repeats an absolute target, says what 対前年度以上 comes to, and is the target of a statement that has none: `…意見発信を
 * 全支部で実施する` beside `47支部`. Null when there is no target in either.
 */
export function targetOf(cell: Cell, column: FigureCell | null, previous: readonly Previous[], lines: readonly TextLine[]): Target | null {
  const figure = column?.number == null ? null : column;
  const promise = promiseOf(cell, figure);
  if (!promise || cell.name === '') return null;
  const baselines = [
    ...cell.baselines,
    ...previous.flatMap(({ label, cell: { number, magnitude, unit } }) =>
      number === null ? [] : [{ label, number: number + magnitude, unit }],
    ),
  ];
  const known =
    cell.promise?.kind === 'relative' && figure ? [{ label: labelOf(cell.promise), number: figure.number, unit: figure.unit }] : [];
  const statement: RawStatement = {
    mark: cell.mark,
    name: cell.name,
    promise,
    role: 'kpi',
    group: '',
    parent: null,
    lines,
    baselines: [...known, ...baselines],
    conditions: cell.conditions,
    ...(cell.asOf !== undefined && { asOf: cell.asOf }),
  };
  const differs = cell.promise?.kind === 'absolute' && figure !== null && !agrees(cell.promise, figure);
  return { statement, findings: differs ? [difference(cell.name, figure, lines)] : [] };
}

function promiseOf({ promise }: Cell, figure: FigureCell | null): Promise_ | null {
  if (!figure || promise?.kind === 'relative') return promise;
  const { number, magnitude, unit, comparator } = figure;
  if (promise?.kind === 'absolute') return promise.unit === '' ? { ...promise, unit } : promise;
  return number === null ? promise : { kind: 'absolute', number, magnitude, unit, comparator };
}

function agrees(promise: Extract<Promise_, { kind: 'absolute' }>, figure: FigureCell): boolean {
  const [stated, printed] = [decimalOf(promise.number), decimalOf(figure.number)];
  if (promise.magnitude !== figure.magnitude || !stated || !printed) return true;
  const units = promise.unit === '' || figure.unit === '' || promise.unit === figure.unit;
  return units && stated.compare(printed) === 0;
}

function difference(name: string, { text }: FigureCell, lines: readonly TextLine[]): RawFinding {
  return {
    rule: 'result/target',
    severity: 'warning',
    message: (quote) => ({
      ja: `「${name}」の目標は本文と目標の欄（${text}）で異なります：「${quote}」`,
      en: `The target of “${name}” differs between its statement and the column of targets (${text}): “${quote}”`,
    }),
    marks: [text],
    lines,
  };
}
