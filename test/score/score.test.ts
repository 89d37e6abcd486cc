import { describe, expect, it } from 'vitest';
import { BRANCH } from '../../src/catalog/rubrics/branch.ts';
import { HEADQUARTERS } from '../../src/catalog/rubrics/headquarters.ts';
import { RUBRICS } from '../../src/catalog/rubrics/index.ts';
import type { Actual, Completion, Effort, Target } from '../../src/model/index.ts';
import { rubric } from '../../src/model/rubric.ts';
import { scoresReport } from '../../src/report/views/scores.ts';
import { type ScoreInput, score } from '../../src/score/score.ts';
import { actual, catalog, effort, kpiOf, target } from './make.ts';

const scored = (
  targets: readonly Target[],
  actuals: readonly Actual[] = [],
  efforts: readonly Effort[] = [],
  input: Partial<ScoreInput> = {},
) => score({ branch: '熊本', fiscalYear: 2021, targets, actuals, efforts, rubric: BRANCH, catalog, ...input });

const SERVICE = [target('サービススタンダードの達成状況', '= 100 %'), target('郵送化率', '>= 95.0 %')];
const SERVICE_MET = [actual('サービススタンダードの達成状況', '100 %'), actual('郵送化率', '96.1 %')];

describe('a measure', () => {
  it('is 達成 only when every KPI is', () => {
    const [measure] = scored(SERVICE, SERVICE_MET, [effort('サービス水準の向上', 'as_planned')]).measures;
    expect(measure).toMatchObject({
      area: '基盤的保険者機能',
      measure: 'サービス水準の向上',
      grade: 'A',
      possible: ['A'],
      published: null,
      missing: [],
    });
    expect(measure?.reasons[0]?.ja).toBe('KPI 2件すべて達成、計画達成度は「計画通りに実施」 → A');

    const [missed] = scored(
      SERVICE,
      [actual('サービススタンダードの達成状況', '100 %'), actual('郵送化率', '94.9 %')],
      [effort('サービス水準の向上', 'as_planned')],
    ).measures;
    expect(missed?.grade).toBe('B');
    expect(missed?.reasons[0]?.ja).toBe('KPI 2件（達成 1、未達成 1）、計画達成度は「計画通りに実施」 → B');
  });

  it('達成 with 計画達成度 unknown is A or S, and what is missing is named', () => {
    const [measure] = scored(SERVICE, SERVICE_MET).measures;
    expect([measure?.grade, measure?.possible]).toEqual([null, ['S', 'A']]);
    expect(measure?.missing.map(({ ja }) => ja)).toEqual(['伸び幅が対前年度を上回ったか（前年度と前々年度の実績）', '計画達成度']);
    expect(measure?.reasons.map(({ ja }) => ja)).toContain('評価基準に定めがない組合せ: 達成 × 計画の一部を実施');
  });

  it('達成 with 計画の一部 is not defined', () => {
    const result = scored(SERVICE, SERVICE_MET, [effort('サービス水準の向上', 'partial')]);
    expect(result.measures[0]).toMatchObject({ grade: null, possible: [], missing: [] });
    expect(result.measures[0]?.reasons[0]?.ja).toBe('KPI 2件すべて達成、計画達成度は「計画の一部を実施」 → 評価基準に定めがない組合せ');
    expect(result.summary.grades).toEqual({ undefined: 1 });
  });

  it('with a KPI unknown names the KPI', () => {
    const [measure] = scored(
      SERVICE,
      [actual('サービススタンダードの達成状況', '100 %')],
      [effort('サービス水準の向上', 'as_planned')],
    ).measures;
    expect([measure?.possible, measure?.missing.map(({ ja }) => ja)]).toEqual([['A', 'B'], ['「郵送化率」の達成・未達成']]);
  });

  it('with one KPI missed does not wait for the others', () => {
    const [measure] = scored(SERVICE, [actual('郵送化率', '90.0 %')], [effort('サービス水準の向上', 'partial')]).measures;
    expect(measure?.grade).toBe('C');
  });

  it('whose KPI hangs on a condition that is not decided has no grade, and 入札件数 is missing', () => {
    const one = target('一者応札割合', '<= 20 %', { measure: '甲', conditions: ['入札件数が4件以下の場合は一者応札件数を1件以下とする'] });
    const result = (bids: string | null) => ({
      ...actual('一者応札割合', '20.04 %'),
      denominator: bids === null ? null : actual('', bids).value,
    });
    const measureFor = (bids: string | null, completion: Completion) =>
      scored([one], [result(bids)], [effort('甲', completion)]).measures[0];
    expect(measureFor(null, 'partial')).toMatchObject({ grade: null, possible: ['C'] });
    expect(measureFor(null, 'as_planned')).toMatchObject({ grade: null, possible: ['A', 'B'] });
    expect(measureFor(null, 'partial')?.missing.map(({ ja }) => ja)).toEqual([
      '入札件数（「一者応札割合」の条件。CSV の「入札件数」の列に書く）',
    ]);
    expect(measureFor('10 件', 'partial')).toMatchObject({ grade: 'C', missing: [] });
  });

  it('one grade beside an undefined combination is not yet that grade', () => {
    const [measure] = scored(SERVICE, [], [effort('サービス水準の向上', 'partial')]).measures;
    expect([measure?.grade, measure?.possible]).toEqual([null, ['C']]);
    expect(measure?.reasons[0]?.ja).toBe('KPI 2件（不明 2）、計画達成度は「計画の一部を実施」 → C、または評価基準に定めがない');
  });

  it.each([
    ['あり', true, 'as_planned', 'A'],
    ['あり', true, 'effective', 'S'],
    ['なし', false, 'as_planned', 'B'],
    ['なし', false, 'partial', 'C'],
  ] as const)('without KPIs: 新たな取組み %s', (_, newInitiative, completion, grade) => {
    const { measures } = scored(SERVICE, [], [effort('健全な財政運営', completion, newInitiative)]);
    expect(measures.at(-1)).toMatchObject({ area: null, measure: '健全な財政運営', grade });
  });

  it('is found by its name, however the sheet numbers it', () => {
    for (const name of ['②サービス水準の向上', '(2) サービス水準の向上', '2. サービス水準 の 向上']) {
      expect(scored(SERVICE, SERVICE_MET, [effort(name, 'as_planned')]).measures).toMatchObject([{ grade: 'A' }]);
    }
  });

  it('of which the sheet contradicts itself is graded by what is left', () => {
    const efforts = [effort('サービス水準の向上', 'as_planned'), effort('サービス水準の向上', 'partial')];
    expect(scored(SERVICE, SERVICE_MET, efforts).measures[0]?.possible).toEqual(['S', 'A']);
  });

  it('whose only KPI does not hold this year is not graded by it', () => {
    const targets = [
      target('一者応札割合', '<= 20 %', { measure: '甲', conditions: ['入札件数が5件以上の場合、'] }),
      target('郵送化率', '>= 95.0 %', { measure: '甲' }),
    ];
    const actuals = [actual('一者応札割合', '50.00 %', { counts: '2/4' }), actual('郵送化率', '96.1 %')];
    const [measure] = scored(targets, actuals, [effort('甲', 'as_planned')]).measures;
    expect(measure?.grade).toBe('A');
    expect(measure?.reasons.map(({ ja }) => ja)).toContain('「一者応札割合」は目標の対象外なので数えない');
  });
});

