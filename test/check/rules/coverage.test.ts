import { describe, expect, test } from 'vitest';
import { KPI, plan } from '../plan.ts';
import { findingsIn, inShort } from '../report.ts';

const insured = (count: string) => `○ 被保険者（40歳以上）（実施対象者数：${count}人）`;
const guidance = '○ 被保険者（特定保健指導対象者数：21,917人）';

describe('coverage/arithmetic', () => {
  test.each([
    // population, planned, printed rate, what is said
    ['254,483', '160,324', '63.0', null],
    ['3,220', '330', '10.3', 'error 10.2'],
    ['43,208', '6,500', '15.1', 'error 15.0'],
    ['38,663', '8,078', '20.8', 'warning 20.9'],
    ['16,791', '1,000', '5.9', 'warning 6.0'],
    // A tie rounds up: 1 ÷ 8 = 12.5 %.
    ['8', '1', '13', null],
    ['8', '1', '12', 'warning 13'],
    ['8', '1', '12.5', null],
    ['３，２２０', '３３０', '１０．３', 'error 10.2'],
    // Nothing confirms that the population is this rate's.
    ['3,220', '330', '20.5', 'note 10.2'],
  ])('%s people, %s planned, %s ％: %s', (population, planned, rate, said) => {
    const found = findingsIn(plan(insured(population), `・生活習慣病予防健診 実施率 ${rate}％（実施見込者数：${planned}人）`, KPI));
    expect(found.map(({ severity, computation }) => `${severity} ${computation?.replace(/.*→ (.*) %/, '$1')}`)).toEqual(said ? [said] : []);
  });

  test('says the sum, marks the figures as printed, and shows the population', () => {
    const [found] = findingsIn(plan(insured('3,220'), '・特定健康診査 実施率 １０．３％（実施見込者数：330人）', KPI));
    expect(found).toMatchObject({
      message: { ja: '実施率 10.3％は計算と合いません。330 ÷ 3,220 = 10.2484 % で、10.2％となるはずです。' },
      computation: '330 ÷ 3,220 = 10.2484 % → 10.2 %',
      marks: ['１０．３％', '330人'],
      source: { lineStart: 4 },
      related: [{ lineStart: 3, lineEnd: 3 }],
    });
  });

  test.each([
    ['no population', '・生活習慣病予防健診 実施率 10.3％（実施見込者数：330人）'],
    ['no rate', `${insured('3,220')}\n・生活習慣病予防健診 実施見込者数：330人`],
    ['a population of nobody', `${insured('0')}\n・生活習慣病予防健診 実施率 10.3％（実施見込者数：330人）`],
  ])('%s: nothing to check', (_, lines) => {
    expect(findingsIn(plan(lines, KPI))).toEqual([]);
  });

  test.each([
    [
      'another rate confirms the population',
      [
        insured('10,000'),
        '・生活習慣病予防健診 実施率 60.0％（実施見込者数：6,000人）',
        '・事業者健診データ 取得率 21.0％（取得見込者数：1,200人）',
      ],
    ],
    ['it stands on the row itself', ['（被保険者 実施対象者数：10,000人 実施見込者数：1,200人 実施率：21.0％）']],
  ])('far off, but %s', (_, lines) => {
    expect(findingsIn(plan(...lines, KPI)).map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['error coverage/arithmetic']);
  });

  test('two rows on one line, and counts on the line behind a KPI', () => {
    const lines = [
      '○ 被保険者（対象者数：16,766人）',
      '・特定保健指導実施率 25.2％（実施見込者数：4,220人）',
      '（内訳）協会保健師実施分 20.9％（実施見込者数： 3,500人）外部委託分 4.4％（実施見込者数： 720人）',
      '■KPI：特定保健指導の実施率を 25.1％以上とする',
      '（実施見込者数： 4,524人 実施対象者数： 18,131人）',
    ];
    expect(findingsIn(plan(...lines)).map(({ rule, computation }) => [rule, computation])).toEqual([
      ['coverage/parts', '20.9 + 4.4 = 25.3 ≠ 25.2'],
      ['coverage/arithmetic', '720 ÷ 16,766 = 4.2944 % → 4.3 %'],
      ['coverage/arithmetic', '4,524 ÷ 18,131 = 24.9517 % → 25.0 %'],
    ]);
  });
});

