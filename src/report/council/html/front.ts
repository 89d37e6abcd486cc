import type { Language, Score } from '../../../model/index.ts';
import type { CouncilData } from '../data.ts';
import { EMPTY, type Html, html } from './html.ts';
import { gradeBadge } from './measures.ts';
import { verdictBadge } from './signs.ts';
import { WORDS } from './words.ts';

/** Counts of verdicts and grades: what a council sees first. */
export function front({ scores }: CouncilData, lang: Language): Html {
  const verdicts = tally(scores.map(({ summary }) => summary.verdicts));
  const [only] = scores;
  return html`<section id="summary"><h2>${WORDS.summary[lang]}</h2>
<h3>${WORDS.verdicts[lang]}</h3><ul class="counts">${verdicts.map(([verdict, count]) => html`<li>${verdictBadge(verdict === 'unknown' ? null : verdict, lang)} <b>${count}</b>`)}</ul>
${scores.length === 1 && only ? gradeTable(only, lang) : scores.length > 1 ? branchTable(scores, verdicts, lang) : EMPTY}</section>`;
}

function tally(counts: readonly Readonly<Record<string, number>>[]): [string, number][] {
  const all = new Map<string, number>();
  for (const one of counts) for (const [key, count] of Object.entries(one)) all.set(key, (all.get(key) ?? 0) + count);
  return [...all].sort((a, b) => orderOf(a[0]) - orderOf(b[0]));
}

const ORDER = ['達成', '概ね達成', '未達成', 'unknown'];
const orderOf = (verdict: string): number => (ORDER.includes(verdict) ? ORDER.indexOf(verdict) : ORDER.length);

function gradeTable({ measures }: Score, lang: Language): Html {
  if (measures.length === 0) return EMPTY;
  return html`<h3>${WORDS.grades[lang]}</h3><table><thead><tr><th scope="col">${WORDS.area[lang]}<th scope="col">${WORDS.measure[lang]}<th scope="col">${WORDS.grade[lang]}</tr></thead><tbody>
${measures.map((measure) => html`<tr><td>${measure.area ?? '－'}<th scope="row">${measure.measure ?? '－'}<td>${gradeBadge(measure, lang)}</tr>`)}</tbody></table>`;
}

/** Rows of one table: 47 branches stand in three beside each other. */
const ROWS = 16;

function branchTable(scores: readonly Score[], verdicts: readonly (readonly [string, number])[], lang: Language): Html {
  const parts = Array.from({ length: Math.ceil(scores.length / ROWS) }, (_, index) => scores.slice(index * ROWS, (index + 1) * ROWS));
  const head = html`<thead><tr><th scope="col">${WORDS.branch[lang]}<th scope="col" class="n">KPI${verdicts.map(([verdict]) => html`<th scope="col" class="n">${verdictBadge(verdict === 'unknown' ? null : verdict, lang)}`)}</tr></thead>`;
  const row = ({ branch, summary }: Score) =>
    html`<tr><th scope="row"><a href="#b-${branch}">${branch}</a><td class="n">${summary.kpis}${verdicts.map(([verdict]) => html`<td class="n">${summary.verdicts[verdict] ?? 0}`)}</tr>`;
  return html`<div class="side-by-side">${parts.map((part) => html`<table class="narrow">${head}<tbody>${part.map(row)}</tbody></table>`)}</div>`;
}