describe('S: 達成し、伸び幅などが対前年度を上回った、計画通りに実施し、効果的な結果が得られた', () => {
  const NAME = '健康宣言事業所数';
  const targets = [target(NAME, '>= 600 事業所', { measure: 'コラボヘルスの推進' })];
  const results = (...values: readonly string[]) =>
    values.map((value, back) => actual(NAME, `${value} 事業所`, { fiscalYear: 2021 - back, document: back ? 'x' : 'actuals.csv' }));
  it.each<[string[], Completion | null, string[], string]>([
    // this year, last year, the year before that; 計画達成度; possible
    [['969', '676', '600'], 'effective', ['S'], 'S with every condition on record'],
    [['969', '676', '600'], 'as_planned', ['A'], 'no effective result'],
    [['969', '676', '600'], null, ['S', 'A'], '計画達成度 unknown'],
    [['969', '676'], 'effective', ['S', 'A'], 'growth of last year unknown: 143.3 % alone is no S'],
    [['969'], 'effective', ['S', 'A'], 'last year unknown'],
    [['700', '676', '600'], 'effective', ['A'], 'growth 24 after 76'],
    [['676', '676', '700'], 'effective', ['A'], 'no growth at all'],
    [['500', '676', '600'], 'effective', [], '未達成 with an effective result'],
  ])('%j, %s: %j (%s)', (values, completion, possible) => {
    const [measure] = scored(targets, results(...values), completion ? [effort('コラボヘルスの推進', completion)] : []).measures;
    expect(measure?.possible).toEqual(possible);
    expect(measure?.grade).toBe(possible.length === 1 ? possible[0] : null);
  });

  it('a candidate comes with its evidence', () => {
    const [measure] = scored(targets, results('969', '676'), [effort('コラボヘルスの推進', 'effective')]).measures;
    expect(measure?.reasons.at(-1)?.ja).toBe(
      '伸び幅が対前年度を上回った可能性: 前年度 676 → 今年度 969（前年度比 143.3％）、前年度の伸び幅は不明',
    );
  });

  it('lower is better for 喫煙率', () => {
    const one = target('被保険者の喫煙率', '<= 30 %');
    const rates = (...values: readonly string[]) =>
      values.map((value, back) => actual('被保険者の喫煙率', `${value} %`, { fiscalYear: 2021 - back }));
    expect(kpiOf(one, rates('27', '30', '31')).growth.above).toBe('yes');
    expect(kpiOf(one, rates('29', '28', '31')).growth.above).toBe('no');
  });

  it.each(['-1.5', '0'])('from a year before of %s there is no growth to speak of', (last) => {
    const one = target(NAME, '>= 20 %');
    expect(kpiOf(one, [actual(NAME, '28.0 %'), actual(NAME, `${last} %`, { fiscalYear: 2020 })]).growth).toEqual({
      above: 'unknown',
      evidence: null,
    });
  });

  it('mid-year figures prove no growth', () => {
    const one = target(NAME, '>= 600 事業所');
    expect(
      kpiOf(one, [
        actual(NAME, '969 事業所', { asOf: '9月末' }),
        actual(NAME, '676 事業所', { fiscalYear: 2020 }),
        actual(NAME, '600 事業所', { fiscalYear: 2019 }),
      ]).growth.above,
    ).toBe('unknown');
  });

  it('every KPI of the measure must have it', () => {
    const two = [...targets, target('郵送化率', '>= 95.0 %', { measure: 'コラボヘルスの推進' })];
    const [measure] = scored(
      two,
      [...results('969', '676', '600'), actual('郵送化率', '96.1 %')],
      [effort('コラボヘルスの推進', 'effective')],
    ).measures;
    expect(measure?.possible).toEqual(['S', 'A']);
  });
});

