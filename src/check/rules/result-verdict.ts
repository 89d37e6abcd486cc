import { TALLY_RULE } from '../../catalog/verdicts.ts';
import { Decimal, type Severity, type Text, type Verdict } from '../../model/index.ts';
import { isFullYear } from '../../normalize/as-of.ts';
import { readDone } from '../../normalize/done.ts';
import { percentOf } from '../../normalize/percent.ts';
import { clausesOf } from '../../score/conditions.ts';
import { quantity } from '../../score/figures.ts';
import type { Document } from '../../source/document.ts';
import { fold } from '../../source/fold.ts';
import type { CheckContext } from '../context.ts';
import { marksIn } from '../marks.ts';
import { historyOf, type Judged, judged, type ReportedKpi, reportedKpis } from '../reported.ts';
import type { Rule, Slip } from '../rule.ts';

/** `92％以上 … 91.3％ 達成` */
export const resultVerdict: Rule = {
  id: 'result/verdict',
  severity: 'error',
  summary: {
    ja: '印字された達成・概ね達成・未達成が、目標と実績の数値と合わない',
    en: 'a printed verdict (達成, 概ね達成, 未達成) is not what target and result come to',
  },
  explanation: {
    ja: '目標と実績を十進で正確に比べ、印字された判定と照らします。目標に届いているのに「未達成」、届いていないのに「達成」は error。「概ね達成」は、その報告が自ら書いた基準（例：達成度95％以上）で判定し、合わなければ warning です。書かれていなければ設定（thresholds.nearlyMet）で、それもなければ協会けんぽの指標に限り本部の基準（95％、数値の目標のみ）と比べて note とします。目標の桁に丸めれば届くものは warning、年度途中の実績は note、向きの分からない「とする」の目標は、印字された達成率とだけ比べます。◎○△の見込みは判定しません。',
    en: 'Target and result are compared in exact decimals and set against the printed verdict: 未達成 of a target that is met, or 達成 of one that is missed, is an error. 概ね達成 is judged by the rule that the report states itself (such as 95 % or more) and is a warning; where it states none, by the configuration (thresholds.nearlyMet); without one, only indicators of 協会けんぽ are compared with the rubric of its headquarters (95 %, targets in numbers only), as a note. A result that reaches its target when rounded at the digit of the target is a warning, one within the year a note; a target by とする that may be better on either side is held against the printed attainment alone. Forecast marks are not judged.\nExample: 92％以上, 91.3 %, 達成 → 91.3 < 92: 未達成 or 概ね達成',
  },
  *check(context) {
    const usage: Usage = {
      own: ownRule(context.paper.document),
      set: context.thresholds?.nearlyMet ?? null,
      grades: context.paper.records.verdicts.some(({ verdict }) => classOf(verdict) === 'nearly'),
    };
    for (const kpi of reportedKpis(context.paper.records)) {
      const said = kpi.verdicts.filter(({ rubric }) => rubric !== 'forecast');
      if (said.length === 0) continue;
      const one = kpi.target.basis === 'qualitative' ? null : judged(kpi, context.catalog);
      for (const verdict of said) {
        const slip =
          one === null ? byWords(verdict, kpi) : one.sure ? byNumbers(verdict, kpi, one, usage, context) : byAttainment(verdict, kpi, one);
        if (slip) yield slip;
      }
    }
  },
};

type VerdictClass = 'met' | 'nearly' | 'missed';

/** Null for words that no rubric defines (一部達成). */
function classOf(verdict: string): VerdictClass | null {
  const plain = verdict.normalize('NFKC').replace(/^[◎○●▲×✕\s]+|目標/g, '');
  if (/^(?:概ね|おおむね|ほぼ)達成$/.test(plain)) return 'nearly';
  if (/^(?:未達成?|非達成|達成せず)$/.test(plain)) return 'missed';
  return plain === '達成' ? 'met' : null;
}

const NAMES: Record<VerdictClass, Text> = {
  met: { ja: '達成', en: '達成' },
  nearly: { ja: '概ね達成', en: '概ね達成' },
  missed: { ja: '未達成', en: '未達成' },
};

