import { INDICATORS } from '../../catalog/indicators.ts';
import { numberingAt } from '../../catalog/numbering.ts';
import { GRADE_TOKEN, GROUP_NAME, type PartKind } from '../../catalog/results-report.ts';
import type { TextLine } from '../lines.ts';
import { type Passage, passage } from '../passage.ts';
import { findTarget } from '../target-phrase.ts';
import { areaNamed } from './area.ts';
import type { Label } from './labels.ts';
import { gradeIn } from './rating.ts';

/** One level of a measure's heading: `①保健事業計画（データヘルス計画）の着実な実施`, then `ⅰ）特定健診…`. */
export interface Level {
  readonly mark: string;
  readonly style: string;
  readonly text: string;
}

/** The heading over a measure's page: lines `[from, to)`. */
export interface MeasureHead {
  readonly from: number;
  readonly to: number;
  /** The heading above the measure, when its line prints it again. */
  readonly above: Level | null;
  readonly measure: Level;
  /** When the heading's own line ends in it. */
  readonly grade: string | null;
  readonly group: string | null;
  /** `②サービス水準の向上（続き）`: the page before goes on. */
  readonly continued: boolean;
  readonly line: TextLine;
  readonly lines: readonly TextLine[];
}

/** A heading stands at most so many lines above its first label. */
const REACH = 4;
const LONGEST = 90;
/** Numbers of a measure that stands under another. */
export const INNER = new Set(['ⅰ', '(ⅰ)', '(i)', 'ア', '(ア)', 'a.', '(a)', 'n)']);
/** What a heading may wear: `■コラボヘルスの推進`, `【②サービス水準の向上】`. */
const DECORATION = /^(?:[■□◆◇●○◎▶]\s*)?(?:[【《<[〔]\s*)?/;
const CLOSED = /[】》>\]〕]$/;
const CONTINUED = /[(（](?:続き|つづき|承前)[)）]$/;

/** `自己評価：A` at the end of a heading's line. */
const RATED = /\s[【[(]?(?:支部)?(?:自己評価|評価)[】\])]?\s*:?\s*[【[(]?([SABCD])[】\])]?\s*$/;

const MEASURES = new Set(INDICATORS.flatMap((indicator) => indicator.measures));

/**
 * The headings of the measures' pages, by where they begin. A page opens with the same label all through a report (`KPI目標`): what
 * stands right above that label is its heading. So is what stands above a label that the page has had already, and what the catalog
 * knows for a measure.
 */
export function measureHeads(lines: readonly TextLine[], labels: readonly (readonly Label[])[]): Map<number, MeasureHead> {
  const heads = new Map<number, MeasureHead>();
  let opener: PartKind | null = null;
  let seen = new Set<PartKind>();
  let floor = 0;
  for (const [index, line] of lines.entries()) {
    const label = labels[index]?.[0];
    if (!label || ratesOwnLine(line, labels[index] ?? [])) continue;
    const head = label.from === line.start ? headAbove(lines, index, floor) : null;
    if (head) {
      const known = MEASURES.has(head.measure.text.normalize('NFKC')) || MEASURES.has(head.measure.text);
      const opens = head.measure.mark === '' ? label.kind === opener : opener === null || label.kind === opener || seen.has(label.kind);
      if (known || opens) {
        heads.set(head.from, head);
        opener ??= label.kind;
        if (!head.continued) seen = new Set();
      }
    }
    for (const { kind } of labels[index] ?? []) seen.add(kind);
    floor = index + 1;
  }
  return heads;
}

/** `④現金給付の適正化の推進 自己評価：A`: the label stands behind a heading, and opens no part of a page. */
function ratesOwnLine(line: TextLine, labels: readonly Label[]): boolean {
  const [label] = labels;
  if (!label || labels.length > 1 || label.kind !== 'rating' || label.from === line.start) return false;
  const numbering = numberingAt(line.text, undecorated(line));
  return RATED.test(line.text) && numbering !== null && !numbering.style.bullet;
}

function headAbove(lines: readonly TextLine[], index: number, floor: number): MeasureHead | null {
  for (let at = index - 1; at >= Math.max(floor, index - REACH); at--) {
    const line = lines[at];
    if (!line || areaNamed(line) || /。$/.test(line.text.trimEnd())) break;
    const numbering = numberingAt(line.text, undecorated(line));
    if (numbering?.style.bullet) break;
    if (!numbering) continue;
    const head = headOf(lines, outermost(lines, at, floor), index);
    return head && isMeasure(head) ? head : null;
  }
  const head = index > floor ? headOf(lines, index - 1, index) : null;
  return head && isMeasure(head) && head.measure.style === 'plain' ? head : null;
}

