import type { Source, Target } from '../model/index.ts';
import type { Document } from '../source/document.ts';
import { type Compact, compact } from './compact.ts';
import { type Definition, definitionsIn, type Said, saidIn } from './definitions.ts';
import { type Passages, passagesOf } from './passages.ts';
import { placeOfLine } from './places.ts';
import type { Slip } from './rule.ts';

/** The prose of a measure is no longer, above or below its KPI; nor does it have more KPIs. */
const FARTHEST = 150;

/** Lines between KPI statements, `[start, end)` of the document. */
type Run = readonly [start: number, end: number];

/** Where the prose of a measure says another number than the indicator of its KPI does: 月10日以上 for 月15日以上. */
export function* contradictions(document: Document, all: readonly Target[]): Iterable<Slip> {
  const passages = passagesOf(document);
  const statements = statementsIn(passages, all);
  const prose = new Prose(passages);
  const read = new Asked();
  const told = new Set<string>();
  for (const [at, { target }] of statements.entries()) {
    const definitions = target.duplicateOf === null && DIGIT.test(target.name) ? definitionsIn(compact(target.name).text) : [];
    const meant = inWords(definitions);
    if (meant === '') continue;
    for (const run of runsBeside(passages.length, statements, at)) {
      // KPIs of one definition ask once.
      if (!read.first(meant, run)) continue;
      const text = prose.of(run);
      for (const group of together(saidIn(text.text, definitions))) {
        const differing = differingIn(group);
        if (differing.length === 0) continue;
        const places = placesOf(differing, run, text).map((place) => `${meant} ${place}`);
        if (!places.some((place) => told.has(place))) {
          yield slip(target, differing, text, (from, to) => sourceOf(from, to, run, passages, document.name));
        }
        for (const place of places) told.add(place);
      }
    }
  }
}

const DIGIT = /[\d０-９]/;

const inWords = (definitions: readonly Definition[]): string =>
  definitions.map(({ before, number, behind }) => before + number + behind).join('、');

/** Where it begins from the top of a run, and ends from its bottom: another KPI sees the same prose cut off above or below. */
function placesOf(said: readonly Said[], [start, end]: Run, { text }: Compact): string[] {
  const [from, to] = [said[0]?.from ?? 0, said.at(-1)?.to ?? 0];
  return [`${start}+${from}`, `${end}-${text.length - to}`];
}

/** A KPI with its lines, `[first, behind)`. */
interface Statement {
  readonly target: Target;
  readonly first: number;
  readonly behind: number;
}

const statementsIn = ({ first, behind }: Passages, targets: readonly Target[]): Statement[] =>
  targets.map((target) => ({ target, first: first(target.source), behind: behind(target.source) })).sort((a, b) => a.first - b.first);

/** What was asked of which run. */
class Asked {
  private readonly runs = new Map<string, Set<number>>();

  first(question: string, [start, end]: Run): boolean {
    const seen = this.runs.get(question) ?? new Set();
    this.runs.set(question, seen);
    const run = start * 2 * (FARTHEST + 1) + end - start;
    if (seen.has(run)) return false;
    seen.add(run);
    return true;
  }
}

/** The text of runs; the KPIs of a measure ask for the same few. */
class Prose {
  private readonly known = new Map<string, Compact>();

  constructor(private readonly passages: Passages) {}

  of([start, end]: Run): Compact {
    const key = `${start} ${end}`;
    const known = this.known.get(key);
    if (known) return known;
    const lines = this.passages.slice(start, end);
    const text = compact(lines.map((line) => line.text).join('\n'));
    if (this.known.size > 2 * FARTHEST) this.known.clear();
    this.known.set(key, text);
    return text;
  }
}

/** The prose above and below a KPI as far as the KPIs of other measures, without the statements that stand in it. */
function* runsBeside(length: number, statements: readonly Statement[], at: number): Iterable<Run> {
  const here = statements[at];
  if (!here) return;
  const { branch, fiscalYear, measure } = here.target;
  const isBeside = ({ target }: Statement) => branch === target.branch && fiscalYear === target.fiscalYear && measure === target.measure;
  const [top, bottom] = [Math.max(0, here.first - FARTHEST), Math.min(length, here.behind + FARTHEST)];
  let to = here.first;
  for (let above = at - 1; to > top && at - above <= FARTHEST; above--) {
    const other = statements[above];
    const start = Math.max(other?.behind ?? 0, top);
    if (start < to) yield [start, to];
    if (!other || !isBeside(other)) break;
    to = Math.min(to, other.first);
  }
  let from = here.behind;
  for (let below = at + 1; from < bottom && below - at <= FARTHEST; below++) {
    const other = statements[below];
    const end = Math.min(other?.first ?? length, bottom);
    if (from < end) yield [from, end];
    if (!other || !isBeside(other)) break;
    from = Math.max(from, other.behind);
  }
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
  const meant = inWords(differing.map(({ definition }) => definition));
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
function sourceOf(from: number, to: number, [start, end]: Run, { slice, pageAt }: Passages, document: string): Source {
  const lines = slice(start, end);
  let at = 0;
  const held = lines.filter(({ text }) => {
    const [begin, stop] = [at, at + text.length];
    at = stop + 1;
    return stop >= from && begin <= to;
  });
  const [first, last] = [held[0], held.at(-1)];
  const quote = held.flatMap(({ text }) => text.trim() || []).join('\n');
  const page = pageAt(start + (first ? lines.indexOf(first) : 0));
  const [lineStart, lineEnd] = [first ? placeOfLine(first).lineStart : 1, last ? placeOfLine(last).lineEnd : 1];
  return { document, page, lineStart, lineEnd, quote };
}
