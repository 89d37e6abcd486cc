import { type Actual, Decimal, type Target, type Text } from '../model/index.ts';
import type { Direction } from './attainment.ts';
import { type Goal, previousYear, type Resolution } from './baseline.ts';
import { type Clause, readClauses } from './clause.ts';
import type { EarlierFigure, Figure } from './figures.ts';
import { type Judgement, judge, undecided } from './judge.ts';

export const clausesOf = (target: Target): Clause[] => target.conditions.flatMap(({ text }) => readClauses(text));

type Of<Kind extends Clause['kind']> = Extract<Clause, { kind: Kind }>;

const only = <Kind extends Clause['kind']>(clauses: readonly Clause[], kind: Kind): Of<Kind> | null =>
  clauses.find((clause): clause is Of<Kind> => clause.kind === kind) ?? null;

/** `前年度において20%以下となった場合は、前年度以下とする` puts last year's figure in the place of the target. */
export function withPreviousYearClause(
  main: Resolution,
  clauses: readonly Clause[],
  earlier: EarlierFigure | null,
  fiscalYear: number,
): Resolution {
  const clause = only(clauses, 'previous_year');
  if (!clause || !earlier) return main;
  const side = earlier.value.compare(clause.limit);
  const holds = clause.comparator === '<=' ? side <= 0 : side >= 0;
  const decided: Text = holds
    ? {
        ja: `条件「${clause.text}」に当てはまるので、前年度の値と比べる`,
        en: `the condition "${clause.text}" holds, so last year's figure is the target`,
      }
    : { ja: `条件「${clause.text}」には当てはまらない`, en: `the condition "${clause.text}" does not hold` };
  const previous = previousYear(earlier, fiscalYear - 1);
  return holds
    ? { goal: previous.goal, reasons: [decided, ...previous.reasons] }
    : { goal: main.goal, reasons: [...main.reasons, decided, ...previous.reasons] };
}

/** What the other clauses make of the judgement by the main one. */
export function withClauses(main: Judgement, clauses: readonly Clause[], result: Actual | null, previousKnown: boolean): Judgement {
  const few = only(clauses, 'few_bids');
  const enough = only(clauses, 'enough_bids');
  const judged = few ? byFewBids(main, few, result) : enough ? byEnoughBids(main, enough, result) : main;
  const previous = only(clauses, 'previous_year');
  const open = [
    ...(previous && !previousKnown && judged.goal?.unit !== COUNT_UNIT ? [previousNotKnown(previous, judged)] : []),
    ...clauses.flatMap((clause) => (clause.kind === 'other' ? [toLookAt(clause)] : [])),
  ];
  return { ...judged, reasons: [...judged.reasons, ...open] };
}

const COUNT_UNIT = '件';

/** 入札件数 4件以下 → 件数で判定. */
function byFewBids(main: Judgement, clause: Of<'few_bids'>, result: Actual | null): Judgement {
  const bids = result?.denominator ?? null;
  if (bids === null) return staysMet(main, clause) ? withReason(main, metEitherWay(clause)) : openFor(clause, main);
  if (bids.compare(clause.bids) > 0) return withReason(main, byRate(bids, clause));
  const singleBids = result?.numerator ?? countFromRate(main.actual, bids);
  const found: Text = {
    ja: `入札件数は ${bids.text}件（${clause.bids.text}件以下）なので件数で判定する`,
    en: `${bids.text} tenders (at most ${clause.bids.text}), so the count decides`,
  };
  const goal: Goal = { value: clause.singleBids, unit: COUNT_UNIT, counts: null, from: 'plan', name: SINGLE_BIDS, measured: false };
  if (singleBids === null) {
    const reason: Text = { ja: '一者応札件数がないので判定できない', en: 'the number of single-bid tenders is not known' };
    return { ...undecided(goal, null, '<=', [found, reason]), missing: SINGLE_BID_COUNT };
  }
  const judged = judge(goal, { value: singleBids, unit: COUNT_UNIT, counts: null }, '<=', 'lower');
  return { ...judged, reasons: [found, ...judged.reasons] };
}

const BID_COUNT: Text = { ja: '入札件数', en: 'the number of tenders' };
const SINGLE_BID_COUNT: Text = { ja: '一者応札件数', en: 'the number of single-bid tenders' };
const SINGLE_BIDS: Text = { ja: '一者応札の目標', en: 'the target of single-bid tenders' };

