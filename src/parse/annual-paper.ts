import type { Indicator } from '../model/index.ts';
import { judgedIn } from './judged.ts';
import type { KpiList } from './kpi-list.ts';
import { type KpiRecords, recordsOfList } from './kpi-results.ts';
import type { TextLine } from './lines.ts';
import { type Heading, type Outline, pathOf } from './outline.ts';
import { EMPTY_PAPER, type Paper, type PlacedStatement, type RawFinding, type RawRating } from './paper.ts';
import { withCounts } from './rate-counts.ts';
import { headingsOf } from './row-headings.ts';
import { ruleFindings, type Tally, type TallyRule, tallyFindings } from './tally.ts';

/** What was read of an annual report. */
export interface AnnualFound {
  readonly outline: Outline;
  readonly list: KpiList;
  /** Tables whose columns are parted by more than a space. */
  readonly tables: readonly { readonly records: KpiRecords; readonly headings: readonly Heading[] }[];
  /** KPIs that the chapters state. */
  readonly body: readonly PlacedStatement[];
  readonly ratings: readonly RawRating[];
  readonly findings: readonly RawFinding[];
  readonly tallies: readonly Tally[];
  readonly rule: TallyRule | null;
  readonly markers: number;
  readonly unread: readonly (readonly TextLine[])[];
}

/** Puts the parts of a report together: measures with their rows, rates with their counts, and the report's own sums with its verdicts. */
export function paperOf(lines: readonly TextLine[], found: AnnualFound, resolve: (name: string) => Indicator | null): Paper {
  const { list, tables, body } = found;
  const headings = headingsOf(list.rows, list.strays, resolve);
  const read = [recordsOfList(list.rows, headings), ...tables.map(({ records }) => records)];
  const [results, verdicts] = [read.flatMap((one) => one.results), read.flatMap((one) => one.verdicts)];
  const judged = judgedIn({ results, verdicts });
  const own = [...new Set([...headings.values()].flatMap(pathOf)), ...tables.flatMap((table) => table.headings)];
  // A list behind chapters that state its KPIs repeats them.
  const appendix = body.length > 0;
  const listed = read.flatMap(({ statements }) => statements.map((statement) => ({ ...statement, appendix })));
  return {
    ...EMPTY_PAPER,
    statements: [...body, ...listed],
    results: withCounts(lines, results, resolve),
    verdicts,
    ratings: [...read.flatMap(({ ratings }) => ratings), ...found.ratings],
    findings: [
      ...found.findings,
      ...list.findings,
      ...read.flatMap(({ findings }) => findings),
      ...tallyFindings(found.tallies, judged),
      ...ruleFindings(found.rule, judged),
    ],
    headings: appendix ? [...own, ...found.outline.headings] : own,
    markers: found.markers + listed.length + list.unread.length,
    unread: [...found.unread, ...list.unread, ...read.flatMap(({ unread }) => unread)],
  };
}
