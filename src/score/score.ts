import { indexTargets } from '../actuals/match.ts';
import type { Actual, Effort, Rating, Rubric, Score, ScoredMeasure, Target, Verdict } from '../model/index.ts';
import { type Catalog, indicatorKey } from '../normalize/catalog.ts';
import { isReference } from '../normalize/reference.ts';
import { createHistory } from './history.ts';
import { type KpiScore, scoreKpi } from './kpi.ts';
import { type MeasureFacts, scoreMeasure } from './measure.ts';

export interface ScoreInput {
  readonly branch: string;
  readonly fiscalYear: number;
  readonly targets: readonly Target[];
  /** Of this and earlier years. */
  readonly actuals: readonly Actual[];
  readonly efforts: readonly Effort[];
  /** What reports printed of the measures and KPIs: shown beside what is worked out, and never used for it. */
  readonly ratings?: readonly Rating[];
  readonly verdicts?: readonly Verdict[];
  readonly rubric: Rubric;
  readonly catalog: Catalog;
  /** Documents that were given as the results to score with: they win over what other documents say of the year. */
  readonly csvDocuments?: ReadonlySet<string>;
}

/** The targets of a branch and year against what came of them. */
export function score(input: ScoreInput): Score {
  const { branch, fiscalYear, rubric, catalog } = input;
  const inScope = (record: { readonly branch: string; readonly fiscalYear: number }) =>
    record.branch === branch && record.fiscalYear === fiscalYear;
  const all = input.targets.filter(inScope);
  const targets = all.filter((target) => !isReference(target));
  const actuals = input.actuals.filter((actual) => actual.branch === branch);
  const efforts = input.efforts.filter(inScope);
  const ratings = (input.ratings ?? []).filter((rating) => inScope(rating) && rating.rubric === rubric.id);
  const verdicts = (input.verdicts ?? []).filter((verdict) => inScope(verdict) && verdict.rubric === rubric.id);
  const index = indexTargets(targets);
  const history = createHistory({ index, targets, fiscalYear, actuals, csvDocuments: input.csvDocuments ?? new Set() });
  const published = (target: Target) => verdicts.find((verdict) => index.find(verdict.name, verdict.indicator) === target)?.verdict ?? null;
  const scored = index.targets.map((target) => scoreKpi(target, history, rubric, catalog, published(target)));
  const measures = rubric.kind === 'grades' ? measuresOf(scored, efforts, ratings).map((facts) => scoreMeasure(facts, rubric)) : [];
  const kpis = scored.map(({ kpi }) => kpi);
  return {
    branch,
    fiscalYear,
    rubric: rubric.id,
    kpis,
    measures,
    summary: {
      kpis: kpis.filter(({ role }) => role === 'kpi').length,
      verdicts: tally(kpis.filter(({ role }) => role === 'kpi').map(({ verdict }) => verdict ?? 'unknown')),
      grades: tally(measures.map(gradeName)),
      ...(all.length > targets.length && { reference: all.length - targets.length }),
    },
  };
}

const gradeName = ({ grade, possible }: ScoredMeasure): string => grade ?? (possible.length === 0 ? 'undefined' : 'undecided');

/** In document order; then the measures without KPIs, of which only the sheet of actuals speaks. */
function measuresOf(scored: readonly KpiScore[], efforts: readonly Effort[], ratings: readonly Rating[]): MeasureFacts[] {
  const measures = new Map<string, { facts: Pick<MeasureFacts, 'area' | 'measure'>; kpis: KpiScore[]; efforts: Effort[] }>();
  for (const kpi of scored) {
    const { area, measure, role } = kpi.target;
    // A measure's KPIs decide; their parts (内訳) are shown beside them.
    if (role !== 'kpi') continue;
    const key = `${area ?? ''} ${measureKey(measure ?? '')}`;
    const known = measures.get(key);
    if (known) known.kpis.push(kpi);
    else measures.set(key, { facts: { area, measure }, kpis: [kpi], efforts: [] });
  }
  for (const effort of efforts) {
    const key = measureKey(effort.measure);
    const named = [...measures.values()].filter(({ facts }) => measureKey(facts.measure ?? '') === key);
    for (const { efforts: own } of named) own.push(effort);
    if (named.length === 0) measures.set(` ${key}`, { facts: { area: null, measure: effort.measure }, kpis: [], efforts: [effort] });
  }
  const published = (measure: string | null) =>
    ratings.find((rating) => measureKey(rating.measure) === measureKey(measure ?? ''))?.grade ?? null;
  return [...measures.values()].map(({ facts, ...rest }) => ({ ...facts, ...rest, published: published(facts.measure) }));
}

/** `②サービス水準の向上`, `(2) サービス水準の向上` and the plan's own heading are one measure. */
export const measureKey = (measure: string): string =>
  indicatorKey(measure.normalize('NFC').replace(/^\s*(?:[①-⑳ⅰ-ⅹⅠ-Ⅻ]|[(（][\dⅰ-ⅹ]{1,3}[)）]|\d{1,2}[.．)）])\s*/u, ''));

function tally(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
