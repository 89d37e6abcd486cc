import { BRANCHES } from '../../../catalog/branches.ts';
import { TILES } from '../../../catalog/tiles.ts';
import type { Language } from '../../../model/index.ts';
import type { Comparison, ComparisonRow } from '../../../score/compare.ts';
import { aside, quantity, targetLabel } from '../../labels.ts';
import { EMPTY, type Html, html } from './html.ts';
import { WORDS } from './words.ts';

/** Quarters of the ranking: 1 is best. */
type Quarter = 1 | 2 | 3 | 4;
const SIGNS: Readonly<Record<Quarter, string>> = { 1: '▲', 2: '△', 3: '▿', 4: '▼' };

function quarterOf({ rank }: ComparisonRow, { rows }: Comparison): Quarter | null {
  const ranked = rows.filter((row) => row.rank !== null).length;
  const last = Math.max(...rows.map((row) => row.rank ?? 0));
  // Where all are equal nobody is first.
  if (rank === null || ranked < 4 || last === 1) return null;
  const quarter = Math.ceil((rank * 4) / ranked);
  return quarter <= 1 ? 1 : quarter === 2 ? 2 : quarter === 3 ? 3 : 4;
}

/** The nation at a glance: a map of tiles for one indicator, and all indicators as a table behind it. */
export function heat(comparisons: readonly Comparison[], branches: readonly string[], lang: Language): Html {
  const shown = comparisons.filter(({ rows }) => rows.some(({ rank }) => rank !== null));
  if (shown.length === 0) return EMPTY;
  const mapped = Math.max(
    0,
    shown.findIndex((comparison) => comparison.rows.some((row) => quarterOf(row, comparison) !== null)),
  );
  const title = aside(WORDS.heat[lang], WORDS[shown[0]?.by ?? 'target'][lang], lang);
  return html`<section id="heat"><h2>${title}</h2>${map(shown, mapped, lang)}${key(lang)}
<p class="help">${WORDS.heatHelp[lang]}</p><p class="controls"><label>${WORDS.filter[lang]} <input id="filter" type="search" autocomplete="off"></label> <output id="shown" for="filter"></output></p>
<div class="wide" tabindex="0" role="region" aria-label="${title}"><table class="heat" id="heat-table"><thead><tr><th scope="col"><button type="button" data-sort="0">${WORDS.branch[lang]}</button>${shown.map((comparison, index) => headCell(comparison, index, lang))}</tr></thead><tbody>
${branches.map((branch) => html`<tr data-branch="${branch}" data-find="${branch} ${idOf(branch)}"><th scope="row"><a href="#b-${branch}">${branch}</a>${shown.map((comparison) => cell(comparison, branch, lang))}</tr>`)}</tbody>
<tfoot><tr><th scope="row">${WORDS.median[lang]}${shown.map(({ median, unit }) => html`<td class="n">${median === null ? '－' : quantity(median, unit === '%' ? null : unit, lang)}`)}</tr></tfoot></table></div></section>`;
}

/** For who types 熊本 as kumamoto. */
const idOf = (branch: string): string => BRANCHES.find(({ name }) => name === branch)?.id ?? '';

const headCell = ({ name, unit }: Comparison, index: number, lang: Language): Html =>
  html`<th scope="col"><button type="button" data-sort="${index + 1}">${unit === null ? name : aside(name, unit, lang)}</button>`;

function cell(comparison: Comparison, branch: string, lang: Language): Html {
  const row = comparison.rows.find((one) => one.branch === branch);
  if (!row) return html`<td>`;
  if (row.value === null) return html`<td class="word">${wordOf(row, comparison, lang)}`;
  const quarter = quarterOf(row, comparison);
  const amount = quantity(row.value, null, lang);
  if (quarter === null) return html`<td class="n" data-n="${row.value.text}">${amount}`;
  return html`<td class="n q${quarter}" data-n="${row.value.text}" data-q="${quarter}">${amount}<i aria-hidden="true">${SIGNS[quarter]}</i>`;
}

/** A target that is no number is what it says. */
function wordOf({ basis, comparator, actual }: ComparisonRow, { by }: Comparison, lang: Language): string {
  if (by !== 'target') return actual?.text ?? '－';
  if (basis === null || comparator === null || basis === 'absolute') return '－';
  return targetLabel({ basis, comparator, value: null, unit: null }, lang);
}

const SIZE = 46;
const SELECTED = html` selected`;

/** Drawn for the first indicator that branches differ in; the script colours it for the one that is chosen, from the table's column. */
function map(comparisons: readonly Comparison[], at: number, lang: Language): Html {
  const first = comparisons[at];
  if (!first) return EMPTY;
  const names = new Map(BRANCHES.map(({ code, name }) => [code, name]));
  const [width, height] = [Math.max(...TILES.map(({ column }) => column)) + 1, Math.max(...TILES.map(({ row }) => row)) + 1];
  const tiles = TILES.map(({ code, column, row }) => {
    const branch = names.get(code) ?? '';
    const own = first.rows.find((one) => one.branch === branch);
    const quarter = own ? quarterOf(own, first) : null;
    const amount = own?.value ? quantity(own.value, null, lang) : own ? '・' : '';
    return html`<g class="tile ${quarter === null ? '' : `q${quarter}`}" data-branch="${branch}" transform="translate(${column * SIZE} ${row * SIZE})"><rect width="${SIZE - 2}" height="${SIZE - 2}" rx="3"/><text x="${SIZE / 2 - 1}" y="18">${branch}</text><text class="v" x="${SIZE / 2 - 1}" y="35">${amount}${quarter === null ? '' : SIGNS[quarter]}</text></g>`;
  });
  return html`<figure class="map"><figcaption><label>${WORDS.mapOf[lang]} <select id="map-of">${comparisons.map(({ name }, index) => html`<option value="${index + 1}"${index === at ? SELECTED : EMPTY}>${name}`)}</select></label></figcaption>
<div class="scroll" tabindex="0" role="region" aria-label="${WORDS.map[lang]}"><svg viewBox="0 0 ${width * SIZE} ${height * SIZE}" role="img" aria-label="${WORDS.map[lang]}: ${first.name}">${tiles}</svg></div></figure>`;
}

function key(lang: Language): Html {
  const quarters = [WORDS.best, WORDS.upper, WORDS.lower, WORDS.last].map((text, index) => ({ text, quarter: index + 1 }));
  return html`<ul class="key" aria-label="${WORDS.legend[lang]}">${quarters.map(({ text, quarter }) => html`<li><span class="q${quarter}">${signOf(quarter)}</span> ${text[lang]}`)}</ul>`;
}

const signOf = (quarter: number): string => Object.values(SIGNS)[quarter - 1] ?? '';
