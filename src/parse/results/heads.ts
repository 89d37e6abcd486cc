import { INDICATORS } from '../../catalog/indicators.ts';
import { numberingAt } from '../../catalog/numbering.ts';
import { GRADE_TOKEN, GROUP_NAME, type PartKind } from '../../catalog/results-report.ts';
import type { TextLine } from '../lines.ts';
import { type Passage, passage } from '../passage.ts';
import { findTarget } from '../target-phrase.ts';
import { areaNamed } from './area.ts';
import type { Label } from './labels.ts';

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
  readonly line: TextLine;
  readonly lines: readonly TextLine[];
}

/** A heading stands at most so many lines above its first label. */
const REACH = 4;
const LONGEST = 90;
/** Numbers of a measure that stands under another. */
export const INNER = new Set(['ⅰ', '(ⅰ)', '(i)', 'ア', '(ア)', 'a.', '(a)', 'n)']);

const MEASURES = new Set(INDICATORS.flatMap((indicator) => indicator.measures));

/**
 * The headings of the measures' pages, by where they begin. A page opens with the same label all through a report (`KPI目標`): what
 * stands right above that label is its heading. So is what stands above a label that the page has had already: a new page has begun.
 */
export function measureHeads(lines: readonly TextLine[], labels: readonly (readonly Label[])[]): Map<number, MeasureHead> {
  const heads = new Map<number, MeasureHead>();
  let opener: PartKind | null = null;
  let seen = new Set<PartKind>();
  let floor = 0;
  for (const [index, line] of lines.entries()) {
    const label = labels[index]?.[0];
    if (!label) continue;
    if (label.from === line.start) {
      const head = headAbove(lines, labels, index, floor);
      if (head && (opener === null || label.kind === opener || seen.has(label.kind))) {
        heads.set(head.from, head);
        opener ??= label.kind;
        seen = new Set();
      }
    }
    for (const { kind } of labels[index] ?? []) seen.add(kind);
    floor = index + 1;
  }
  return heads;
}

function headAbove(lines: readonly TextLine[], labels: readonly (readonly Label[])[], index: number, floor: number): MeasureHead | null {
  for (let at = index - 1; at >= Math.max(floor, index - REACH); at--) {
    const line = lines[at];
    if (!line || areaNamed(line)) break;
    const numbering = numberingAt(line.text, line.start);
    if (numbering?.style.bullet || /。$/.test(line.text.trimEnd())) break;
    if (!numbering) continue;
    const head = headOf(lines, outermost(lines, at, floor), index);
    return head && isMeasure(head) && labels[at]?.length === 0 ? head : null;
  }
  const line = lines[index - 1];
  const text = line && index - 1 >= floor ? passage([{ line, from: line.start }]) : null;
  const plain = text?.raw.replace(/^[＜<【《「](.*)[＞>】》」]$/, '$1') ?? '';
  if (!line || !text || !(MEASURES.has(plain.normalize('NFKC')) || MEASURES.has(plain))) return null;
  return {
    from: index - 1,
    to: index,
    above: null,
    measure: { mark: '', style: 'plain', text: plain },
    grade: null,
    group: null,
    line,
    lines: [line],
  };
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

/** The heading that stands on `lines[from, to)`, its second level and what its line says beside it taken apart. */
export function headOf(lines: readonly TextLine[], from: number, to: number): MeasureHead | null {
  const own = lines.slice(from, to);
  let grade: string | null = null;
  let group: string | null = null;
  const parts: { line: TextLine; from: number; to: number }[] = [];
  for (const line of own) {
    let end = line.text.trimEnd().length;
    const last = /\s(\S+)$/.exec(line.text.slice(line.start, end));
    if (last && GRADE_TOKEN.test(last[1] ?? '')) {
      grade = (last[1] ?? '').replace(/[^A-Z+-]/g, '');
      end = line.start + last.index;
    }
    const named = /\s*\((?:主?担当:?)?([^()]*(?:グループ|G))\)$/.exec(line.text.slice(line.start, end));
    if (named) {
      group = GROUP_NAME.exec(named[1] ?? '')?.[1] ?? null;
      end = line.start + named.index;
    }
    if (parts.length > 0 && /^\S{1,14}(?:グループ|G)$/.test(line.text.slice(line.start, end))) {
      group = GROUP_NAME.exec(line.text)?.[1] ?? null;
      continue;
    }
    parts.push({ line, from: line.start, to: end });
  }
  const levels = levelsOf(passage(parts));
  const measure = levels.pop();
  const [line] = own;
  return line && measure ? { from, to, above: levels[0] ?? null, measure, grade, group, line, lines: own } : null;
}

/** `①保健事業計画…の着実な実施 ⅰ）特定健診…` are two headings. */
function levelsOf(text: Passage): Level[] {
  const starts = text.runs.filter(({ at, line, column }, i) => {
    const numbering = numberingAt(line.text, column);
    return i === 0 || (at > 0 && numbering !== null && INNER.has(numbering.style.id));
  });
  return starts.slice(0, 2).map(({ at, line, column }, i): Level => {
    const numbering = numberingAt(line.text, column);
    const mark = numbering ? line.raw.slice(column, numbering.end).trim() : '';
    const body = text.raw.slice(at, (i === 0 ? starts[1]?.at : undefined) ?? text.raw.length);
    return { mark, style: numbering?.style.id ?? 'plain', text: body.slice(mark.replaceAll(/\s/g, '').length) };
  });
}

/** A numbered target or sentence is no heading. */
function isMeasure({ above, measure }: MeasureHead): boolean {
  return [...(above ? [above] : []), measure].every(
    ({ text }) => text.length >= 2 && text.length <= LONGEST && !/[。、]$|。|[\d％%]$|とする$/.test(text) && !findTarget(text),
  );
}
