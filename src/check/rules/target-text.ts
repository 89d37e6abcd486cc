import { NO_SLIPS, TERMS } from '../../catalog/terms.ts';
import type { Source, Target } from '../../model/index.ts';
import type { Document } from '../../source/document.ts';
import { type Compact, compact } from '../compact.ts';
import type { CheckContext } from '../context.ts';
import { definitionsIn, type Said, saidIn } from '../definitions.ts';
import { nearMisses, termOf } from '../near-miss.ts';
import { type Passages, passagesOf } from '../passages.ts';
import type { Rule, Slip } from '../rule.ts';

/** `…査定額を対前度以上とする`; `頻回（施術日数が月10日以上）` above a KPI on `月 15日以上の施術` */
export const targetText: Rule = {
  id: 'target/text',
  severity: 'warning',
  summary: {
    ja: 'KPIの文の誤記、またはKPIの定義と食い違う本文の数字',
    en: "a slip of the pen in a KPI's sentence, or a number in the prose that contradicts its definition",
  },
  explanation: {
    ja: `KPIの文にある語が、決まった用語（対前年度、サービススタンダードなど）と一文字だけ違うときに示します。
また、指標名に含まれる数字（施術箇所３部位以上、月15日以上、受診勧奨後３か月以内など）と、計画の同じ施策の本文にある同じ言い回しの数字を比べます。違っていても、支部が照会の範囲を別に決めているのかもしれないので「注記」です。

例：査定額を対前度以上とする（対前年度）
例：多部位（施術箇所が３部位以上）かつ頻回（施術日数が月10日以上）の申請について（KPIは月 15日以上）`,
    en: `A word in a KPI's sentence that is one character from a set term (対前年度, サービススタンダード …) is shown.
The numbers in an indicator's name (施術箇所３部位以上, 月15日以上, 受診勧奨後３か月以内 …) are compared with the same wording in a plan's prose on the same measure. The prose may mean a range of its own, so a difference is only a note.

Example: 査定額を対前度以上とする (対前年度)
Example: 多部位（施術箇所が３部位以上）かつ頻回（施術日数が月10日以上）の申請について (the KPI says 月 15日以上)`,
  },
  *check(context) {
    for (const target of context.paper.records.targets) yield* misspelt(target);
    // What a report tells of in its prose is what was done, in the range that was chosen for it.
    if (context.paper.family === 'plan') yield* contradicted(context);
  },
};

const WORDS = TERMS.map(termOf);

function* misspelt({ source }: Target): Iterable<Slip> {
  const text = compact(source.quote);
  for (const { from, to, term } of nearMisses(text.text, WORDS)) {
    if (isWord(text.text, from, to)) continue;
    const printed = text.printed(from, to);
    const word = text.text.slice(from, to);
    yield {
      message: {
        ja: `「${word}」は「${term}」の誤記と思われます。`,
        en: `“${word}” looks like a slip for ${term}.`,
      },
      source,
      marks: [printed],
    };
  }
}

const isWord = (text: string, from: number, to: number): boolean =>
  NO_SLIPS.some((word) => {
    const at = text.indexOf(word);
    return at >= 0 && at <= from && at + word.length >= to;
  });

/** The prose of a measure is no longer, above or below its KPI. */
const FARTHEST = 150;

function* contradicted({ paper: { document, records } }: CheckContext): Iterable<Slip> {
  const passages = passagesOf(document);
  const targets = [...records.targets].sort((a, b) => passages.first(a.source) - passages.first(b.source));
  for (const [at, target] of targets.entries()) {
    const name = target.duplicateOf === null ? compact(target.name).text : '';
    const definitions = DIGIT.test(name) ? definitionsIn(name) : [];
    if (definitions.length === 0) continue;
    for (const prose of proseOf(passages, targets, at)) {
      const text = compact(prose.map(({ text }) => text).join('\n'));
      for (const group of together(saidIn(text.text, definitions))) yield* slipOf(target, group, text, prose, document);
    }
  }
}

const DIGIT = /\d/;

type Lines = Passages['lines'];

/** The lines between the KPIs of other measures, in runs without the KPI statements themselves. */
function proseOf({ lines, first, behind }: Passages, targets: readonly Target[], at: number): Lines[] {
  const here = targets[at];
  if (!here) return [];
  const runs: Lines[] = [];
  const isBeside = ({ branch, fiscalYear, measure }: Target) =>
    branch === here.branch && fiscalYear === here.fiscalYear && measure === here.measure;
  const [top, bottom] = [Math.max(0, first(here.source) - FARTHEST), Math.min(lines.length, behind(here.source) + FARTHEST)];
  let to = first(here.source);
  for (let above = at - 1; to > top; above--) {
    const other = targets[above];
    const end = other ? behind(other.source) : 0;
    runs.unshift(lines.slice(Math.max(end, top), to));
    if (!other || !isBeside(other)) break;
    to = Math.min(to, first(other.source));
  }
  let from = behind(here.source);
  for (let below = at + 1; from < bottom; below++) {
    const other = targets[below];
    const end = other ? first(other.source) : lines.length;
    runs.push(lines.slice(from, Math.min(end, bottom)));
    if (!other || !isBeside(other)) break;
    from = Math.max(from, behind(other.source));
  }
  return runs.filter((run) => run.length > 0);
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

function* slipOf(target: Target, group: readonly Said[], text: Compact, prose: Lines, { name }: Document): Iterable<Slip> {
  const differing = group.filter(({ number, definition }) => number !== definition.number);
  const [one] = differing;
  if (!one) return;
  const says = differing.map(({ from, to }) => text.text.slice(from, to)).join('、');
  const meant = differing.map(({ definition: { before, number, behind } }) => before + number + behind).join('、');
  yield {
    message: {
      ja: `本文に「${says}」とありますが、KPIの指標は「${meant}」です。`,
      en: `The prose says ${says}, but the KPI's indicator says ${meant}.`,
    },
    severity: 'note',
    source: sourceOf(text.at(one.from), text.at((differing.at(-1) ?? one).to - 1), prose, name),
    marks: differing.map(({ from, to }) => text.printed(from, to)),
    related: [target.source],
  };
}

/** The lines that hold the characters from `from` to `to` of the joined text. */
function sourceOf(from: number, to: number, prose: Lines, document: string): Source {
  let at = 0;
  const held = prose.filter(({ text }) => {
    const [start, end] = [at, at + text.length];
    at = end + 1;
    return end >= from && start <= to;
  });
  const [first, last] = [held[0], held.at(-1)];
  const quote = held
    .map(({ text }) => text.trim())
    .filter((line) => line !== '')
    .join('\n');
  return { document, page: first?.page ?? 1, lineStart: first?.number ?? 1, lineEnd: last?.number ?? 1, quote };
}
