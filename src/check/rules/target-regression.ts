import { TARGET_BASELINE, WIDER_BASELINE } from '../../catalog/phrases.ts';
import type { Actual, Baseline, Decimal, Source, Target, Text } from '../../model/index.ts';
import { fiscalYearOfLabel, isFullYear } from '../../normalize/as-of.ts';
import type { Catalog } from '../../normalize/catalog.ts';
import { extractQuantities } from '../../normalize/quantities.ts';
import { sameUnit } from '../../normalize/same-unit.ts';
import { fold } from '../../source/fold.ts';
import { asPreciseAs, figureText } from '../figures.ts';
import { marksIn } from '../marks.ts';
import type { Rule, Slip } from '../rule.ts';

/** `③被扶養者の特定健診実施率を 38.3％以上とする（2年度 41.5％以上）` */
export const targetRegression: Rule = {
  id: 'target/regression',
  severity: 'warning',
  summary: {
    ja: '目標が、前年度の目標や印字された実績より後退している',
    en: "a target weaker than last year's target, or than a result printed beside it",
  },
  explanation: {
    ja: `数値の目標を、前年度の目標（同じ文書の前年度の欄、目標の横の「2年度 41.5％以上」や「令和2年度KPI」、または保存済みの計画）と比べ、後退していれば「警告」とします。良い方向は指標ごとに決まっています（一者応札割合は低いほど良い）。
実績や見込み（横に印字されたもの、前年度の通年の実績）より後退した目標は、事情があり得るので「注記」です。単位の違う数字、全国や全体の数字とは比べません。

例：特定健診実施率を 38.3％以上とする（2年度 41.5％以上）`,
    en: `A numeric target is compared with last year's target: the column of the year before in the same document, the one printed beside it (2年度 41.5％以上, 令和2年度KPI), or the plan on record. A weaker one is a warning. Which way is better is known for each indicator (一者応札割合: lower).
A target weaker than a result or forecast (printed beside it, or last year's result of the full year) may have its reasons and is only a note. Figures in other units, or of the whole country, are not compared.

Example: 特定健診実施率を 38.3％以上とする（2年度 41.5％以上）`,
  },
  *check({ paper, known, catalog }) {
    const targets = byKey([...known.targets, ...paper.records.targets].filter(({ duplicateOf }) => duplicateOf === null));
    const actuals = byKey([...known.actuals, ...paper.records.actuals].filter(isYearsResult));
    for (const target of paper.records.targets) {
      if (target.basis !== 'absolute') continue;
      const before = [...onRecord(target, targets, actuals), ...target.baselines.flatMap((baseline) => printed(target, baseline))];
      const better = before.filter((one) => isWeaker(target, one, catalog));
      const promised = better.find((one) => wasPromised(one, target));
      const worst = promised ?? better[0];
      if (worst) yield slip(target, target.value, worst, promised !== undefined);
    }
  },
};

/** A figure that a target can be weaker than. */
interface Before {
  /** A target or a result of the year before, or a figure that is printed beside the target. */
  readonly kind: 'target' | 'result' | 'printed';
  readonly value: Decimal;
  readonly unit: string | null;
  /** `前年度の目標`, `令和元年度実績` */
  readonly label: Text;
  /** Where it stands, when that is not beside the target. */
  readonly source: Source | null;
}

const isYearsResult = ({ asOf, value, statistic }: Actual): boolean => isFullYear(asOf) && value !== null && statistic !== true;

const keyOf = (branch: string, fiscalYear: number, indicator: string): string => `${branch} ${fiscalYear} ${indicator}`;

type ByKey<Item> = ReadonlyMap<string, Item | null>;

