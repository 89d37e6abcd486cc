import { latestActual } from '../actuals/latest.ts';
import type { TargetIndex } from '../actuals/match.ts';
import type { Actual, Baseline, Target, Text } from '../model/index.ts';
import { fiscalYearOfLabel, isFullYear, monthsCovered } from '../normalize/as-of.ts';
import { groupBy } from '../source/group-by.ts';
import { type EarlierFigure, figureOf, fiscalYearName, place, quantity } from './figures.ts';

/** What is on record for a target, by year. */
export interface History {
  /** The result of the year that is scored. */
  current(target: Target): CurrentResult | null;
  earlier(target: Target, fiscalYear: number): EarlierFigure | null;
}

export interface CurrentResult {
  readonly actual: Actual;
  /** A CSV given for scoring wins over a document: what it wins over. */
  readonly over: Actual | null;
  /** What another document says of the same time, and says differently; the one that was read last counts. */
  readonly contradicted: Actual | null;
}

export interface HistoryInput {
  readonly index: TargetIndex;
  /** With those that only repeat another: an appendix may print the baseline that the body does not. */
  readonly targets: readonly Target[];
  readonly fiscalYear: number;
  readonly actuals: readonly Actual[];
  readonly csvDocuments: ReadonlySet<string>;
}

export function createHistory({ index, targets, fiscalYear, actuals, csvDocuments }: HistoryInput): History {
  const byTarget = new Map<Target, Actual[]>();
  for (const actual of actuals) {
    const target = index.find(actual.name, actual.indicator);
    const same = target && byTarget.get(target);
    if (same) same.push(actual);
    else if (target) byTarget.set(target, [actual]);
  }
  const repeats = groupBy(targets, ({ duplicateOf }) => duplicateOf ?? '');
  const ofYear = (target: Target, year: number) => (byTarget.get(target) ?? []).filter((actual) => actual.fiscalYear === year);
  const choose = (candidates: readonly Actual[]) => {
    const inCsv = latestActual(candidates.filter(({ source }) => csvDocuments.has(source.document)));
    const inDocument = latestActual(candidates.filter(({ source }) => !csvDocuments.has(source.document)));
    const csvAnswers = inCsv !== null && (inCsv.value !== null || inDocument?.value == null);
    return csvAnswers ? { actual: inCsv, over: inDocument } : inDocument ? { actual: inDocument, over: null } : null;
  };
  return {
    current: (target) => {
      const candidates = ofYear(target, fiscalYear).filter(({ restated }) => !restated);
      const chosen = choose(candidates);
      return chosen && { ...chosen, contradicted: candidates.findLast((other) => contradicts(other, chosen.actual)) ?? null };
    },
    earlier: (target, year) => {
      const known = ofYear(target, year).filter(({ value }) => value !== null);
      const own = choose(known.filter(({ restated }) => !restated))?.actual ?? null;
      const restated = latestActual(known.filter((actual) => actual.restated));
      const onRecord = own && onRecordFigure(own, year, csvDocuments.has(own.source.document) ? 'csv' : 'store');
      // A mid-year figure (9月末) is not yet the year's result: what the sheet of the year after says comes before it.
      if (onRecord?.fullYear) return onRecord;
      const inSheet = restated && restatedFigure(restated, year);
      return inSheet ?? onRecord ?? printedFigure([target, ...(repeats.get(target.id) ?? [])], year, fiscalYear);
    },
  };
}

/** Of the same time (a mid-year figure that became another by the end of the year is none), in another document, with another value. */
const contradicts = (other: Actual, { value, unit, asOf, statistic, source }: Actual): boolean =>
  other.source.document !== source.document &&
  value !== null &&
  other.value !== null &&
  other.unit === unit &&
  other.value.compare(value) !== 0 &&
  monthsCovered(other.asOf) === monthsCovered(asOf) &&
  (other.statistic ?? false) === (statistic ?? false);

function onRecordFigure(actual: Actual, year: number, from: 'store' | 'csv'): EarlierFigure | null {
  const asOf = actual.asOf === null ? { ja: '', en: '' } : { ja: `（${actual.asOf}）`, en: ` (${actual.asOf})` };
  const name = fiscalYearName(year);
  return say(actual, from, { ja: `${name.ja}の実績${asOf.ja}`, en: `the result of ${name.en}${asOf.en}` });
}

const restatedFigure = (actual: Actual, year: number): EarlierFigure | null => {
  const name = fiscalYearName(year);
  return say(actual, 'csv', { ja: `CSVの前年度実績（${name.ja}）`, en: `the previous year's result in the CSV (${name.en})` });
};

function say(actual: Actual, from: 'store' | 'csv', what: Text): EarlierFigure | null {
  const figure = figureOf(actual);
  if (!figure) return null;
  const [amount, where] = [quantity(figure), place(actual.source)];
  return {
    ...figure,
    from,
    fullYear: isFullYear(actual.asOf),
    says: { ja: `${what.ja} ${amount.ja}（${where.ja}）`, en: `${what.en}, ${amount.en} (${where.en})` },
  };
}

/**
 * The baseline of that year printed beside the target.
 * @param targets the KPI, and where the plan repeats it
 */
function printedFigure(targets: readonly Target[], year: number, fiscalYear: number): EarlierFigure | null {
  const printed = targets.flatMap(({ baselines, source }) =>
    baselines.flatMap((baseline) =>
      baseline.value && servesFor(baseline, year, fiscalYear) ? [{ ...baseline, value: baseline.value, source }] : [],
    ),
  );
  const [best] = printed.toSorted((a, b) => standing(b) - standing(a) || (monthsCovered(b.label) ?? 0) - (monthsCovered(a.label) ?? 0));
  if (!best) return null;
  const [amount, where] = [quantity(best), place(best.source)];
  return {
    value: best.value,
    unit: best.unit,
    counts: null,
    from: 'baseline',
    fullYear: isFullYear(best.label),
    says: {
      ja: `計画に記載の「${best.label}」${amount.ja}（${where.ja}）`,
      en: `the baseline in the plan "${best.label}", ${amount.en} (${where.en})`,
    },
  };
}

/**
 * `令和2年度KPI 95.7％` in an appendix is what was promised, not what came of it; `前年度において20％以下となった場合` is a condition.
 */
const servesFor = ({ label }: Baseline, year: number, fiscalYear: number): boolean =>
  fiscalYearOfLabel(label, fiscalYear) === year && !/KPI|ＫＰＩ|目標|計画|において|場合/.test(label);

/** 実績 before a figure without a word, that before 見込み. */
function standing({ label }: Baseline): number {
  if (/見込|予測|推計/.test(label)) return 0;
  return label.includes('実績') ? 2 : 1;
}
