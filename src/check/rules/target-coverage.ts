import { COVERAGE_INDICATORS, OVERALL_INDICATORS, UNNAMED } from '../../catalog/coverage.ts';
import type { Coverage, Decimal, Source, Target } from '../../model/index.ts';
import { percentOf } from '../../normalize/percent.ts';
import { byScope, type Records, scopeKey } from '../context.ts';
import { overalls, plus, rowsOf, together } from '../coverage-sheet.ts';
import { grouped } from '../figures.ts';
import { marksIn } from '../marks.ts';
import type { Rule, Slip } from '../rule.ts';

/** `特定保健指導の実施率 14.7％以上` beside 被保険者 14,312人 of 77,782人 and 被扶養者 388人 of 3,876人 */
export const targetCoverage: Rule = {
  id: 'target/coverage',
  severity: 'error',
  summary: {
    ja: 'KPIの目標値が、同じ計画の実施見込みの率と食い違う',
    en: "a KPI's target is not the rate that the plan's own coverage figures give",
  },
  explanation: {
    ja: `生活習慣病予防健診・事業者健診データ・特定健診・特定保健指導のKPIを、同じ支部の計画に印字された実施率と比べます。実施率が印字されていなければ人数から計算します。名称のない行は、すぐ上のKPIのものとみなします。
被保険者と被扶養者を合わせたKPIは、両方の人数の和から計算し直します（健診は三つの和）。必要な人数が一つでも欠けるとき、同じ行が二つあるときは調べません。目標の桁に四捨五入して合えばよいとします。

例：特定保健指導の実施率 14.7％以上、被保険者 77,782人のうち 14,312人、被扶養者 3,876人のうち 388人
　　(14,312 + 388) ÷ (77,782 + 3,876) = 18.002 % → 18.0％`,
    en: `KPIs on 生活習慣病予防健診, 事業者健診データ, 特定健診 and 特定保健指導 are compared with the rates printed in the same branch's plan, or, where no rate is printed, with planned ÷ population. A row that names nothing is about the KPI right above it.
A KPI of 被保険者 and 被扶養者 together is recomputed from the sums of both (checkups: of all three rows). Nothing is checked when a count is missing or a row stands twice. It is enough that the rate agrees when rounded to the target's digits.

Example: target 14.7 %; 14,312 of 77,782 被保険者, 388 of 3,876 被扶養者
         (14,312 + 388) ÷ (77,782 + 3,876) = 18.002 % → 18.0 %`,
  },
  *check({ paper }) {
    const sheets = new Map(byScope(paper.records.coverage).map((rows) => [rows[0] ? scopeKey(rows[0]) : '', rows]));
    const rates = new Map<string, Planned | 'unnamed' | null>();
    const below = rowBelow(paper.records);
    for (const target of paper.records.targets) {
      const { indicator, duplicateOf } = target;
      const sheet = sheets.get(scopeKey(target));
      if (!sheet || indicator === null || duplicateOf !== null || target.basis !== 'absolute' || target.unit !== '%') continue;
      const key = `${scopeKey(target)} ${indicator}`;
      const known = rates.get(key);
      const planned = known === undefined ? plannedRate(indicator, sheet) : known;
      rates.set(key, planned);
      const rate = planned === 'unnamed' ? ofRow(below(target)) : planned;
      if (rate) yield* slipOf(target, target.value, rate);
    }
  },
};

/** Lines from a KPI to the row under it, blank ones included. */
const NEAR = 3;

/**
 * A row that names nothing is about the KPI right above it: `① 生活習慣病予防健診実施率を 52.4％以上とする` /
 * `・ 被保険者（40歳以上）：実施対象者数 791,721人、実施見込者数 414,600人`.
 */
function rowBelow({ targets, coverage }: Pick<Records, 'targets' | 'coverage'>): (target: Target) => Coverage[] {
  const lineOf = ({ page }: Source, line: number) => `${page} ${line}`;
  const taken = new Set(targets.map(({ source }) => lineOf(source, source.lineStart)));
  const rows = new Map(coverage.filter(({ name }) => name === UNNAMED).map((row) => [lineOf(row.source, row.source.lineStart), row]));
  return ({ source, indicator }) => {
    const group = COVERAGE_INDICATORS.find(({ id }) => id === indicator)?.group;
    for (let line = source.lineEnd + 1; line <= source.lineEnd + NEAR && !taken.has(lineOf(source, line)); line++) {
      const row = rows.get(lineOf(source, line));
      if (row) return row.group === group ? [row] : [];
    }
    return [];
  };
}

/** What the coverage figures say of an indicator. */
interface Planned {
  /** To as many digits as asked for; null when they do not say so many. */
  readonly rate: (scale: number) => PlannedRate | null;
  readonly from: readonly Source[];
}

interface PlannedRate {
  readonly value: Decimal;
  /** Null where the rate stands there as it is. */
  readonly computation: string | null;
}

function plannedRate(indicator: string, sheet: readonly Coverage[]): Planned | 'unnamed' | null {
  const kind = OVERALL_INDICATORS[indicator];
  if (kind === undefined) {
    const rows = rowsOf(sheet, indicator);
    return rows.length === 0 ? 'unnamed' : ofRow(rows);
  }
  const all = together(sheet, kind);
  if (!all) return null;
  const { rows, planned, populations, population } = all;
  const printed = overalls(sheet).find(({ row, of }) => of.kind === kind && row.rate !== null)?.row;
  if (printed?.rate) return ofRow([printed]);
  const computation = `(${plus(rows.map((row) => row.planned))}) ÷ (${plus(populations)}) = ${percentOf(planned, population, 3)} %`;
  return {
    rate: (scale) => ({ value: percentOf(planned, population, scale), computation }),
    from: rows.map(({ source }) => source),
  };
}

/** A row's printed rate comes before the one of its counts: that the two agree is for coverage/arithmetic to say. */
function ofRow([row, ...more]: readonly Coverage[]): Planned | null {
  if (!row || more.length > 0) return null;
  const { rate, planned, population, source } = row;
  const counted = (scale: number): PlannedRate | null =>
    planned && population && !population.isZero
      ? {
          value: percentOf(planned, population, scale),
          computation: `${grouped(planned)} ÷ ${grouped(population)} = ${percentOf(planned, population, 3)} %`,
        }
      : null;
  if (!rate) return { rate: counted, from: [source] };
  return { rate: (scale) => (scale > rate.scale ? counted(scale) : { value: rate.round(scale), computation: null }), from: [source] };
}

function* slipOf({ source }: Target, value: Decimal, { rate, from }: Planned): Iterable<Slip> {
  const right = rate(value.scale);
  if (right === null || right.value.compare(value) === 0) return;
  const { computation } = right;
  yield {
    message: {
      ja: `目標は ${value}％ですが、同じ計画の実施見込みでは ${computation === null ? '' : `${computation} で、`}${right.value}％です。`,
      en: `The target is ${value} %, but the plan's own coverage figures give ${computation === null ? '' : `${computation}: `}${right.value} %.`,
    },
    source,
    marks: marksIn(source.quote, [value]),
    ...(computation !== null && { computation: `${computation} → ${right.value} %` }),
    related: from,
  };
}
