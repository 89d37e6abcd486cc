import { TOTAL_ROW, YEAR_HEAD } from '../catalog/columns.ts';
import { Decimal, type Indicator } from '../model/index.ts';
import { type FigureCell, readFigureCell } from './figure-cell.ts';
import { dice } from './likeness.ts';
import type { TextLine } from './lines.ts';
import { nameIn } from './measure-column.ts';
import type { RawResult } from './paper.ts';
import { passage } from './passage.ts';
import { decimalOf } from './printed-number.ts';
import { type Run, rawOf, runsOf } from './runs.ts';

/** Two counts and the rate that they make, in a small table beside the prose. */
interface Counts {
  readonly numerator: string;
  readonly denominator: string;
  readonly rate: FigureCell;
  /** `2019年度`; null for the paper's own. */
  readonly fiscalYear: string | null;
}

/** How far above a table its indicator is named, or the measure that it stands under. */
const NEAR = 16;
/** No more results of one report are the same figure. */
const MOST_ALIKE = 10;
/** A name or a heading on one line is no longer. */
const LONGEST_NAME = 60;
/** From this likeness on, a heading is the indicator's measure. */
const SURE = 0.72;

/**
 * Finds the counts behind results in percent: `総計 648 100 15.5%` under 一者応札割合, `多部位かつ頻回 160,251 1.12%` below `14,254,909 -`. A table is
 * taken for an indicator's when three things agree: it is named above, or its measure is; the rate is the result's; and the counts make it,
 * to a unit of the last digit. Returns the results with their counts, and what the tables say as statistics of their own.
 */
export function withCounts(
  lines: readonly TextLine[],
  results: readonly RawResult[],
  resolve: (name: string) => Indicator | null,
): RawResult[] {
  const found = new Map<RawResult, Counts>();
  const byRate = new Map<string, RawResult[]>();
  for (const result of results) {
    if (result.unit !== '%' || result.number === null) continue;
    byRate.set(result.number, [...(byRate.get(result.number) ?? []).slice(-MOST_ALIKE), result]);
  }
  const statistics: RawResult[] = [];
  for (const [at, line] of lines.entries()) {
    if (!line.text.trimEnd().endsWith('%')) continue;
    const row = rowOf(line);
    const table = totalRow(row) ?? partRow(row, lines, at);
    const last = table?.counts.at(-1);
    if (!table || !last) continue;
    if (!table.counts.every(makesRate)) continue;
    const [about] = (byRate.get(last.rate.number ?? '') ?? []).flatMap((result) => subjectOf(result, lines, at, resolve));
    if (!about) continue;
    if (!found.has(about.result)) found.set(about.result, last);
    for (const counts of table.counts) statistics.push(statistic(about, counts, row, [...table.lines, line]));
  }
  const counted = results.map((result) => {
    const counts = result.numerator === null ? found.get(result) : undefined;
    return counts ? { ...result, numerator: counts.numerator, denominator: counts.denominator } : result;
  });
  return [...counted, ...statistics];
}

interface Row {
  readonly label: readonly Run[];
  readonly cells: readonly FigureCell[];
}

function rowOf(line: TextLine | undefined): Row {
  const runs = line ? runsOf(line) : [];
  const cells: FigureCell[] = [];
  for (let at = runs.length - 1; at >= 0; at--) {
    const run = runs[at];
    const cell = run ? readFigureCell(rawOf(run), run.text) : null;
    if (!cell) break;
    cells.unshift(cell);
  }
  return { label: runs.slice(0, runs.length - cells.length), cells };
}

/** `総計 648 100 15.5%`: the larger count is the whole. */
function totalRow({ label, cells }: Row): { counts: Counts[]; lines: TextLine[] } | null {
  const [a, b, rate] = cells;
  if (cells.length !== 3 || !a || !b || rate?.unit !== '%' || !TOTAL_ROW.test(passage(label).text)) return null;
  const [x, y] = [countOf(a), countOf(b)];
  if (!x || !y) return null;
  const [numerator, denominator] = x.compare(y) > 0 ? [b, a] : [a, b];
  return { counts: [{ numerator: numerator.number ?? '', denominator: denominator.number ?? '', rate, fiscalYear: null }], lines: [] };
}

