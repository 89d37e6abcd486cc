import { BROKEN_LABEL, ENDS_IN_ARROW, LABEL_HINT, PART_LABELS, type PartKind } from '../../catalog/results-report.ts';
import { markerAt } from '../classify.ts';
import type { TextLine } from '../lines.ts';

/** A label on a line: it stands at `[from, to)`, and what it announces goes on from `to` to the next one. */
export interface Label {
  readonly kind: PartKind;
  readonly from: number;
  readonly to: number;
  /** What it says of the time of its figures: `令和6年3月末`. */
  readonly note: string | null;
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
    const label = behindArrow(line, labels.at(-1)?.to ?? line.start, at) ? null : labelAt(line, at, open);
    if (label && (first !== null || label.kind === 'result' || isGrade(line, label))) labels.push(label);
  }
  return labels;
}

/** `…とする ⇒ 結果 95.1％`: with its target in front, the word opens no part of the page. */
function behindArrow(line: TextLine, from: number, at: number): boolean {
  let end = at;
  while (end > from && line.text[end - 1] === ' ' && at - end < WIDEST_SPACE) end--;
  const arrow = ENDS_IN_ARROW.exec(line.text.slice(Math.max(from, end - LONGEST_ARROW), end));
  return arrow !== null && line.text.slice(from, end - arrow[0].length).trim() !== '';
}

const WIDEST_SPACE = 20;
const LONGEST_ARROW = 4;

const isGrade = (line: TextLine, label: Label): boolean => label.kind === 'rating' && GRADE_ENDS.test(line.text.slice(label.to));

function labelAt(line: TextLine, at: number, goalOpen: boolean): Label | null {
  for (const { kind, pattern, afterGoal } of PART_LABELS) {
    if (afterGoal && !goalOpen) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(line.text);
    if (match) return { kind, from: at, to: pattern.lastIndex, note: noteIn(line, match) };
  }
  return null;
}

/** As printed. */
function noteIn(line: TextLine, match: RegExpExecArray): string | null {
  const note = match.groups?.note;
  const at = note === undefined ? -1 : line.text.indexOf(note, match.index);
  return note === undefined || at < 0 ? null : line.raw.slice(at, at + note.length).trim();
}

/** `■KPI：…`, as plans mark it. */
function kpiMarker(line: TextLine): Label | null {
  const marker = markerAt(line);
  return marker && { kind: 'goal', from: line.start, to: marker.end, note: null };
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

/** Puts a label on one line that a narrow column broke (`KPI` / `目標`, `自己` / `評価`); what follows it stays on the second line. */
export function joinLabels(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const broken = before && line.gap <= MOST_BLANK && BROKEN_LABEL.test(before.text.slice(before.start).trim());
    if (!broken) {
      joined.push(line);
      continue;
    }
    const head = before.text.trim();
    const text = head + line.text.slice(line.start);
    const label = labelAt({ ...line, text, start: 0 }, 0, true);
    if (!label || label.to <= head.length) {
      joined.push(line);
      continue;
    }
    const end = text.slice(0, label.to).trimEnd().length;
    joined[joined.length - 1] = { ...before, text: text.slice(0, end), raw: text.slice(0, end), start: 0 };
    const rest = cut(line, line.start + label.to - head.length);
    if (rest.start < rest.text.length) joined.push(rest);
  }
  return joined;
}

const MOST_BLANK = 2;
