import { GRADE, PROGRESS, VERDICT, VERDICT_MARK, VERDICT_OPENING } from '../catalog/verdicts.ts';
import { type Column, comparesResults, figureColumns } from './columns.ts';
import { readFigureCell } from './figure-cell.ts';
import { type Cell, readCell } from './kpi-row.ts';
import type { TextLine } from './lines.ts';
import { type MeasureCell, measuresIn } from './measure-column.ts';
import type { Heading } from './outline.ts';
import type { RawFinding } from './paper.ts';
import { passage } from './passage.ts';
import { assign, cellOf, datedColumns, type RowFigures } from './row-figures.ts';
import { continuation, partWords } from './row-words.ts';
import { linesOfRuns, type Run, rawOf, runsOf } from './runs.ts';
import { findQualitative, findTarget } from './target-phrase.ts';
import { unreadCell } from './unread-cell.ts';

/** One row of a list of KPIs with their results. */
export interface ListRow extends RowFigures {
  readonly cell: Cell;
  /** The left column, when it stands before the row. */
  readonly measure: MeasureCell | null;
  readonly area: Heading | null;
  readonly verdict: string | null;
  readonly grade: string | null;
  readonly line: TextLine;
  /** Of the whole row, and those of its figures. */
  readonly lines: readonly TextLine[];
  readonly figureLines: readonly TextLine[];
}

/** Cells of the left column that stand together, away from their rows; `at` is how many rows stand before them. */
export interface StrayCells {
  readonly at: number;
  readonly cells: readonly MeasureCell[];
}

/** A row has no more lines; what is longer is prose. */
const LONGEST_ROW = 20;
const MOST_FIGURES = 5;
/** A verdict in a word is no longer. */
const LONGEST_WORD = 8;
/** A line, or what stands between two rows, in more pieces than this is none of a table. */
const MOST_RUNS = 80;

/**
 * Follows a list of KPIs whose columns stand in running text: the words of a row, wrapped over lines, then its figures, which close it
 * (`95% 92.41% 概ね達成`).
 */
export class KpiList {
  readonly rows: ListRow[] = [];
  readonly strays: StrayCells[] = [];
  /** Figures that no row could be read for. */
  readonly unread: (readonly TextLine[])[] = [];
  /** Verdicts in words that are not known. */
  readonly findings: RawFinding[] = [];
  private columns: readonly Column[] = [];
  private area: Heading | null = null;
  /** What was read since the last row. */
  private runs: Run[] = [];
  private row: ReadRow | null = null;

  constructor(private readonly knows: (name: string) => boolean) {}

  /** A table begins: its head was read. */
  open(columns: readonly Column[], area: Heading | null): void {
    this.flush();
    this.columns = columns;
    this.area = area;
  }

  /** A second line of the head, with a year for each column of figures; says whether the line is one. */
  date(line: TextLine): boolean {
    const dated = this.runs.length > 0 ? null : datedColumns(line, this.columns);
    this.columns = dated ?? this.columns;
    return dated !== null;
  }

  /** The rows that follow belong to this area. */
  enter(area: Heading | null): void {
    this.flush();
    this.area = area;
  }

  /** Takes a line of the table; says no when too many lines went by without a row. */
  take(line: TextLine): boolean {
    const runs = runsOf(line);
    if (this.runs.length + runs.length > MOST_RUNS) return false;
    for (const [index, run] of runs.entries()) {
      if (this.isVerdict(run, index === runs.length - 1)) this.close(run);
      else this.runs.push(run);
    }
    if (!this.judges() && this.endsRow()) this.close(null);
    else if (this.judges()) this.closeUnjudged(line);
    return linesOfRuns(this.runs).length <= LONGEST_ROW;
  }

  /** Cells of the left column in front of the table's head. */
  precede(runs: readonly Run[]): void {
    this.strays.push({ at: this.rows.length, cells: measuresIn(runs) });
  }

  /** What stands behind the last row: cells of the left column that extraction left for the end. */
  flush(): void {
    this.finish();
    this.row = null;
    const cells = measuresIn(this.runs);
    if (cells.length > 0) this.strays.push({ at: this.rows.length, cells });
    this.runs = [];
  }

  /** Whether the table has a column of measures; any other stands under the heading of its measure. */
  get hasMeasures(): boolean {
    return this.columns.some(({ kind }) => kind === 'measure');
  }

  /** Whether the next line begins a row, or ends the table. */
  get betweenRows(): boolean {
    return this.runs.length === 0;
  }

  /** A row whose figures are all there ends with its line, in whatever words it is judged: `42.3％ 停止中`. */
  private closeUnjudged(line: TextLine): void {
    const last = this.runs.at(-1);
    const wanted = figureColumns(this.columns).length;
    if (!last || last.line !== line || wanted < 2 || last.text.length > LONGEST_WORD || /\d/.test(last.text)) return;
    const [word] = this.runs.splice(-1);
    const whole = this.runs.at(-1)?.line === line && this.figuresAtEnd() === wanted;
    if (!whole && word) this.runs.push(word);
    if (!whole) return;
    this.close(null);
    this.findings.push(unreadCell('verdict', [line]));
  }

