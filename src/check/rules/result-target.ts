import type { FamilyId } from '../../catalog/families.ts';
import type { Actual, Decimal, Target } from '../../model/index.ts';
import { fiscalYearOfLabel, isFullYear } from '../../normalize/as-of.ts';
import { sameUnit } from '../../normalize/same-unit.ts';
import { place, quantity } from '../../score/figures.ts';
import { readerSlips } from '../from-reader.ts';
import { marksIn } from '../marks.ts';
import { Planned } from '../planned.ts';
import { promised } from '../promised.ts';
import { reportedKpis } from '../reported.ts';
import type { Rule, Slip } from '../rule.ts';

/** `郵送化率：96.0％以上` in a report, where the plan promised 96.5％以上. */
export const resultTarget: Rule = {
  id: 'result/target',
  severity: 'warning',
  summary: {
    ja: '報告に書かれた目標が、事業計画の目標と違う',
    en: 'the target in a report is not the one that was planned',
  },
  explanation: {
    ja: '実施結果報告・進捗状況・事業報告書に書かれた目標を、保存済みの、または同じコマンドに渡した、同じ支部・年度の計画の目標と照らします。値、以上と以下の向き、数値か対前年度かの違いが warning です。どれか一つの文書と一致すれば何も言いません。対前年度の目標を計画の後で確定した数値に置き換えたものは対象外です。括弧に書かれた前年度の値は、記録にある前年度（通年）の実績と違えば note です。報告の中で目標の文と目標の欄が違うものも warning です。\n例：報告に「郵送化率：96.0％以上」、計画に「郵送化率を 96.5％以上とする」',
    en: 'The targets in results reports, progress sheets and annual reports are held against those of plans of the same branch and year, from the store or given to the same command. Another value, 以上 for 以下, a number for 対前年度: a warning each. Where one of several documents agrees, nothing is said; a 対前年度 target that a report gives as the number it came to is left alone. The figure of the year before that is printed beside such a target is a note where the record of that full year says otherwise. A statement and a column of targets that differ within one report are a warning too.\nExample: 郵送化率：96.0％以上 in the report, 郵送化率を 96.5％以上とする in the plan',
  },
  *check(context) {
    yield* readerSlips(context, 'result/target');
    if (!REPORTS.includes(context.paper.family)) return;
    const planned = new Planned(context.known.targets);
    const earlier = fullYears(context.known.actuals);
    for (const { target } of reportedKpis(context.paper.records)) {
      const promises = planned.promises(target);
      const differences = promises.map((promise) => ({ promise, difference: differenceOf(target, promise) }));
      const [first] = differences;
      if (first?.difference && differences.every(({ difference }) => difference !== null)) {
        yield differs(target, first.promise, first.difference, promises);
      }
      yield* previousDiffers(target, earlier);
    }
  },
};

/** The papers that answer a plan. A plan summary sets targets itself. */
export const REPORTS: readonly FamilyId[] = ['results', 'progress', 'annual'];

/** What differs; null where nothing is proved to. */
function differenceOf(said: Target, plan: Target): 'value' | 'comparator' | 'basis' | null {
  if (said.basis === 'qualitative' || plan.basis === 'qualitative') return null;
  if (said.basis === 'absolute' && plan.basis === 'absolute') {
    if (said.unit !== null && plan.unit !== null && !sameUnit(said.unit, plan.unit)) return null;
    if (said.value.compare(plan.value) !== 0) return 'value';
    return opposite(said, plan) ? 'comparator' : null;
  }
  // The report may say what 対前年度以上 came to.
  if (said.basis === 'absolute') return null;
  if (said.basis !== plan.basis) return 'basis';
  return opposite(said, plan) ? 'comparator' : null;
}

const opposite = (a: Target, b: Target): boolean =>
  (a.comparator.startsWith('>') && b.comparator.startsWith('<')) || (a.comparator.startsWith('<') && b.comparator.startsWith('>'));

function differs(said: Target, plan: Target, difference: 'value' | 'comparator' | 'basis', all: readonly Target[]): Slip {
  const [is, was, where] = [promised(said), promised(plan), place(plan.source)];
  const what = {
    value: { ja: '値', en: 'value' },
    comparator: { ja: '以上・以下の向き', en: 'direction' },
    basis: { ja: '目標の立て方', en: 'basis' },
  }[difference];
  return {
    message: {
      ja: `「${said.name}」の目標は報告では ${is.ja} ですが、計画（${where.ja}）では ${was.ja} です（${what.ja}が違います）。`,
      en: `The target of “${said.name}” is ${is.en} in the report, but ${was.en} in the plan (${where.en}): another ${what.en}.`,
    },
    source: said.source,
    marks: marksIn(said.source.quote, [said.value]),
    related: all.map(({ source }) => source),
  };
}

/** Results of full years on record, by branch, year and indicator. */
function fullYears(actuals: readonly Actual[]): Map<string, Actual[]> {
  const known = new Map<string, Actual[]>();
  for (const actual of actuals) {
    if (actual.indicator === null || actual.value === null || actual.statistic || actual.restated || !isFullYear(actual.asOf)) continue;
    const key = `${actual.branch} ${actual.fiscalYear} ${actual.indicator}`;
    known.set(key, [...(known.get(key) ?? []).slice(-MOST), actual]);
  }
  return known;
}

/** No more documents speak of one figure. */
const MOST = 20;

/** `対前年度（90.39％）以上`, where the year before ended at 90.41 % on record. */
function* previousDiffers(target: Target, known: ReadonlyMap<string, readonly Actual[]>): Iterable<Slip> {
  const { branch, indicator, baselines } = target;
  const year = target.fiscalYear - 1;
  const results = known.get(`${branch} ${year} ${indicator}`) ?? [];
  const printed = baselines.find(({ label, value }) => value !== null && saysYear(label, year, target.fiscalYear));
  if (!printed?.value || results.length === 0) return;
  const { value, unit } = printed;
  const others = results.filter((one) => one.unit === null || unit === null || sameUnit(one.unit, unit));
  const [other] = others;
  if (!other?.value || others.some((one) => one.value && agree(one.value, value))) return;
  const [is, was, where] = [quantity({ value, unit }), quantity({ value: other.value, unit: other.unit }), place(other.source)];
  yield {
    message: {
      ja: `「${target.name}」の${printed.label} ${is.ja} は、記録にある${year}年度の実績 ${was.ja}（${where.ja}）と違います。`,
      en: `The figure of the year before of “${target.name}”, ${is.en}, is not the result on record for FY${year}, ${was.en} (${where.en}).`,
    },
    source: target.source,
    severity: 'note',
    marks: marksIn(target.source.quote, [value]),
    related: others.map(({ source }) => source),
  };
}

/** 対前年度, or that year by its name, whole and not expected. */
const saysYear = (label: string, year: number, fiscalYear: number): boolean =>
  fiscalYearOfLabel(label, fiscalYear) === year && isFullYear(label) && !/見込|目標|計画|KPI|において|場合/.test(label);

/** To the digits that both print. */
const agree = (a: Decimal, b: Decimal): boolean => {
  const scale = Math.min(a.scale, b.scale);
  return a.round(scale).compare(b.round(scale)) === 0;
};
