import { HEADQUARTERS } from '../../catalog/branches.ts';
import type { Source, Text } from '../../model/index.ts';
import { percentOf } from '../../normalize/percent.ts';
import type { CheckedPaper } from '../context.ts';
import { grouped } from '../figures.ts';
import { marksIn } from '../marks.ts';
import { isNear, type Ratio, ratioTables } from '../ratio-tables.ts';
import type { Rule, Slip } from '../rule.ts';

/** `総計 648 100 15.5%`: 100 ÷ 648 is 15.43 %. */
export const resultCounts: Rule = {
  id: 'result/counts',
  severity: 'error',
  summary: {
    ja: '実績の率が、並んで印字された件数から計算した率と合わない',
    en: 'a printed rate is not what the counts printed beside it make',
  },
  explanation: {
    ja: '実績の率に件数（分子と分母）が添えてあるとき、また「支部計 531 65 12.3%」のような小さな表で、率を十進で正確に計算し直し、印字された桁で四捨五入して比べます。切り上げ・切り捨てなら合うものは warning、どう丸めても合わないものは error です。表の三つの数を件数・件数・率とみなすのは、過半数の行（少なくとも2行）で率が最終桁の1単位以内に合うとき、または総計の行に限ります。千人単位などの丸めた件数は対象外です。\n例：「総計 648 100 15.5%」→ 100 ÷ 648 = 15.432 %、四捨五入すると 15.4％',
    en: 'Where a rate stands beside its counts, or in a small table such as 支部計 531 65 12.3%, it is computed again in exact decimals and rounded half up at the printed digit. A rate that rounding up or down would give is a warning; one that no rounding gives is an error. Three numbers in a row are taken for counts and rate only where most rows (at least two) agree within one unit of the last digit, or in the row of the total. Counts in thousands are left alone.\nExample: 総計 648 100 15.5% → 100 ÷ 648 = 15.432 %, rounded 15.4 %',
  },
  *check({ paper }) {
    for (const ratios of sameRatios(paper)) {
      const [first, ...others] = ratios;
      if (!first || percentOf(first.part, first.whole, first.rate.scale).compare(first.rate) === 0) continue;
      yield slip(
        first,
        others.map(({ source }) => source).filter((source) => !within(first.source, source)),
      );
    }
  },
};

/** Whose rate it is, and of which year, where the row does not say. */
interface Owned extends Ratio {
  readonly whose?: Text;
}

/** The same counts and rate stand in a table, and again beside the KPI: said once, where the counts are printed. */
function sameRatios(paper: CheckedPaper): Owned[][] {
  const groups = new Map<string, Owned[]>();
  const all: Owned[] = [...ratioTables(paper.document), ...besideResults(paper)];
  for (const ratio of all) {
    const key = [ratio.part, ratio.whole, ratio.rate].join(' ');
    const group = groups.get(key);
    if (group) group.push(ratio);
    else groups.set(key, [ratio]);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => Number(printsCounts(b)) - Number(printsCounts(a))));
}

const printsCounts = ({ part, whole, source }: Ratio): boolean => marksIn(source.quote, [part, whole]).length === 2;

function besideResults({ records }: CheckedPaper): Owned[] {
  return records.actuals.flatMap(({ name, branch, fiscalYear, value, unit, numerator, denominator, source }) =>
    value && unit === '%' && numerator && denominator && !denominator.isZero
      ? [{ name, whose: ownerOf(branch, fiscalYear), part: numerator, whole: denominator, rate: value, source }]
      : [],
  );
}

const ownerOf = (branch: string, fiscalYear: number): Text => {
  const [ja, en] = branch === HEADQUARTERS ? ['全国', 'the nation'] : [branch, branch];
  return { ja: `（${ja}、${fiscalYear}年度）`, en: ` (${en}, FY${fiscalYear})` };
};

const within = (one: Source, other: Source): boolean => other.lineStart <= one.lineStart && one.lineEnd <= other.lineEnd;

function slip(ratio: Owned, related: readonly Source[]): Slip {
  const { name, whose = { ja: '', en: '' }, part, whole, rate, source } = ratio;
  const exact = percentOf(part, whole, rate.scale + 2);
  const computation = `${grouped(part)} ÷ ${grouped(whole)} = ${exact} %`;
  const rounded = percentOf(part, whole, rate.scale);
  const [ja, en] = isNear(ratio)
    ? exact.compare(rate) < 0
      ? ['（切り上げた値のようです）', ' (it seems rounded up)']
      : ['（切り捨てた値のようです）', ' (it seems cut off)']
    : ['', ''];
  return {
    message: {
      ja: `「${name}」${whose.ja}の率 ${rate}％は、${computation} と合いません。四捨五入すると ${rounded}％です${ja}。`,
      en: `The printed rate ${rate} % of “${name}”${whose.en} is not ${computation}; rounded it is ${rounded} %${en}.`,
    },
    source,
    severity: isNear(ratio) ? 'warning' : 'error',
    marks: marksIn(source.quote, [part, whole, rate]),
    computation,
    ...(related.length > 0 && { related }),
  };
}
