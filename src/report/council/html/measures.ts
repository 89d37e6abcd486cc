import type { Decimal, Language, Score, ScoredKpi, ScoredMeasure, Target } from '../../../model/index.ts';
import type { Trend } from '../../../score/trend.ts';
import { groupBy } from '../../../source/group-by.ts';
import { aside, goalInFull, quantity, resultLabel } from '../../labels.ts';
import type { Anchors } from './anchors.ts';
import { bullet } from './bullet.ts';
import { EMPTY, type Html, html } from './html.ts';
import { verdictBadge } from './signs.ts';
import { WORDS } from './words.ts';

export interface MeasureContext {
  readonly targets: ReadonlyMap<string, Target>;
  readonly trends: readonly Trend[];
  readonly anchors: Anchors;
  /** Reasons are long: one branch's fit on its pages, a nation's do not. */
  readonly withReasons: boolean;
  readonly lang: Language;
}

/** What the parts of a bullet chart are. */
export const bulletKey = (lang: Language): Html =>
  html`<ul class="key"><li><svg class="sample" viewBox="0 0 24 26" aria-hidden="true"><rect class="bar open" y="8" width="24" height="10"/></svg> ${WORDS.actual[lang]}<li><svg class="sample" viewBox="0 0 24 26" aria-hidden="true"><rect class="goal" x="10" y="2" width="3" height="22"/></svg> ${WORDS.target[lang]}<li><svg class="sample" viewBox="0 0 24 26" aria-hidden="true"><path class="before" d="M12 8l5 5-5 5-5-5z"/></svg> ${WORDS.previous[lang]}</ul>`;

/** A branch's KPIs under their measures, each target against its result. */
export function measureTables(score: Score, context: MeasureContext): Html {
  const { lang } = context;
  const groups = [...groupBy(score.kpis, ({ area, measure }) => `${area} ${measure}`).values()];
  return html`${groups.map((kpis) => {
    const [first] = kpis;
    const graded = score.measures.find(({ area, measure }) => area === first?.area && measure === first?.measure);
    return html`<section class="measure"><h4>${first?.measure ?? '－'} ${graded ? gradeBadge(graded, lang) : EMPTY}</h4>
<table class="kpis"><thead><tr><th scope="col">${WORDS.indicator[lang]}<th scope="col" class="n">${WORDS.target[lang]}<th scope="col" class="n">${WORDS.actual[lang]}<th scope="col" class="n">${WORDS.previous[lang]}<th scope="col" class="n">${WORDS.attainment[lang]}<th scope="col">${WORDS.verdict[lang]}<th scope="col" class="c">${WORDS.chart[lang]}<th scope="col">${WORDS.source[lang]}</tr></thead>
${kpis.map((kpi) => kpiRow(kpi, score, context))}</table>${graded && context.withReasons ? reasonList(graded, lang) : EMPTY}</section>`;
  })}`;
}

/** Until it is decided, what is possible. */
export function gradeBadge({ grade, possible, published }: ScoredMeasure, lang: Language): Html {
  const label = grade ?? (possible.length === 0 ? WORDS.undefined[lang] : possible.join(' / '));
  const printed = published === null ? EMPTY : html` <span class="published">${WORDS.published[lang]} ${published}</span>`;
  return html`<span class="grade ${grade === null ? 'open' : ''}">${WORDS.grade[lang]} ${label}</span>${printed}`;
}

const reasonList = ({ reasons, missing }: ScoredMeasure, lang: Language): Html =>
  html`<ul class="reasons">${reasons.map((text) => html`<li>${text[lang]}`)}${missing.map((text) => html`<li class="missing">${WORDS.missing[lang]}: ${text[lang]}`)}</ul>`;

function kpiRow(kpi: ScoredKpi, { branch, fiscalYear }: Score, { targets, trends, anchors, withReasons, lang }: MeasureContext): Html {
  const id = `k-${kpi.targetId}`;
  const target = targets.get(kpi.targetId);
  const before = previousOf(kpi, branch, fiscalYear, trends);
  const [goal, result, last] = [
    goalInFull(kpi, lang) ?? '－',
    datedResult(kpi, lang),
    before ? quantity(before.value, before.unit, lang) : '－',
  ];
  const label = `${kpi.name}: ${WORDS.target[lang]} ${goal}, ${WORDS.actual[lang]} ${result}, ${WORDS.previous[lang]} ${last}`;
  const places = [...(target ? [anchors.link(id, target.source)] : []), ...(kpi.actual ? [anchors.link(id, kpi.actual.source)] : [])];
  const reasons =
    withReasons && kpi.reasons.length > 0
      ? html`<tr class="why"><td colspan="8"><ul class="reasons">${kpi.reasons.map((text) => html`<li>${text[lang]}`)}</ul></tr>`
      : EMPTY;
  return html`<tbody data-v="${kpi.verdict ?? ''}"><tr id="${id}"><th scope="row">${kpi.role === 'breakdown' ? '└ ' : ''}${kpi.name}<td class="n">${goal}<td class="n">${result}<td class="n">${last}<td class="n">${kpi.attainment ? `${kpi.attainment.text}%` : '－'}<td>${verdictBadge(kpi.verdict, lang, kpi.provisional)}<td class="c">${bullet(kpi, before?.value ?? null, label)}<td>${places.map((place, index) => (index === 0 ? place : html`<br>${place}`))}</tr>${reasons}</tbody>`;
}

/** The full year's result of the year before, in the same definition and unit. */
function previousOf(
  { indicator, name, target, actual }: ScoredKpi,
  branch: string,
  fiscalYear: number,
  trends: readonly Trend[],
): { readonly value: Decimal; readonly unit: string | null } | null {
  const trend = trends.find(
    (one) =>
      one.branch === branch &&
      one.points.some((point) => point.fiscalYear === fiscalYear && point.indicator === indicator && point.name === name),
  );
  const point = trend?.points.findLast(
    (one) => one.fiscalYear === fiscalYear - 1 && one.asOf === null && one.indicator === indicator && one.actual?.value != null,
  );
  const unit = actual?.unit ?? target.unit;
  if (!point?.actual?.value || (unit !== null && point.actual.unit !== null && unit !== point.actual.unit)) return null;
  return { value: point.actual.value, unit: point.actual.unit };
}

function datedResult({ actual }: ScoredKpi, lang: Language): string {
  if (actual === null) return WORDS.noResult[lang];
  const figure = resultLabel(actual, lang) || '－';
  return actual.asOf === null ? figure : aside(figure, actual.asOf, lang);
}