/** `①保健事業計画` / `の着実な実施` / `ⅰ）特定健診…`: the heading above one that has an inner number. */
function outermost(lines: readonly TextLine[], at: number, floor: number): number {
  const inner = numberingAt(lines[at]?.text ?? '', lines[at]?.start ?? 0)?.style.id ?? '';
  if (!INNER.has(inner)) return at;
  for (let above = at - 1; above >= Math.max(floor, at - REACH); above--) {
    const line = lines[above];
    if (!line || areaNamed(line) || /[。、]$/.test(line.text.trimEnd()) || GRADE_TOKEN.test(line.text.trim())) return at;
    const numbering = numberingAt(line.text, line.start);
    if (numbering) return numbering.style.bullet || INNER.has(numbering.style.id) ? at : above;
  }
  return at;
}

/** Where a line begins behind bullets and brackets. */
function undecorated(line: TextLine): number {
  return line.start + (DECORATION.exec(line.text.slice(line.start))?.[0].length ?? 0);
}

/** The heading that stands on `lines[from, to)`, its second level and what its line says beside it taken apart. */
function headOf(lines: readonly TextLine[], from: number, to: number): MeasureHead | null {
  const own = lines.slice(from, to);
  const [line] = own;
  if (!line) return null;
  let grade: string | null = null;
  let group: string | null = null;
  const pieces: { line: TextLine; from: number; to: number }[] = [];
  for (const one of own) {
    const said = besideHeading(one);
    grade = said.grade ?? grade;
    group = said.group ?? group;
    const start = one === line ? undecorated(one) : one.start;
    const bare = start > one.start && CLOSED.test(one.text.slice(0, said.to)) ? said.to - 1 : said.to;
    if (bare > start) pieces.push({ line: one, from: start, to: bare });
  }
  const levels = levelsOf(passage(pieces));
  const measure = levels.pop();
  if (!measure) return null;
  const continued = CONTINUED.test(measure.text);
  return { from, to, above: levels[0] ?? null, measure, grade, group, continued, line, lines: own };
}

/** What a heading's line prints behind it: `…の向上 Ａ`, `…の推進（担当：保健グループ）`; `業務グループ` alone is no part of it. */
function besideHeading(line: TextLine): { grade: string | null; group: string | null; to: number } {
  let to = line.text.trimEnd().length;
  const rated = RATED.exec(line.text.slice(line.start, to));
  if (rated) to = line.start + rated.index;
  const last = rated ? null : /\s(\S{1,4})$/.exec(line.text.slice(line.start, to));
  const grade = rated ? gradeIn(rated[1] ?? '') : last && GRADE_TOKEN.test(last[1] ?? '') ? gradeIn(last[1] ?? '') : null;
  if (last && grade) to = line.start + last.index;
  const text = line.text.slice(line.start, to).trimEnd();
  const named = /\((?:主?担当:?)?([^()]{1,16}(?:グループ|G))\)$/.exec(text) ?? /^([^\s()]{1,14}(?:グループ|G))$/.exec(text);
  if (!named) return { grade, group: null, to };
  return { grade, group: GROUP_NAME.exec(named[1] ?? '')?.[1] ?? null, to: line.start + named.index };
}

/** `①保健事業計画…の着実な実施 ⅰ）特定健診…` are two headings. */
function levelsOf(text: Passage): Level[] {
  const starts = text.runs.filter(({ at, line, column }) => at === 0 || INNER.has(numberingAt(line.text, column)?.style.id ?? ''));
  return starts.slice(0, 2).map(({ at, line, column }, i): Level => {
    const numbering = numberingAt(line.text, column);
    const mark = numbering ? line.raw.slice(column, numbering.end).trim() : '';
    const body = text.raw.slice(at, (i === 0 ? starts[1]?.at : undefined) ?? text.raw.length);
    return { mark, style: numbering?.style.id ?? 'plain', text: body.slice(mark.replace(/\s/g, '').length) };
  });
}

/** A numbered target or sentence is no heading. */
function isMeasure({ above, measure }: MeasureHead): boolean {
  return [...(above ? [above] : []), measure].every(
    ({ text }) => text.length >= 2 && text.length <= LONGEST && !/[。、]$|。|[\d％%]$|とする$/.test(text) && !findTarget(text),
  );
}