describe('parts and repetitions', () => {
  const PARTS = [
    target('健診実施率', '>= 55.0 %', { id: 'all' }),
    target('生活習慣病予防健診実施率', '>= 52.4 %', { role: 'breakdown', parentId: 'all' }),
    target('健診実施率', '>= 55.0 %', { id: 'again', duplicateOf: 'all' }),
  ];
  const result = scored(
    PARTS,
    [actual('健診実施率', '56.0 %'), actual('生活習慣病予防健診実施率', '50.0 %')],
    [effort('サービス水準の向上', 'as_planned')],
  );

  it('a breakdown is scored and shown, but its measure is judged by its KPIs', () => {
    expect(result.kpis.map(({ role, verdict }) => [role, verdict])).toEqual([
      ['kpi', '達成'],
      ['breakdown', '未達成'],
    ]);
    expect(result.measures).toMatchObject([{ grade: 'A' }]);
    expect(result.summary).toEqual({ kpis: 1, verdicts: { 達成: 1 }, grades: { A: 1 } });
  });

  it('the same plan under two names is scored once', () => {
    const [first] = SERVICE;
    if (!first) throw new Error('no target');
    const copy = { ...first, source: { ...first.source, document: 'copy.txt' } };
    expect(scored([...SERVICE, copy], SERVICE_MET).kpis).toHaveLength(2);
  });
});

