import type { Actual, Decimal, Target } from '../../model/index.ts';
import { indicatorKey } from '../../normalize/catalog.ts';
import { quantity } from '../../score/figures.ts';
import { type AllClaim, claimsOfAll, termsIn } from '../claims.ts';
import type { CheckContext } from '../context.ts';
import { readerSlips } from '../from-reader.ts';
import { marksIn } from '../marks.ts';
import { overlaps, type ReportedKpi, reportedKpis } from '../reported.ts';
import type { Rule, Slip } from '../rule.ts';

/** `達成 6 概ね達成 5 未達成 10` over rows that come to other counts; `全47支部で…` beside a result of 30支部. */
export const resultSummary: Rule = {
  id: 'result/summary',
  severity: 'warning',
  summary: {
    ja: '報告の中で、一覧・集計・本文の記載が互いに合わない',
    en: 'a report contradicts itself: list, counts, tables and prose',
  },
  explanation: {
    ja: '一つの報告の中の記載を互いに照らします。集計（達成 6 概ね達成 5 未達成 10）と一覧の行数、一覧表の自己評価・担当・分野と本文、KPI の結果と同じ指標・年度の統計表の率、同じ KPI の二つの結果が食い違えば warning です。本文に「全47支部で…」とあるのに、同じことを指すと読める KPI の結果が 30支部にとどまるときは、指す内容が違う可能性もあるので note です。\n例：「達成 6 概ね達成 5 未達成 10」に対して、一覧の行は達成 5',
    en: 'What one report says in several places is set against itself: the counts below its list (達成 6 概ね達成 5 未達成 10) against the rows, grades, groups and areas of the front table against the pages, the result of a KPI against the table of statistics of the same indicator and year, two results of one KPI against each other; a warning each. Prose that says 全47支部で… beside a result of 30支部 for what reads as the same thing is a note, for it may mean something else.\nExample: 達成 6 概ね達成 5 未達成 10, while five rows are 達成',
  },
  *check(context) {
    yield* readerSlips(context, 'result/summary');
    yield* twoFigures(context);
    yield* notAll(context);
  },
};

type Result = Actual & { readonly value: Decimal };

/** Results of one KPI, year and time that differ: on its page and in a table of statistics, or in two lists. */
function* twoFigures({ paper }: CheckContext): Iterable<Slip> {
  const first = new Map<string, Result>();
  for (const actual of paper.records.actuals) {
    const { branch, fiscalYear, indicator, asOf, unit, value } = actual;
    if (indicator === null || value === null) continue;
    const result = { ...actual, value };
    const key = [branch, fiscalYear, indicator, asOf ?? '', unit ?? ''].join(' ');
    const other = first.get(key);
    if (!other) first.set(key, result);
    else if (comparable(other, result) && differ(other, result)) yield figuresDiffer(other, result);
  }
}

/**
 * In a table of statistics the row may be named otherwise; elsewhere another name may be another part of the indicator. Two figures of one
 * row are its columns.
 */
const comparable = (a: Actual, b: Actual): boolean =>
  !overlaps(a.source, b.source) &&
  ((a.statistic ?? false) !== (b.statistic ?? false) || (!a.statistic && indicatorKey(a.name) === indicatorKey(b.name)));

/** Beyond the digits that both print. */
function differ({ value: a }: Result, { value: b }: Result): boolean {
  const scale = Math.min(a.scale, b.scale);
  return a.round(scale).compare(b.round(scale)) !== 0;
}

function figuresDiffer(a: Result, b: Result): Slip {
  const [own, other] = a.statistic ? [b, a] : [a, b];
  const [is, also] = [quantity(own), quantity(other)];
  const where = other.statistic ? { ja: '統計の表', en: 'the table of statistics' } : { ja: '別の箇所', en: 'another place' };
  return {
    message: {
      ja: `「${own.name}」の結果は ${is.ja} ですが、${where.ja}（${other.source.lineStart}行目）では ${also.ja} です。`,
      en: `The result of “${own.name}” is ${is.en}, but in ${where.en} (line ${other.source.lineStart}) ${also.en}.`,
    },
    source: own.source,
    marks: marksIn(own.source.quote, [own.value]),
    related: [other.source],
  };
}

/** `全47支部で医療データ等を活用した意見発信を行っています` beside `47支部 30支部 未達成`. */
function* notAll({ paper }: CheckContext): Iterable<Slip> {
  const short = shortOfAll(reportedKpis(paper.records));
  if (short.size === 0) return;
  for (const claim of claimsOfAll(paper.document)) {
    const same = [...claim.terms].flatMap((term) => short.get(`${claim.all} ${term}`) ?? []);
    const kpi = same.find(({ target, result }) => !overlaps(claim.source, target.source) && !overlaps(claim.source, result.source));
    if (kpi) yield claimDiffers(claim, kpi);
  }
}

interface Short {
  readonly target: Target & { readonly value: Decimal };
  readonly result: Result;
}

/** KPIs that a number of things fell short of, by that number (`47支部`) and each content word of the name. */
function shortOfAll(kpis: readonly ReportedKpi[]): Map<string, Short[]> {
  const short = new Map<string, Short[]>();
  for (const { target, actuals } of kpis) {
    const result = actuals.find(({ fiscalYear, statistic }) => fiscalYear === target.fiscalYear && !statistic);
    if (target.basis !== 'absolute' || target.unit === null || target.unit === '%' || !result?.value || result.unit !== target.unit)
      continue;
    if (result.value.compare(target.value) >= 0) continue;
    for (const term of termsIn(target.name)) {
      const key = `${target.value.text}${target.unit} ${term}`;
      const same = short.get(key) ?? [];
      if (same.length < MOST_ALIKE) short.set(key, [...same, { target, result: { ...result, value: result.value } }]);
    }
  }
  return short;
}

/** More KPIs that share a word are not looked at. */
const MOST_ALIKE = 5;

function claimDiffers({ words, printed, source }: AllClaim, { target, result }: Short): Slip {
  const [is, of] = [quantity(result), quantity(target)];
  return {
    message: {
      ja: `「${words}」とありますが、KPI の結果は ${of.ja} のうち ${is.ja} です。`,
      en: `The text says “${words}”, but the result of the KPI is ${is.en} of ${of.en}.`,
    },
    source,
    severity: 'note',
    marks: [printed],
    related: [result.source],
  };
}