/** The record of each branch, year and indicator; null where there are two with different figures. */
function byKey<Item extends Target | Actual>(items: readonly Item[]): ByKey<Item> {
  const found = new Map<string, Item | null>();
  for (const item of items) {
    if (item.indicator === null) continue;
    const key = keyOf(item.branch, item.fiscalYear, item.indicator);
    const other = found.get(key);
    const same = other === undefined || (other?.value && item.value && other.value.compare(item.value) === 0);
    found.set(key, same ? item : null);
  }
  return found;
}

function onRecord({ branch, fiscalYear, indicator }: Target, targets: ByKey<Target>, actuals: ByKey<Actual>): Before[] {
  const key = indicator === null ? null : keyOf(branch, fiscalYear - 1, indicator);
  const [target, result] = key === null ? [] : [targets.get(key), actuals.get(key)];
  return [
    ...(target?.value ? [{ ...target, value: target.value, kind: 'target' as const, label: LAST_TARGET }] : []),
    ...(result?.value ? [{ ...result, value: result.value, kind: 'result' as const, label: LAST_RESULT }] : []),
  ];
}

const LAST_TARGET: Text = { ja: '前年度の目標', en: "last year's target" };
const LAST_RESULT: Text = { ja: '前年度の実績', en: "last year's result" };

/** `令和2年度KPI（全体）` is about others too, `令和3年度上期` about the target's own year. */
function printed({ fiscalYear }: Target, { label, value, unit }: Baseline): Before[] {
  if (value === null || WIDER_BASELINE.test(fold(label))) return [];
  const year = fiscalYearOfLabel(label, fiscalYear);
  return year !== null && year >= fiscalYear ? [] : [{ kind: 'printed', value, unit, label: { ja: label, en: label }, source: null }];
}

/** `（2年度 41.5％以上）` was a target, `（令和元年度 89.9％）` is a result. */
function wasPromised({ kind, label, value }: Before, { source }: Target): boolean {
  if (kind !== 'printed') return kind === 'target';
  if (TARGET_BASELINE.test(fold(label.ja))) return true;
  return extractQuantities(source.quote).some((one) => one.comparator !== '=' && one.value.compare(value) === 0);
}

/** Whether a target asks for less than what was before; never where it is not known which way is better. */
function isWeaker({ comparator, indicator, value, unit }: Target, before: Before, catalog: Catalog): boolean {
  const usual = indicator === null ? null : (catalog.byId(indicator)?.direction ?? null);
  const direction = usual ?? DIRECTIONS[comparator] ?? null;
  if (!value || direction === null || !unit || !before.unit || !sameUnit(unit, before.unit)) return false;
  const order = value.compare(before.value);
  return direction === 'higher' ? order < 0 : order > 0;
}

const DIRECTIONS: Readonly<Record<string, 'higher' | 'lower'>> = { '>=': 'higher', '>': 'higher', '<=': 'lower', '<': 'lower' };

function slip({ unit, source }: Target, value: Decimal, before: Before, promised: boolean): Slip {
  const [now, then] = [figureText(value, unit), figureText(before.value, before.unit)];
  const gap = asPreciseAs(value.minus(before.value).magnitude, [value, before.value]);
  const label = promised && before.kind === 'printed' ? targetOf(before.label.ja) : before.label;
  return {
    message: {
      ja: `目標 ${now.ja} は、${label.ja} ${then.ja} より ${figureText(gap, unit === '%' ? 'ポイント' : unit).ja} 後退しています。`,
      en: `The target ${now.en} is weaker than ${label.en}, ${then.en}, by ${figureText(gap, unit === '%' ? ' points' : unit).en}.`,
    },
    ...(!promised && { severity: 'note' }),
    source,
    marks: marksIn(source.quote, [value, before.value]),
    ...(before.source && before.source.quote !== source.quote && { related: [before.source] }),
  };
}

/** `令和2年度KPI`, `2年度`: a year's target. */
const targetOf = (label: string): Text => ({
  ja: TARGET_BASELINE.test(fold(label)) ? label : `${label}の目標`,
  en: `the target of ${label}`,
});
