import { LABEL_HINT, PART_LABELS, type PartKind } from '../../catalog/results-report.ts';
import { markerAt } from '../classify.ts';
import type { TextLine } from '../lines.ts';

/** A label on a line: it stands at `[from, to)`, and what it announces goes on from `to` to the next one. */
export interface Label {
  readonly kind: PartKind;
  readonly from: number;
  readonly to: number;
}

/** A result, a rating, or the group may follow something else on the line: `…：94.0％以上 KPI結果 94.2％`. */
const GRADE_ENDS = /^[SABCD]\s*[)】》\]]?\s*$/;
const MOST = 6;

/** The labels of every line. */
export function labelled(lines: readonly TextLine[]): Label[][] {
  let goalOpen = false;
  return lines.map((line) => {
    const labels = labelsOf(line, goalOpen);
    for (const { kind } of labels) goalOpen = kind === 'goal' || (goalOpen && kind !== 'result' && kind !== 'rating');
    return labels;
  });
}

/** The labels of a line, in order. `goalOpen`: a KPI目標 stands above that has no result yet. */
function labelsOf(line: TextLine, goalOpen: boolean): Label[] {
  if (!LABEL_HINT.test(line.text)) return [];
  const labels: Label[] = [];
  const first = labelAt(line, line.start, goalOpen) ?? kpiMarker(line);
  if (first) labels.push(first);
  for (const at of columns(line.text, first?.to ?? line.start)) {
    if (labels.length >= MOST) break;
    if (at < (labels.at(-1)?.to ?? 0)) continue;
    const open = labels.length === 0 ? goalOpen : labels.at(-1)?.kind === 'goal';
    const label = labelAt(line, at, open);
    if (label && (first !== null || label.kind === 'result' || isGrade(line, label))) labels.push(label);
  }
  return labels;
}

const isGrade = (line: TextLine, label: Label): boolean => label.kind === 'rating' && GRADE_ENDS.test(line.text.slice(label.to));

function labelAt(line: TextLine, at: number, goalOpen: boolean): Label | null {
  for (const { kind, pattern, afterGoal } of PART_LABELS) {
    if (afterGoal && !goalOpen) continue;
    pattern.lastIndex = at;
    if (pattern.test(line.text)) return { kind, from: at, to: pattern.lastIndex };
  }
  return null;
}

/** `■KPI：…`, as plans mark it. */
function kpiMarker(line: TextLine): Label | null {
  const marker = markerAt(line);
  return marker && { kind: 'goal', from: line.start, to: marker.end };
}

/** Where something begins behind a space, outside brackets: `（令和4年度 実績 95.1％）` is a remark. */
function columns(text: string, from: number): number[] {
  const found: number[] = [];
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (depth === 0 && sign !== ' ' && text[at - 1] === ' ') found.push(at);
    if (sign === '(') depth++;
    else if (sign === ')') depth = Math.max(0, depth - 1);
  }
  return found;
}

/** A line from column `from` to column `to`; `whole` gives back the line that it is of. */
export function cut(line: TextLine, from: number, to = line.text.length): TextLine {
  const text = line.text.slice(0, to).trimEnd();
  let start = from;
  while (text[start] === ' ') start++;
  return { ...line, text, raw: line.raw.slice(0, text.length), start: Math.min(start, text.length) };
}
