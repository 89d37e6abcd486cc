import { type Actual, Decimal, type Severity } from '../../model/index.ts';
import { percentOf } from '../../normalize/percent.ts';
import { quantity } from '../../score/figures.ts';
import type { CheckContext } from '../context.ts';
import { marksIn } from '../marks.ts';
import { type Range, rangeOf, rangeOfExact } from '../ranges.ts';
import { type Judged, judged, type ReportedKpi, reportedKpis } from '../reported.ts';
import type { Rule, Slip } from '../rule.ts';

/** `1,200件 1,150件 97.2%`: 1,150 ÷ 1,200 is 95.8 %. */
export const resultAttainment: Rule = {
  id: 'result/attainment',
  severity: 'error',
  summary: {
    ja: '印字された達成率・対計画値が、実績と目標から計算した値と合わない',
    en: 'a printed attainment (達成率, 対計画値) is not what result and target make',
  },
  explanation: {
    ja: '達成率・達成度・対計画値・目標比の欄の値を、実績 ÷ 目標（低いほど良い指標では目標 ÷ 実績、または 2 − 実績 ÷ 目標）、基準値があるときは（実績 − 基準値）÷（目標 − 基準値）を十進で計算して、印字された桁の四捨五入で比べます。率のように実績そのものが丸めてあるときは、丸める前にありえた範囲のどれとも合わないものだけを示し、100％で頭打ちにした値も認めます。切り捨て・切り上げなら合うものは note、ほかの行の計算は合うのに一行だけ合わないものが error、その報告にほかの行がなければ warning です。どの行も合わない欄は、別のものを表すとみて何も言いません。\n例：目標 1,200件、実績 1,150件、対計画値 97.2％ → 1,150 ÷ 1,200 = 95.83 %、四捨五入すると 95.8％',
    en: 'The column 達成率, 達成度, 対計画値 or 目標比 is compared with result ÷ target (target ÷ result, or 2 − result ÷ target, where lower is better; against a 基準値 also (result − base) ÷ (target − base)), in exact decimals, rounded half up at the printed digit. Where the result itself is rounded, as rates are, only what no unrounded value could give is shown, and a value held at 100 % is accepted. What rounding up or down would give is a note; a row that is wrong while others of the report are right is an error, the only row of a report a warning. A column of which no row fits is taken to mean something else.\nExample: target 1,200, result 1,150, 対計画値 97.2 % → 1,150 ÷ 1,200 = 95.83 %, rounded 95.8 %',
  },
  *check(context) {
    const rows = [...rowsOf(context)];
    const right = rows.filter(({ fit }) => fit === 'right').length;
    const wrong = rows.filter(({ fit }) => fit === 'wrong').length;
    for (const row of rows) {
      if (row.fit === 'right' || (row.fit === 'wrong' && wrong > 1 && right < wrong)) continue;
      yield slip(row, row.fit === 'cut' ? 'note' : right > 0 ? 'error' : 'warning');
    }
  },
};

interface Row {
  readonly kpi: ReportedKpi;
  readonly one: Judged;
  readonly result: Actual;
  readonly printed: Decimal;
  /** `cut`: rounded up or down. */
  readonly fit: 'right' | 'cut' | 'wrong';
}

function* rowsOf({ paper, catalog }: CheckContext): Iterable<Row> {
  for (const kpi of reportedKpis(paper.records)) {
    const one = kpi.actuals.some(({ attainment }) => attainment !== undefined) ? judged(kpi, catalog) : null;
    const printed = one?.result.attainment;
    if (!one || printed === undefined || !positive(one.goal.value) || negative(one.actual.value)) continue;
    const formulas = formulasOf(kpi, one);
    if (formulas.length > 0) yield { kpi, one, result: one.result, printed, fit: fitOf(printed, formulas, one) };
  }
}

const ZERO = Decimal.of('0');
const HUNDRED = Decimal.of('100');
const positive = (value: Decimal): boolean => value.compare(ZERO) > 0;
const negative = (value: Decimal): boolean => value.compare(ZERO) < 0;

/** A part and its whole, each as far as it may lie from what is printed. */
interface Formula {
  readonly part: Range;
  readonly whole: Range;
}

function formulasOf({ target }: ReportedKpi, { goal, actual }: Judged): Formula[] {
  const is = rangeOf(actual);
  const aim = goal.measured ? rangeOf(goal) : rangeOfExact(goal.value);
  const forms: Formula[] = [
    { part: is, whole: aim },
    { part: aim, whole: is },
    { part: minus(plus(aim, aim), is), whole: aim },
  ];
  for (const { value } of target.baselines) {
    if (!value) continue;
    const base = rangeOf({ value, unit: goal.unit });
    forms.push({ part: minus(is, base), whole: minus(aim, base) }, { part: minus(base, is), whole: minus(base, aim) });
  }
  return forms.filter(({ whole }) => positive(whole.least));
}

const minus = (a: Range, b: Range): Range => ({ least: a.least.minus(b.most), most: a.most.minus(b.least) });
const plus = (a: Range, b: Range): Range => ({ least: a.least.plus(b.least), most: a.most.plus(b.most) });

function fitOf(printed: Decimal, formulas: readonly Formula[], { actual, goal, direction }: Judged): Row['fit'] {
  const capped = printed.compare(HUNDRED) === 0 && (direction === 'higher') === actual.value.compare(goal.value) >= 0;
  if (capped) return 'right';
  // `1.05` is 105 %.
  const share = printed.compare(TEN) < 0 ? printed.times(HUNDRED).round(Math.max(0, printed.scale - 2)) : printed;
  const fits = (slack: Decimal) => formulas.some((formula) => within(share, formula, slack) || within(printed, formula, slack));
  if (fits(ZERO)) return 'right';
  return fits(printed.lastUnit) ? 'cut' : 'wrong';
}

const TEN = Decimal.of('10');

/** Whether some figures in the ranges make this attainment, as rounded half up, or nearly so. */
function within(printed: Decimal, { part, whole }: Formula, slack: Decimal): boolean {
  const least = percentOf(part.least, negative(part.least) ? whole.least : whole.most, printed.scale);
  const most = percentOf(part.most, whole.least, printed.scale);
  return printed.plus(slack).compare(least) >= 0 && printed.minus(slack).compare(most) <= 0;
}

function slip({ kpi, one, result, printed, fit }: Row, severity: Severity): Slip {
  const { actual, goal, direction } = one;
  const [part, whole] = direction === 'higher' ? [actual, goal] : [goal, actual];
  const computation = `${quantity(part).en} ÷ ${quantity(whole).en} = ${percentOf(part.value, whole.value, printed.scale + 2)} %`;
  const rounded = percentOf(part.value, whole.value, printed.scale);
  const names = direction === 'higher' ? ['実績 ÷ 目標', 'result ÷ target'] : ['目標 ÷ 実績', 'target ÷ result'];
  const [ja, en] = fit === 'cut' ? ['（切り捨て、または切り上げた値のようです）', ' (it seems cut off or rounded up)'] : ['', ''];
  return {
    message: {
      ja: `「${kpi.target.name}」の達成率 ${printed}％は、${names[0]} の ${computation} と合いません。四捨五入すると ${rounded}％です${ja}。`,
      en: `The printed attainment ${printed} % of “${kpi.target.name}” is not ${names[1]}, ${computation}; rounded it is ${rounded} %${en}.`,
    },
    source: result.source,
    severity,
    marks: marksIn(result.source.quote, [goal.value, actual.value, printed]),
    computation,
  };
}