/** With 4 tenders a rate of 25.00 % is 1, when the count gives the rate back as printed. */
function countFromRate(rate: Figure | null, bids: Decimal): Decimal | null {
  if (!rate || bids.isZero) return null;
  const count = rate.value.times(bids).dividedBy(HUNDRED, 0);
  return count.times(HUNDRED).dividedBy(bids, rate.value.scale).compare(rate.value) === 0 ? count : null;
}

const HUNDRED = Decimal.of('100');

/** A rate of 20 % or less cannot be more than one of four tenders: then the verdict is the same by either clause. */
function staysMet(main: Judgement, clause: Of<'few_bids'>): boolean {
  return (
    main.outcome === 'met' && main.actual !== null && main.actual.value.times(clause.bids).compare(clause.singleBids.times(HUNDRED)) <= 0
  );
}

const withReason = (judgement: Judgement, reason: Text): Judgement => ({ ...judgement, reasons: [...judgement.reasons, reason] });

const metEitherWay = ({ text }: Clause): Text => ({
  ja: `条件「${text}」は入札件数がないので判定していないが、当てはまっても達成`,
  en: `the condition "${text}" was not decided (no number of tenders), but the target is met either way`,
});

/** 20.04 % against 20 % is missed by the rate, and met by the count where it is one of four tenders: neither is said. */
function openFor({ text }: Clause, main: Judgement): Judgement {
  if (main.outcome === 'unknown') return main;
  const reason: Text = {
    ja: `条件「${text}」は入札件数がないので判定できない。当てはまるかどうかで結果が変わりうる`,
    en: `whether the condition "${text}" holds is not known (no number of tenders), and the verdict may depend on it`,
  };
  const compared = main.sentence ? [main.sentence] : [];
  return { ...undecided(main.goal, main.actual, main.comparator, [...compared, ...main.reasons, reason]), missing: BID_COUNT };
}

const byRate = (bids: Decimal, { bids: limit }: Of<'few_bids'>): Text => ({
  ja: `入札件数は ${bids.text}件（${limit.text}件を超える）なので割合で判定する`,
  en: `${bids.text} tenders (more than ${limit.text}), so the rate decides`,
});

/** `入札件数が5件以上の場合、…20％以下とする` promises nothing for fewer. */
function byEnoughBids(main: Judgement, clause: Of<'enough_bids'>, result: Actual | null): Judgement {
  const bids = result?.denominator ?? null;
  if (bids === null) return main.outcome === 'met' ? withReason(main, metOrOut(clause)) : openFor(clause, main);
  const [found, limit] = [bids.text, clause.bids.text];
  if (bids.compare(clause.bids) >= 0) {
    return {
      ...main,
      reasons: [
        ...main.reasons,
        { ja: `入札件数は ${found}件（${limit}件以上）なので目標の対象`, en: `${found} tenders (at least ${limit}), so the target holds` },
      ],
    };
  }
  return {
    ...undecided(main.goal, main.actual, main.comparator, [
      {
        ja: `入札件数は ${found}件（${limit}件未満）なので目標の対象外`,
        en: `${found} tenders (fewer than ${limit}), so the target does not hold`,
      },
    ]),
    outcome: 'exempt',
  };
}

const metOrOut = ({ text }: Clause): Text => ({
  ja: `条件「${text}」は入札件数がないので判定していない。対象であれば達成`,
  en: `the condition "${text}" was not decided (no number of tenders); the target is met where it holds`,
});

/** Last year's figure, where it counts, is the stricter target: what misses the main one misses it too. */
function previousNotKnown({ text, comparator }: Of<'previous_year'>, judged: Judgement): Text {
  const side: Direction = comparator === '<=' ? 'lower' : 'higher';
  if (judged.outcome === 'unknown') {
    return {
      ja: `条件「${text}」は前年度の実績がないので判定していない`,
      en: `the condition "${text}" was not decided (no result for the year before)`,
    };
  }
  const mainSide: Direction = judged.comparator === '<=' || judged.comparator === '<' ? 'lower' : 'higher';
  return judged.outcome === 'missed' && side === mainSide
    ? {
        ja: `条件「${text}」は前年度の実績がないので判定していないが、当てはまっても未達成`,
        en: `the condition "${text}" was not decided (no result for the year before), but the target is missed either way`,
      }
    : {
        ja: `条件「${text}」は前年度の実績がないので判定していない。主たる目標による判定で、条件に当てはまれば変わりうる`,
        en: `the condition "${text}" was not decided (no result for the year before); the verdict is by the main target and may change where it holds`,
      };
}

const toLookAt = ({ text }: Clause): Text => ({
  ja: `条件「${text}」は判定していない。実績と照らして確かめること`,
  en: `the condition "${text}" was not decided; compare it with the result by hand`,
});