/** From which attainment on the report calls a KPI 概ね達成: `※「概ね達成」は達成度95％以上としている。` */
function ownRule(document: Document): Decimal | null {
  for (const { lines } of document.pages) {
    for (const { text } of lines) {
      if (text.length > LONGEST || !text.includes('達成') || !/\d|[０-９]/.test(text)) continue;
      const limit = TALLY_RULE.exec(fold(text).replaceAll(' ', ''))?.groups?.limit;
      if (limit !== undefined) return Decimal.of(limit);
    }
  }
  return null;
}

const LONGEST = 120;
/** 本部の達成状況: 95％以上. */
const HEADQUARTERS = Decimal.of('95');
const HUNDRED = Decimal.of('100');

interface Usage {
  /** The limit that the report states itself. */
  readonly own: Decimal | null;
  /** The one that the user has set. */
  readonly set: Decimal | null;
  /** It uses 概ね達成 at all. */
  readonly grades: boolean;
}

function byNumbers(verdict: Verdict, kpi: ReportedKpi, one: Judged, usage: Usage, { catalog }: CheckContext): Slip | null {
  const printed = classOf(verdict.verdict);
  if (!printed || one.comparison.roundingDecides || one.outcome === 'exempt' || open(kpi, one, printed)) return null;
  const possible = possibleVerdicts(kpi, one, usage, catalog.byId(kpi.target.indicator ?? '') !== null);
  if (possible.verdicts.includes(printed)) return null;
  const { result, goal, actual } = one;
  const arguable = possible.unstated || !isFullYear(result.asOf);
  const [is, should] = [quantity(actual), quantity(goal)];
  const [part, whole] = one.direction === 'higher' ? [actual.value, goal.value] : [goal.value, actual.value];
  const attainment = whole.isZero || one.attainment === null ? null : percentOf(part, whole, 2);
  const sides = { ja: `実績 ${is.ja} と${goal.name.ja} ${should.ja}`, en: `${is.en} against ${should.en}` };
  const reached = attainment === null ? { ja: '', en: '' } : { ja: `（達成度 ${attainment}％）`, en: ` (attainment ${attainment} %)` };
  const expected = possible.verdicts.map((one) => NAMES[one]);
  const { verdict: word } = verdict;
  return {
    message: {
      ja: `「${kpi.target.name}」は「${word}」とありますが、${sides.ja}${reached.ja}からは「${expected.map(({ ja }) => ja).join('」か「')}」です${possible.by.ja}。`,
      en: `“${kpi.target.name}” is printed ${word}, but ${sides.en}${reached.en} is ${expected.map(({ en }) => en).join(' or ')}${possible.by.en}.`,
    },
    source: verdict.source,
    severity: arguable ? 'note' : severityOf(printed, one),
    marks: [...marksIn(verdict.source.quote, [goal.value, actual.value]), ...(verdict.source.quote.includes(word) ? [word] : [])],
    ...(attainment !== null && { computation: `${part} ÷ ${whole} = ${attainment} %` }),
    ...(result.source.lineStart !== verdict.source.lineStart && { related: [result.source] }),
  };
}

/** 達成 of a target that is missed, and 未達成 of one that is met, are wrong by any rubric, but for a result that rounds to its target. */
const severityOf = (printed: VerdictClass, one: Judged): Severity =>
  printed === 'nearly' || (printed === 'met') === one.comparison.met || roundsToGoal(one) ? 'warning' : 'error';

/** Whether a clause that nobody can decide here might turn the verdict (前年度において20％以下となった場合は、前年度以下とする). */
function open({ target }: ReportedKpi, { comparison, earlier }: Judged, printed: VerdictClass): boolean {
  return clausesOf(target).some(({ kind }) => {
    if (kind === 'other') return true;
    return kind === 'previous_year' && earlier === null && !(printed === 'met' && !comparison.met);
  });
}

interface Possible {
  readonly verdicts: readonly VerdictClass[];
  /** By whose rule, where that decides. */
  readonly by: Text;
  /** Only by a rule that the report does not state. */
  readonly unstated: boolean;
}

