import { NO_FIGURE_YET, SHEET_FIGURES } from '../catalog/figures.ts';
import { numberingAt } from '../catalog/numbering.ts';
import { figuresIn } from './figure.ts';
import type { TextLine } from './lines.ts';
import { nameOf } from './name.ts';
import { passage } from './passage.ts';
import { itemFrom, type ResultItem } from './result-item.ts';
import { type Run, runsOf } from './runs.ts';
import type { RawStatement } from './statement.ts';
import { findTarget } from './target-phrase.ts';

type FigureColumn = (typeof SHEET_FIGURES)[number]['kind'];

/** The columns of figures in the head of a sheet, in order; null when it does not set results beside targets. */
export function figureColumnsIn(head: TextLine): readonly FigureColumn[] | null {
  const kinds = runsOf(head).flatMap(({ text }) => SHEET_FIGURES.find(({ pattern }) => pattern.test(text))?.kind ?? []);
  return kinds.includes('target') && kinds.includes('result') ? kinds : null;
}

/** A row that stands on one line, its cells parted by spaces: `・郵送化率 95.0％以上 94.6％（8月） 窓口来訪者に…`. Null when it is none. */
export function readSheetRow(
  line: TextLine,
  columns: readonly FigureColumn[],
  knows: (name: string) => boolean,
): { statement: RawStatement; item: ResultItem } | null {
  const runs = runsOf(line);
  const first = runs.findIndex((run, index) => index > 0 && isFigure(run));
  if (first < 1) return null;
  const cells = joined(runs.slice(first));
  if (cells.length < columns.length) return null;
  const target = cells[columns.indexOf('target')];
  const result = cells[columns.indexOf('result')];
  const name = nameIn(runs.slice(0, first));
  const promise = target && findTarget(passage(target).text)?.promise;
  const [from] = result ?? [];
  const last = result?.at(-1);
  if (!promise || !from || !last || !knows(name.name)) return null;
  const item = itemFrom([{ ...line, text: line.text.slice(0, last.to), start: from.from }], 0, from.from);
  if (!item?.complete) return null;
  const { name: called, mark } = name;
  return {
    statement: { mark, name: called, promise, role: 'kpi', group: '', parent: null, lines: [line], baselines: [], conditions: [] },
    item,
  };
}

function nameIn(runs: readonly Run[]): { name: string; mark: string } {
  const { text, raw } = passage(runs);
  const numbering = numberingAt(text, 0);
  const from = numbering?.end ?? 0;
  return { name: nameOf({ folded: text.slice(from), raw: raw.slice(from) }, true).name, mark: numbering?.mark ?? '' };
}

/** The cells of figures at the front of these runs; a remark in brackets goes on with the cell before it. */
function joined(runs: readonly Run[]): Run[][] {
  const cells: Run[][] = [];
  for (const run of runs) {
    if (/^[(（]/.test(run.text)) cells.at(-1)?.push(run);
    else if (isFigure(run)) cells.push([run]);
    else break;
  }
  return cells;
}

function isFigure({ text, line, from, to }: Run): boolean {
  const target = findTarget(text);
  if (target && target.from === 0 && /^(?:\([^()]*\))?$/.test(text.slice(target.to))) return true;
  const { figures, rest } = figuresIn({ text, raw: line.raw.slice(from, to) });
  return (figures.length === 1 && figures[0]?.name === '' && rest === '') || (text.length <= 12 && NO_FIGURE_YET.test(text));
}