  private judges(): boolean {
    return this.columns.some(({ kind }) => kind === 'verdict' || kind === 'grade');
  }

  private isVerdict(run: Run, last: boolean): boolean {
    const before = this.runs.at(-1);
    if (!before || !(VERDICT.test(run.text) || (last && (judges(run.text) || /^-+$/.test(run.text))))) return false;
    const figure = readFigureCell(rawOf(before), before.text) !== null || VERDICT_OPENING.test(before.text);
    if (VERDICT.test(run.text)) return figure || (last && this.promises());
    if (PROGRESS.test(run.text)) return figure;
    return figure && (judges(run.text) || this.figuresAtEnd() > 1);
  }

  /** In a table without verdicts the figures close a row: target and result, or the result behind a target in words. */
  private endsRow(): boolean {
    const figures = this.figuresAtEnd();
    if (comparesResults(this.columns) && figures >= Math.max(2, figureColumns(this.columns).length)) return true;
    return figures > 0 && this.promises(this.runs.slice(0, -figures));
  }

  /** A qualitative KPI may have no figure before its verdict. */
  private promises(runs: readonly Run[] = this.runs): boolean {
    const { text } = passage(runs);
    return (findTarget(text) ?? findQualitative(text)) !== null;
  }

  private figuresAtEnd(): number {
    let count = 0;
    for (let at = this.runs.length - 1; at >= 0 && count < MOST_FIGURES && cellOf(this.runs[at]); at--) count++;
    return count;
  }

  private close(end: Run | null): void {
    const halved = end && VERDICT_OPENING.test(this.runs.at(-1)?.text ?? '') ? this.runs.splice(-1) : [];
    const figures = this.runs.splice(this.runs.length - this.figuresAtEnd());
    this.finish();
    const words = this.runs.splice(0);
    this.row = { words, figures, end: [...halved, ...(end ? [end] : [])], row: null };
    this.build(this.row);
  }

  /** The statement of the last row goes on behind its figures: `① 達成状況を 100% 99.5% 概ね達成` / `100％とする`. */
  private finish(): void {
    if (this.row?.row?.cell.promise !== null) return;
    const more = continuation(this.row.words, this.runs, this.knows);
    if (!more) return;
    this.rows.pop();
    this.runs.splice(0, more.taken);
    this.build({ ...this.row, words: more.words });
  }

  private build(read: ReadRow): void {
    const { words, figures, end } = read;
    const { measures, statement } = partWords(words, this.knows, this.hasMeasures);
    const all = [...statement, ...figures, ...end].sort((a, b) => a.line.number - b.line.number);
    const cell = readCell(statement);
    const assigned = assign(figures, this.columns);
    const [line] = linesOfRuns(all);
    if (cell.name === '' || !assigned || !line) {
      this.unread.push(linesOfRuns(all));
      return;
    }
    if (measures.length > 1) this.strays.push({ at: this.rows.length, cells: measures });
    // `○達成` says with a mark what its words say.
    const word = passage(end).raw.replace(/^[◎○●△▲×✕](?=.)/, '');
    const judged = /^[-－]*$/.test(word) ? null : word;
    const graded = judged !== null && GRADE.test(judged);
    const row: ListRow = {
      ...assigned,
      cell,
      line,
      measure: measures.length === 1 ? (measures[0] ?? null) : null,
      area: this.area,
      verdict: graded ? null : judged,
      grade: graded ? judged : null,
      lines: linesOfRuns(all),
      figureLines: linesOfRuns([...figures, ...end]),
    };
    this.rows.push(row);
    this.row = { ...read, row };
  }
}

/** The last row as it was read: more of its words may follow. */
interface ReadRow {
  readonly words: readonly Run[];
  readonly figures: readonly Run[];
  /** The verdict; nothing in a table without. */
  readonly end: readonly Run[];
  readonly row: ListRow | null;
}

/** Whether a line can end a row of a list: `95% 92.41% 概ね達成`, `90％以上 88.2%`, `…を97％以上とする 97.3%`, `概ね達成` alone. */
export function closesRow(line: TextLine): boolean {
  const runs = runsOf(line);
  const [before, end] = runs.slice(-2);
  if (!before) return false;
  if (!end) return VERDICT.test(before.text);
  if (cellOf(before) !== null) return judges(end.text) || cellOf(end) !== null;
  return runs.length <= MOST_RUNS && cellOf(end) !== null && findTarget(passage(runs.slice(0, -1)).text) !== null;
}

const judges = (text: string): boolean => VERDICT.test(text) || PROGRESS.test(text) || VERDICT_MARK.test(text) || GRADE.test(text);