function possibleVerdicts({ target }: ReportedKpi, one: Judged, { own, set, grades }: Usage, known: boolean): Possible {
  if (one.comparison.met) return { verdicts: ['met'], by: NOTHING, unstated: false };
  const either: Possible = { verdicts: ['nearly', 'missed'], by: NOTHING, unstated: false };
  const limit = own ?? set ?? (known ? HEADQUARTERS : null);
  if (one.attainment === null || limit === null || (own === null && !grades)) return either;
  const reaches = reachesLimit(one, limit);
  // 返納金債権の回収率 53.40 % against 対前年度 54.11 % (98.7 %) is printed 未達成: what is compared with the year before may be either.
  if (reaches === null || (reaches && target.basis !== 'absolute')) return either;
  return { verdicts: [reaches ? 'nearly' : 'missed'], by: byWhom(limit, own, set), unstated: own === null && set === null };
}

function byWhom(limit: Decimal, own: Decimal | null, set: Decimal | null): Text {
  if (own) return { ja: `（「概ね達成」は達成度${limit}％以上とする記載）`, en: ` (the report calls ${limit} % or more 概ね達成)` };
  return set
    ? { ja: `（設定では、${limit}％以上が概ね達成）`, en: ` (by the configuration, ${limit} % or more is 概ね達成)` }
    : { ja: `（本部の基準では、${limit}％以上が概ね達成）`, en: ` (by the rubric of the headquarters, ${limit} % or more)` };
}

const NOTHING: Text = { ja: '', en: '' };

/** Null where it depends on how the attainment is rounded: 94.96 % is 95.0 %. */
function reachesLimit({ actual, goal, direction, attainment }: Judged, limit: Decimal): boolean | null {
  const [part, whole] = direction === 'higher' ? [actual.value, goal.value] : [goal.value, actual.value];
  const exact = part.times(HUNDRED).compare(limit.times(whole)) >= 0;
  const rounded = attainment !== null && attainment.compare(limit) >= 0;
  return exact === rounded ? exact : null;
}

/** 91.96 % is 92 % at the digit of the target. */
const roundsToGoal = ({ actual, goal }: Judged): boolean =>
  actual.value.scale > goal.value.scale && actual.value.round(goal.value.scale).compare(goal.value) === 0;

/** Which side is better of `とする` only the printed attainment tells: 105.3 % is 達成, on whichever. */
function byAttainment(verdict: Verdict, { target }: ReportedKpi, { result }: Judged): Slip | null {
  const printed = classOf(verdict.verdict);
  const { attainment } = result;
  const side = attainment?.compare(HUNDRED) ?? 0;
  if (!printed || !attainment || side === 0 || (printed === 'met') === side > 0) return null;
  const { quote } = verdict.source;
  return {
    message: {
      ja: `「${target.name}」は「${verdict.verdict}」とありますが、印字された達成率は ${attainment}％ です。`,
      en: `“${target.name}” is printed ${verdict.verdict}, but its printed attainment is ${attainment} %.`,
    },
    source: verdict.source,
    severity: 'warning',
    marks: [...marksIn(quote, [attainment]), ...(quote.includes(verdict.verdict) ? [verdict.verdict] : [])],
  };
}

/** A qualitative target: 意見発信を実施する. */
function byWords(verdict: Verdict, kpi: ReportedKpi): Slip | null {
  const printed = classOf(verdict.verdict);
  const result = kpi.target.basis === 'qualitative' ? historyOf(kpi).current(kpi.target)?.actual : null;
  const done = result && readDone(result.text);
  if (!result || !done || !printed || printed === 'nearly' || (printed === 'met') === (done === 'done')) return null;
  const { name } = kpi.target;
  return {
    message: {
      ja: `「${name}」は「${verdict.verdict}」とありますが、結果は「${result.text}」です。`,
      en: `“${name}” is printed ${verdict.verdict}, but its result is “${result.text}”.`,
    },
    source: verdict.source,
    severity: done === 'done' ? 'note' : 'warning',
    marks: [verdict.verdict, result.text].filter((word) => verdict.source.quote.includes(word)),
    ...(result.source.lineStart !== verdict.source.lineStart && { related: [result.source] }),
  };
}