/** `多部位かつ頻回 175,883 1.12% 160,251 1.12%` below the row of all, `15,692,604 - 14,254,909 -`, a pair for each year. */
function partRow({ cells }: Row, lines: readonly TextLine[], at: number): { counts: Counts[]; lines: TextLine[] } | null {
  const years = cells.length / 2;
  const all = lines[at - 1];
  const above = rowOf(all).cells;
  if (!all || !Number.isInteger(years) || years === 0 || above.length !== cells.length) return null;
  const heads = yearsNear(lines, at, years);
  const counts: Counts[] = [];
  for (let year = 0; year < years; year++) {
    const [part, rate, whole, blank] = [cells[2 * year], cells[2 * year + 1], above[2 * year], above[2 * year + 1]];
    if (!part || !whole || rate?.unit !== '%' || !countOf(part) || !countOf(whole) || blank?.number !== null) return null;
    const fiscalYear = heads[year] ?? null;
    if (fiscalYear !== null || year === years - 1) {
      counts.push({ numerator: part.number ?? '', denominator: whole.number ?? '', rate, fiscalYear });
    }
  }
  return { counts, lines: [all] };
}

/** The years over the columns; extraction may leave them behind the table. */
function yearsNear(lines: readonly TextLine[], at: number, count: number): string[] {
  for (const line of lines.slice(Math.max(0, at - 4), at + 5)) {
    const heads = runsOf(line).map(({ text }) => text);
    if (heads.length === count && heads.every((head) => YEAR_HEAD.test(head))) return heads;
  }
  return [];
}

function countOf({ number, unit, magnitude }: FigureCell): Decimal | null {
  return number === null || unit === '%' || magnitude !== '' || number.includes('.') ? null : decimalOf(number);
}

/** What a table is about: a result, and the line above the table that names its indicator itself. */
interface Subject {
  readonly result: RawResult;
  readonly named: TextLine | null;
}

/** The result, when a line above names its indicator, or the measure that it stands under. */
function subjectOf(result: RawResult, lines: readonly TextLine[], at: number, resolve: (name: string) => Indicator | null): Subject[] {
  const indicator = result.statement ? resolve(result.statement.name) : null;
  if (!indicator) return [];
  const above = lines.slice(Math.max(0, at - NEAR), at).filter((line) => line.text.length - line.start <= LONGEST_NAME);
  const named = above.findLast((line) => resolve(plainName(line))?.id === indicator.id) ?? null;
  const under = above.some((line) => indicator.measures.some((measure) => dice(plainName(line), measure) >= SURE));
  return named || under ? [{ result, named }] : [];
}

/** Without its number and a remark: `（5）柔道整復施術療養費等の照会業務の強化 （報告書 p.35）`. */
function plainName(line: TextLine): string {
  return nameIn(passage([{ line, from: line.start }])).text.replace(/\([^()]*\)$/, '');
}

const HUNDRED = Decimal.of('100');

/** To a unit of the last printed digit: 100 of 648 is 15.43 %, which a report rounds to 15.5 %. */
function makesRate({ numerator, denominator, rate }: Counts): boolean {
  const [part, whole, printed] = [decimalOf(numerator), decimalOf(denominator), decimalOf(rate.number)];
  if (!part || !whole || whole.isZero || !printed) return false;
  const difference = part
    .times(HUNDRED)
    .dividedBy(whole, printed.scale + 2)
    .minus(printed);
  return difference.magnitude.compare(printed.lastUnit) < 0;
}

function statistic({ result, named }: Subject, counts: Counts, { label }: Row, lines: readonly TextLine[]): RawResult {
  const { numerator, denominator, rate, fiscalYear } = counts;
  const name = [...(named ? [passage([{ line: named, from: named.start }]).raw] : []), passage(label).raw];
  return {
    ...rate,
    statement: null,
    name: name.join(' '),
    known: result.statement?.name ?? '',
    statistic: true,
    numerator,
    denominator,
    heading: result.heading,
    lines: named ? [named, ...lines] : lines,
    ...(fiscalYear !== null && { owner: { branch: null, fiscalYear } }),
  };
}
