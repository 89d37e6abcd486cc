import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Language } from '../../../model/index.ts';
import type { Trend, TrendPoint } from '../../../score/trend.ts';
import { aside, goalLabel, resultLabel, yearLabel } from '../../labels.ts';
import type { Anchors } from './anchors.ts';
import { EMPTY, type Html, html } from './html.ts';
import { verdictBadge } from './signs.ts';
import { WORDS } from './words.ts';

const [WIDTH, HEIGHT] = [460, 150];
const MARGIN = { top: 12, right: 16, bottom: 24, left: 52 };

interface Dot {
  readonly year: number;
  readonly value: number;
}

/** Indicators with something to see: results or numbers of at least two years. */
export const hasLine = ({ points }: Trend): boolean => new Set(points.filter(hasNumber).map(({ fiscalYear }) => fiscalYear)).size > 1;

const hasNumber = ({ kpi, actual }: TrendPoint): boolean => actual?.value != null || kpi?.target.value != null;

/** One indicator over the years, with its table. */
export function trendFigure(trend: Trend, index: number, anchors: Anchors, lang: Language): Html {
  const id = `t${index + 1}`;
  return html`<figure class="trend" id="${id}"><figcaption>${trend.branch}　${trend.name}</figcaption>
${chart(trend, lang)}
<details><summary>${WORDS.asTable[lang]}</summary><table><thead><tr><th scope="col">${WORDS.year[lang]}<th scope="col" class="n">${WORDS.target[lang]}<th scope="col" class="n">${WORDS.actual[lang]}<th scope="col">${WORDS.verdict[lang]}<th scope="col">${WORDS.source[lang]}</tr></thead><tbody>
${trend.points.map((point, at) => row(point, `${id}-${at + 1}`, anchors, lang))}</tbody></table></details></figure>`;
}

/** What the lines and marks of a chart are. */
export const trendKey = (lang: Language): Html => {
  const sample = (marks: Html) => html`<svg class="sample" viewBox="0 0 24 26" aria-hidden="true">${marks}</svg>`;
  const result = sample(html`<path class="result-line" d="M0 13H24"/>${circle([12, 13], '')}`);
  const goal = sample(html`<path class="goal-line" d="M0 13H24"/>${square([12, 13])}`);
  const broken = sample(html`<path class="break" d="M12 2V24"/>`);
  return html`<ul class="key"><li>${result} ${WORDS.actual[lang]}<li>${goal} ${WORDS.target[lang]}<li>${sample(circle([12, 13], 'open'))} ${WORDS.midYear[lang]}<li>${broken} ${WORDS.noBridge[lang]}</ul>`;
};

function row(point: TrendPoint, id: string, anchors: Anchors, lang: Language): Html {
  const { fiscalYear, asOf, kpi, actual, redefined } = point;
  const year = `${asOf === null ? yearLabel(fiscalYear, lang) : aside(yearLabel(fiscalYear, lang), asOf, lang)}${redefined ? ` ※${WORDS.redefined[lang]}` : ''}`;
  const result = actual === null ? '－' : resultLabel(actual, lang);
  return html`<tr id="${id}"><th scope="row">${year}<td class="n">${target(point, lang)}<td class="n">${result}<td>${verdictBadge(kpi?.verdict ?? null, lang, kpi?.provisional)}<td>${actual ? anchors.link(id, actual.source) : EMPTY}</tr>`;
}

const target = ({ kpi }: TrendPoint, lang: Language): string => (kpi === null ? '－' : goalLabel(kpi, lang));

/** Results as a line, targets as dashes; a change of definition breaks both, a mid-year figure is an open circle off the line. */
function chart({ points, name }: Trend, lang: Language): Html {
  const years = points.map(({ fiscalYear }) => fiscalYear);
  const all = Array.from({ length: Math.max(...years) - Math.min(...years) + 1 }, (_, index) => Math.min(...years) + index);
  const values = points
    .flatMap(({ kpi, actual }) => [kpi?.target.value, actual?.value])
    .flatMap((value) => (value ? [Number(value.text)] : []));
  const x = scalePoint(all, [MARGIN.left, WIDTH - MARGIN.right]).padding(0.2);
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(4);
  const place = ({ year, value }: Dot): [number, number] => [round(x(year) ?? 0), round(y(value))];
  const path = line<Dot>(
    (dot) => place(dot)[0],
    (dot) => place(dot)[1],
  );
  const series = segments(points);
  const goals = segments(points).map((segment) => segment.flatMap(goalDot));
  const results = series.map((segment) => segment.flatMap(resultDot));
  const ticks = y.ticks(4);
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${name}: ${years.length > 0 ? `${yearLabel(Math.min(...years), lang)}–${yearLabel(Math.max(...years), lang)}` : ''}">
${ticks.map((tick) => html`<path class="grid" d="M${MARGIN.left} ${round(y(tick))}H${WIDTH - MARGIN.right}"/><text class="tick end" x="${MARGIN.left - 6}" y="${round(y(tick)) + 4}">${tick.toLocaleString('en')}</text>`)}
${all.map((year) => html`<text class="tick mid" x="${round(x(year) ?? 0)}" y="${HEIGHT - 6}">${shortYear(year, lang)}</text>`)}
${breaks(points, (year) => x(year) ?? 0)}
${goals.map((dots) => html`<path class="goal-line" d="${path(dots) ?? ''}"/>${dots.map((dot) => square(place(dot)))}`)}
${results.map((dots) => html`<path class="result-line" d="${path(dots) ?? ''}"/>${dots.map((dot) => circle(place(dot), ''))}`)}
${points.flatMap((point) => (point.asOf !== null && point.actual?.value ? [circle(place({ year: point.fiscalYear, value: Number(point.actual.value.text) }), 'open')] : []))}
</svg>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
const circle = ([x, y]: readonly [number, number], kind: string): Html => html`<circle class="result ${kind}" cx="${x}" cy="${y}" r="4"/>`;
const square = ([x, y]: readonly [number, number]): Html =>
  html`<rect class="goal" x="${round(x - 3)}" y="${round(y - 3)}" width="6" height="6"/>`;

const shortYear = (year: number, lang: Language): string => (lang === 'ja' && year >= 2019 ? `R${year - 2018}` : String(year));

/** The parts between changes of definition. */
function segments(points: readonly TrendPoint[]): TrendPoint[][] {
  const parts: TrendPoint[][] = [[]];
  for (const point of points) {
    if (point.redefined) parts.push([]);
    parts.at(-1)?.push(point);
  }
  return parts;
}

const goalDot = ({ fiscalYear, kpi }: TrendPoint): Dot[] =>
  kpi?.target.value ? [{ year: fiscalYear, value: Number(kpi.target.value.text) }] : [];

const resultDot = ({ fiscalYear, asOf, actual }: TrendPoint): Dot[] =>
  asOf === null && actual?.value ? [{ year: fiscalYear, value: Number(actual.value.text) }] : [];

function breaks(points: readonly TrendPoint[], x: (year: number) => number): Html[] {
  return points.flatMap(({ fiscalYear, redefined }, index) => {
    const before = points[index - 1];
    if (!redefined || !before) return [];
    const at = round((x(before.fiscalYear) + x(fiscalYear)) / 2);
    return [html`<path class="break" d="M${at} ${MARGIN.top}V${HEIGHT - MARGIN.bottom}"/>`];
  });
}
