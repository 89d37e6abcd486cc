import { scaleLinear } from 'd3-scale';
import type { Decimal, ScoredKpi } from '../../../model/index.ts';
import { EMPTY, type Html, html } from './html.ts';
import { verdictTone } from './signs.ts';

const [WIDTH, HEIGHT] = [150, 26];

/** A bullet chart: the result as a bar, the target as a line across it, last year's result as a diamond. All from zero: a bar's length is its value. */
export function bullet({ target, actual, verdict }: ScoredKpi, previous: Decimal | null, label: string): Html {
  const [goal, result, before] = [target.value, actual?.value ?? null, previous].map((value) => (value ? Number(value.text) : null));
  const values = [goal, result, before].filter((value) => value !== null && value !== undefined);
  if (values.length === 0 || values.some((value) => value < 0) || Math.max(...values) === 0) return EMPTY;
  const x = scaleLinear([0, Math.max(...values) * 1.05], [0, WIDTH]);
  const at = (value: number) => Math.round(x(value) * 10) / 10;
  const bar = result == null ? EMPTY : html`<rect class="bar ${verdictTone(verdict)}" y="8" width="${at(result)}" height="10"/>`;
  const line = goal == null ? EMPTY : html`<rect class="goal" x="${at(goal) - 1.5}" y="2" width="3" height="22"/>`;
  const mark = before == null ? EMPTY : html`<path class="before" d="M${at(before)} 8l5 5-5 5-5-5z"/>`;
  return html`<svg class="bullet" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}"><rect class="track" y="5" width="${WIDTH}" height="16"/>${bar}${line}${mark}</svg>`;
}
