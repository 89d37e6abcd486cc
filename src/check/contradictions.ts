import type { Source, Target } from '../model/index.ts';
import type { Document, Line } from '../source/document.ts';
import { type Compact, compact } from './compact.ts';
import { definitionsIn, type Said, saidIn } from './definitions.ts';
import { type Passages, passagesOf } from './passages.ts';
import type { Slip } from './rule.ts';

/** The prose of a measure is no longer, above or below its KPI; nor does it have more KPIs. */
const FARTHEST = 150;

/** The lines between KPI statements. */
interface Run {
  /** Index of its first line in the document. */
  readonly start: number;
  readonly lines: readonly Line[];
}

/** Where the prose of a measure says another number than the indicator of its KPI does: 月10日以上 for 月15日以上. */
export function* contradictions(document: Document, all: readonly Target[]): Iterable<Slip> {
  const passages = passagesOf(document);
  const targets = [...all].sort((a, b) => passages.first(a.source) - passages.first(b.source));
  const read = new Set<string>();
  for (const [at, target] of targets.entries()) {
    const definitions = target.duplicateOf === null && DIGIT.test(target.name) ? definitionsIn(compact(target.name).text) : [];
    if (definitions.length === 0) continue;
    for (const run of proseOf(passages, targets, at)) {
      const asked = `${run.start} ${run.lines.length} ${target.name}`;
      if (read.has(asked)) continue;
      read.add(asked);
      const text = compact(run.lines.map(({ text }) => text).join('\n'));
      for (const group of together(saidIn(text.text, definitions))) {
        const differing = differingIn(group);
        if (differing.length > 0) yield slip(target, differing, text, (from, to) => sourceOf(from, to, run, passages, document.name));
      }
    }
  }
}

const DIGIT = /[\d０-９]/;

/** The prose above and below a KPI as far as the KPIs of other measures, without the statements that stand in it. */
function proseOf({ length, first, behind, slice }: Passages, targets: readonly Target[], at: number): Run[] {
  const here = targets[at];
  if (!here) return [];
  const runs: Run[] = [];
  const add = (start: number, end: number) => {
    if (start < end) runs.push({ start, lines: slice(start, end) });
  };
  const isBeside = ({ branch, fiscalYear, measure }: Target) =>
    branch === here.branch && fiscalYear === here.fiscalYear && measure === here.measure;
  const [top, bottom] = [Math.max(0, first(here.source) - FARTHEST), Math.min(length, behind(here.source) + FARTHEST)];
  let to = first(here.source);
  for (let above = at - 1; to > top && at - above <= FARTHEST; above--) {
    const other = targets[above];
    add(Math.max(other ? behind(other.source) : 0, top), to);
    if (!other || !isBeside(other)) break;
    to = Math.min(to, first(other.source));
  }
  let from = behind(here.source);
  for (let below = at + 1; from < bottom && below - at <= FARTHEST; below++) {
    const other = targets[below];
    add(from, Math.min(other ? first(other.source) : length, bottom));
    if (!other || !isBeside(other)) break;
    from = Math.max(from, behind(other.source));
  }
  return runs;
}

/** Numbers that stand this near to each other are of one sentence. */
const NEAR = 40;

function together(said: readonly Said[]): Said[][] {
  const groups: Said[][] = [];
  for (const one of said) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && one.from - last.to <= NEAR) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** `はり・きゅうは月16日以上、柔道整復は月15日以上の方へ`: a sentence that says the KPI's number too speaks of something else beside it. */
function differingIn(group: readonly Said[]): Said[] {
  const agreed = new Set(group.flatMap(({ number, definition }) => (number === definition.number ? [definition] : [])));
  return group.filter(({ definition }) => !agreed.has(definition));
}

function slip({ source }: Target, differing: readonly Said[], text: Compact, sourceOf: (from: number, to: number) => Source): Slip {
  const says = differing.map(({ from, to }) => text.text.slice(from, to)).join('、');
  const meant = differing.map(({ definition: { before, number, behind } }) => before + number + behind).join('、');
  const [from, to] = [differing[0]?.from ?? 0, differing.at(-1)?.to ?? 1];
  return {
    message: {
      ja: `本文に「${says}」とありますが、KPIの指標は「${meant}」です。`,
      en: `The prose says ${says}, but the KPI's indicator says ${meant}.`,
    },
    severity: 'note',
    source: sourceOf(text.at(from), text.at(to - 1)),
    marks: differing.map((one) => text.printed(one.from, one.to)),
    related: [source],
  };
}

/** The lines that hold the characters from `from` to `to` of a run's text. */
function sourceOf(from: number, to: number, { start, lines }: Run, { pageAt }: Passages, document: string): Source {
  let at = 0;
  const held = lines.filter(({ text }) => {
    const [begin, end] = [at, at + text.length];
    at = end + 1;
    return end >= from && begin <= to;
  });
  const [first, last] = [held[0], held.at(-1)];
  const quote = held.flatMap(({ text }) => text.trim() || []).join('\n');
  const page = pageAt(start + (first ? lines.indexOf(first) : 0));
  return { document, page, lineStart: first?.number ?? 1, lineEnd: last?.number ?? 1, quote };
}