describe('the score of a branch', () => {
  it('takes what belongs to the branch and year, in document order', () => {
    const others = SERVICE_MET.map((one) => ({ ...one, branch: '大分' }));
    const result = scored([...SERVICE, target('郵送化率', '>= 94.0 %', { fiscalYear: 2020 })], [...SERVICE_MET, ...others]);
    expect(result).toMatchObject({ branch: '熊本', fiscalYear: 2021, rubric: 'branch' });
    expect(result.kpis.map(({ name, target: { value } }) => [name, value?.text])).toEqual([
      ['サービススタンダードの達成状況', '100'],
      ['郵送化率', '95.0'],
    ]);
  });

  it('leaves out a row that a report shows for reference, and says so', () => {
    const [first] = SERVICE;
    if (!first) throw new Error('no target');
    const reference = { ...first, id: 'reference', name: '健診実施率', indicator: 'checkup-rate', marker: '（参考）' };
    const result = scored([...SERVICE, reference], [...SERVICE_MET, actual('健診実施率', '99.0 %')]);
    expect(result.kpis.map(({ name }) => name)).not.toContain('健診実施率');
    expect(result.summary).toMatchObject({ kpis: 2, reference: 1 });
    expect(scored(SERVICE, SERVICE_MET).summary).not.toHaveProperty('reference');
    const line = scoresReport([result], 'ja').sections()[0]?.notes[0];
    expect(line).toContain('参考 1（採点の対象外）');
  });

  it('counts what cannot be known', () => {
    expect(scored(SERVICE, [actual('郵送化率', '96.1 %')]).summary).toEqual({
      kpis: 2,
      verdicts: { unknown: 1, 達成: 1 },
      grades: { undecided: 1 },
    });
  });

  it('of a rubric without grades has no measures', () => {
    const result = scored(SERVICE, SERVICE_MET, [effort('サービス水準の向上', 'as_planned')], { rubric: HEADQUARTERS });
    expect([result.rubric, result.measures, result.summary.grades]).toEqual(['headquarters', [], {}]);
  });

  it('with nothing to score is empty', () => {
    expect(scored([])).toMatchObject({ kpis: [], measures: [], summary: { kpis: 0, verdicts: {}, grades: {} } });
  });
});

describe('rubrics', () => {
  it.each(RUBRICS.map((one) => [one.id, one] as const))('%s is valid', (_, one) =>
    expect(rubric.parse(JSON.parse(JSON.stringify(one)))).toEqual(one),
  );

  it.each([
    [{ ...BRANCH, kind: 'points' }, 'kind'],
    [{ ...BRANCH, rows: [] }, 'rows'],
    [{ ...BRANCH, rows: [{ grade: 'D' }] }, 'rows.0.grade'],
    [{ ...BRANCH, rows: [{ grade: 'A', completion: ['いちおう'] }] }, 'rows.0.completion.0'],
    [{ ...BRANCH, row: [] }, ''],
    [{ ...HEADQUARTERS, verdicts: [{ verdict: '達成', atLeast: 95 }] }, 'verdicts.0.atLeast'],
  ])("%#: says where one of one's own is wrong", (one, path) => {
    const read = rubric.safeParse(one);
    expect(read.success).toBe(false);
    expect(read.error?.issues[0]?.path.join('.')).toBe(path);
  });

  it("one's own limits and words", () => {
    const own = rubric.parse({
      kind: 'verdicts',
      id: 'own',
      title: { ja: '独自', en: 'own' },
      source: '',
      verdicts: [{ verdict: '優', atLeast: '120' }, { verdict: '良', atLeast: '100' }, { verdict: '可' }],
    });
    const verdict = (result: string) => kpiOf(target('郵送化率', '>= 50 %'), [actual('郵送化率', result)], [], own).kpi.verdict;
    expect([verdict('60 %'), verdict('59.9 %'), verdict('49 %')]).toEqual(['優', '良', '可']);
  });
});
