import type { Text } from '../../model/index.ts';
import { asFraction } from '../../score/attainment.ts';
import { type Figure, quantity } from '../../score/figures.ts';
import { marksIn } from '../marks.ts';
import { type Judged, judged, reportedKpis } from '../reported.ts';
import type { Rule, Slip } from '../rule.ts';

/** `1.12% 1.12% 達成`, but 160,251 ÷ 14,254,909 = 1.1242 % and 175,883 ÷ 15,692,604 = 1.1208 %. */
export const resultRounding: Rule = {
  id: 'result/rounding',
  severity: 'note',
  summary: {
    ja: '達成・未達成が、四捨五入によって決まっている',
    en: 'whether a target is met depends on rounding',
  },
  explanation: {
    ja: '印字された桁で比べると目標と同じ（または達成）でも、件数から計算した率や、目標より下の桁まで比べると逆になるものを知らせます。印字どおりの判定は誤りではないので、常に note です。\n例：対前年度（1.12％）以下に対して 1.12％。件数で比べると 1.1242％ ＞ 1.1208％',
    en: 'Compared as printed the target is met (or missed), but the counts, or the digits beyond those of the target, say the opposite. The verdict as printed is not wrong, so this is always a note.\nExample: 1.12 % against 対前年度（1.12 %）以下; by the counts 1.1242 % is more than 1.1208 %',
  },
  *check({ paper, catalog }) {
    for (const kpi of reportedKpis(paper.records)) {
      const one = judged(kpi, catalog);
      if (one?.comparison.roundingDecides && one.sure) yield slip(one, kpi.target.name);
    }
  },
};

function slip({ goal, actual, result, earlier, comparison }: Judged, name: string): Slip {
  const [is, should] = precise(actual, goal);
  const [printedIs, printedGoal] = [quantity(actual), quantity(goal)];
  const verdict = comparison.met ? { ja: '達成', en: 'met' } : { ja: '未達成', en: 'not met' };
  return {
    message: {
      ja: `「${name}」は、印字では実績 ${printedIs.ja}、${goal.name.ja} ${printedGoal.ja} で${verdict.ja}ですが、詳しくは ${is.value.ja} と ${should.value.ja} で結果は逆になります。`,
      en: `“${name}”: as printed ${printedIs.en} against ${printedGoal.en} is ${verdict.en}, but ${is.value.en} against ${should.value.en} would be the opposite.`,
    },
    source: result.source,
    marks: marksIn(result.source.quote, [goal.value, actual.value]),
    computation: [is, should].flatMap(({ sum }) => (sum === null ? [] : [sum])).join('; '),
    ...(earlier && earlier.source.lineStart !== result.source.lineStart && { related: [earlier.source] }),
  };
}

interface Precise {
  readonly value: Text;
  /** Null for a figure that has no counts. */
  readonly sum: string | null;
}

/** Digits enough to tell the two apart. */
function precise(...figures: readonly [Figure, Figure]): [Precise, Precise] {
  const [a, b] = figures;
  let scale = Math.max(a.value.scale, b.value.scale) + 1;
  while (scale < MOST_DIGITS && at(a, scale).compare(at(b, scale)) === 0) scale += 1;
  return [inDigits(a, scale + 1), inDigits(b, scale + 1)];
}

const MOST_DIGITS = 12;

const at = (figure: Figure, scale: number) => {
  const { numerator, denominator } = asFraction(figure);
  return numerator.dividedBy(denominator, scale);
};

function inDigits(figure: Figure, scale: number): Precise {
  const { unit, counts } = figure;
  const value = quantity({ value: counts ? at(figure, scale) : figure.value, unit });
  const [part, whole] = counts ? [counts.numerator, counts.denominator].map((count) => quantity({ value: count, unit: null }).en) : [];
  return { value, sum: part === undefined ? null : `${part} ÷ ${whole} = ${at(figure, scale)} %` };
}
