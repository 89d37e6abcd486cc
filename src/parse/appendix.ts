import { numberingAt } from '../catalog/numbering.ts';
import { markerAt } from './classify.ts';
import type { TextLine } from './lines.ts';
import { nameOf } from './name.ts';
import { type Outline, opensArea } from './outline.ts';
import { linesOf, passage } from './passage.ts';
import type { RawStatement } from './statement.ts';
import { findQualitative, findTarget } from './target-phrase.ts';

/** A row longer than this many characters is prose. */
const LONGEST_ROW = 1000;

/**
 * One row of a KPI一覧 that marks nothing: the measure's heading and its statements run into one another
 * (`⑧被扶養者資格再確認の徹底 被扶養者資格の…提出率を 92.7％以上とする`). Rows are parted by more than one blank line. Null when no
 * statement stands in it.
 */
export function readAppendixRow(
  lines: readonly TextLine[],
  index: number,
  outline: Outline,
  knows: (name: string) => boolean,
): { statements: RawStatement[]; next: number } | null {
  const row: TextLine[] = [];
  let next = index;
  for (let line = lines[next]; line && (row.length === 0 || line.gap <= 1) && !markerAt(line) && !opensArea(line); line = lines[next]) {
    row.push(line);
    next++;
  }
  const first = row[0];
  if (!first) return null;
  const text = passage(row.map((line) => ({ line, from: line.start })));
  if (text.text.length > LONGEST_ROW) return null;
  const statements: RawStatement[] = [];
  let from = 0;
  for (;;) {
    const target = findTarget(text.text, from);
    const phrase = target ?? (statements.length === 0 ? findQualitative(text.text) : null);
    if (!phrase) break;
    const numeric = phrase.promise.kind !== 'qualitative';
    const starts = text.runs
      .map((run) => run.at + markLength(text.text.slice(run.at, phrase.from)))
      .filter((at) => at >= from && at < phrase.from);
    const known = starts.find((at) => knows(nameOf(stretch(at, phrase.from), numeric).name));
    // Without a number, only a name in the catalog tells a target from a heading (`…に係る意見発信`).
    if (known === undefined && !target) break;
    const start = known ?? starts.find((at) => at > from) ?? from;
    const mark = numberingAt(text.text, runStart(start))?.mark ?? '';
    if (statements.length === 0) enterHeading(start);
    statements.push({
      mark: mark.length < 4 && runStart(start) < start ? mark : '',
      name: nameOf(stretch(start, phrase.from), numeric).name + phrase.suffix,
      promise: phrase.promise,
      role: 'kpi',
      group: '',
      parent: null,
      lines: linesOf(text, start, Math.max(phrase.to, start + 1)),
      baselines: [],
      conditions: [],
    });
    from = phrase.to;
  }
  return statements.length > 0 ? { statements, next } : null;

  function stretch(at: number, to: number) {
    return { folded: text.text.slice(at, to), raw: text.raw.slice(at, to) };
  }
  function runStart(at: number): number {
    return text.runs.findLast((run) => run.at <= at)?.at ?? at;
  }
  function enterHeading(to: number): void {
    const numbering = numberingAt(text.text, 0);
    const end = runStart(to);
    if (!numbering || !first || end <= numbering.end) return;
    outline.enter({ text: text.raw.slice(numbering.end, end), style: numbering.style.id, area: null, line: first });
  }
}

function markLength(text: string): number {
  return numberingAt(text, 0)?.end ?? 0;
}