describe('coverage/parts', () => {
  const parts = (whole: string, first: string, second: string) =>
    plan(guidance, `・特定保健指導 ${whole}`, `（内訳）協会保健師実施分 ${first}`, `アウトソーシング分 ${second}`, KPI);

  test.each([
    // 香川: each rate is right, and their sum is off by rounding.
    [
      '40.7％（実施見込者数：8,910人）',
      '21.6％（実施見込者数：4,740人）',
      '19.0％（実施見込者数：4,170人）',
      ['note 21.6 + 19.0 = 40.6 ≠ 40.7'],
    ],
    ['40.6％', '21.6％（実施見込者数：4,740人）', '19.0％（実施見込者数：4,170人）', []],
    ['実施率 40.9％', '21.6％（実施見込者数：4,740人）', '19.0％（実施見込者数：4,170人）', ['error 21.6 + 19.0 = 40.6 ≠ 40.9']],
    [
      '40.7％（実施見込者数：8,911人）',
      '21.6％（実施見込者数：4,740人）',
      '19.1％（実施見込者数：4,180人）',
      ['error 4,740 + 4,180 = 8,920 → 8,920'],
    ],
  ])('%s = %s + %s', (whole, first, second, said) => {
    const found = findingsIn(parts(whole, first, second)).filter(({ rule }) => rule === 'coverage/parts');
    expect(found.map(({ severity, computation }) => `${severity} ${computation}`)).toEqual(said);
  });

  test('a single part is no whole list', () => {
    const lines = plan(
      guidance,
      '・特定保健指導 40.7％（実施見込者数：8,910人）',
      '（内訳）協会保健師実施分 21.6％（実施見込者数：4,740人）',
      KPI,
    );
    expect(findingsIn(lines)).toEqual([]);
  });

  const both = (overall: string) =>
    plan(
      '○被保険者（実施対象者数：194,757人）',
      '・生活習慣病予防健診 実施率 61.5％（実施見込者数：119,700人）',
      '・事業者健診データ 取得率 11.0％（取得見込者数：21,420人）',
      '○被扶養者（実施対象者数：54,805人）',
      '・特定健康診査 実施率 31.5％（実施見込者数：17,260人）',
      overall,
      KPI,
    );
  test.each([
    ['（被保険者・被扶養者合計実施率：63.5％）', []],
    ['（被保険者・被扶養者合計実施率：63.4％）', ['8 error coverage/parts']],
    ['（加入者 40歳以上 実施対象者数：249,562人 実施見込者数：158,380人 実施率：63.5％）', []],
    ['（加入者 40歳以上 実施対象者数：249,562人 実施見込者数：158,880人 実施率：63.7％）', ['8 error coverage/parts']],
    ['（加入者 40歳以上 実施対象者数：249,572人 実施見込者数：158,380人 実施率：63.5％）', ['8 error coverage/parts']],
    ['○二次勧奨実施予定人数 12,000人', []],
  ])('both groups together: %s', (overall, said) => {
    expect(findingsIn(both(overall)).map(inShort)).toEqual(said);
  });
});

describe('target/coverage', () => {
  const figures = [
    '○被保険者（特定保健指導対象者数：77,782人）',
    '・特定保健指導 実施率 18.4％（実施見込者数：14,312人）',
    '○被扶養者（特定保健指導対象者数：3,876人）',
    '・特定保健指導 実施率 10.0％（実施見込者数：388人）',
  ];
  test.each([
    ['特定保健指導の実施率を 18.0％以上とする', []],
    ['特定保健指導の実施率を 14.7％以上とする', ['7 error target/coverage']],
    ['特定保健指導の実施率を 18％以上とする', []],
    // To more digits than the row's rate: by its counts, 388 ÷ 3,876 = 10.0103 %.
    ['被扶養者の特定保健指導の実施率を 10.01％以上とする', []],
    ['被扶養者の特定保健指導の実施率を 10.04％以上とする', ['7 error target/coverage']],
    ['特定保健指導の実施率を対前年度以上とする', []],
    ['被保険者の特定保健指導の実施率を 18.4％以上とする', []],
    ['被扶養者の特定保健指導の実施率を 11.0％以上とする', ['7 error target/coverage']],
  ])('%s', (kpi, said) => {
    expect(findingsIn(plan(...figures, `■ KPI：${kpi}`)).map(inShort)).toEqual(said);
  });

  test('says what the figures give, and where they stand', () => {
    const [found] = findingsIn(plan(...figures, '■ KPI：特定保健指導の実施率 14.7％以上'));
    expect(found?.computation).toBe('(14,312 + 388) ÷ (77,782 + 3,876) = 18.002 % → 18.0 %');
    expect(found?.related?.map(({ lineStart }) => lineStart)).toEqual([4, 6]);
    expect(found?.marks).toEqual(['14.7％']);
  });

  test.each([
    ['11.0', 'give 10.0 %.', undefined],
    ['10.04', 'give 388 ÷ 3,876 = 10.010 %: 10.01 %.', '388 ÷ 3,876 = 10.010 % → 10.01 %'],
  ])('of one row, its rate as it stands, or its counts where the target has more digits: %s ％', (target, said, computation) => {
    const [found] = findingsIn(plan(...figures, `■ KPI：被扶養者の特定保健指導の実施率を ${target}％以上とする`));
    expect(found?.message.en).toContain(said);
    expect(found?.computation).toBe(computation);
  });

  test('rates that are not printed come from the counts', () => {
    const lines = ['○被保険者（実施対象者数：259,725人）', '① 生活習慣病予防健診 受診見込者数：158,432人'];
    expect(findingsIn(plan(...lines, '■KPI：生活習慣病予防健診受診率を 61.0％以上とする'))).toEqual([]);
    expect(findingsIn(plan(...lines, '■KPI：生活習慣病予防健診受診率を 60.1％以上とする')).map(inShort)).toEqual([
      '5 error target/coverage',
    ]);
  });

  test.each([
    ['52.4', []],
    ['54.2', ['3 error target/coverage']],
  ])('a row that names nothing is about the KPI above it: %s ％', (rate, said) => {
    const lines = [
      `■ KPI：① 生活習慣病予防健診実施率を ${rate}％以上とする`,
      '',
      '・ 被保険者（40歳以上）：実施対象者数 791,721人、実施見込者数 414,600人',
      '② 事業者健診データ取得率を 10.1％以上とする',
      '・ 被保険者（40歳以上）：実施対象者数 791,721人、取得見込者数 79,700人',
    ];
    expect(findingsIn(plan(...lines)).map(inShort)).toEqual(said);
    expect(findingsIn(plan(...lines.slice(0, 1), KPI, ...lines.slice(2)))).toEqual([]);
  });

  test('a count that is missing, or a row that stands twice, proves nothing', () => {
    const kpi = '■ KPI：特定保健指導の実施率 14.7％以上';
    expect(findingsIn(plan(...figures.slice(0, 2), kpi))).toEqual([]);
    expect(findingsIn(plan(...figures.slice(0, 2), ...figures, kpi))).toEqual([]);
  });
});
