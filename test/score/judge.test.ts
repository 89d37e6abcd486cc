import { describe, expect, it, test } from 'vitest';
import { Decimal } from '../../src/model/index.ts';
import { attainmentOf, directionOf } from '../../src/score/attainment.ts';
import { actual, catalog, kpiOf, target } from './make.ts';

const RATE = '郵送化率';
const JUDO = '柔道整復施術療養費の申請に占める、施術箇所3部位以上、かつ月15日以上の施術の申請の割合';

describe('attainment: actual ÷ target where higher is better, target ÷ actual where lower is', () => {
  it.each([
    ['96.1', '95.0', 'higher', '101.2'],
    ['53.40', '54.11', 'higher', '98.7'],
    ['30.8', '32.0', 'higher', '96.3'],
    ['650', '600', 'higher', '108.3'],
    ['15.5', '20', 'lower', '129.0'],
    ['0.087', '0.082', 'lower', '94.3'],
    ['0.82', '0.82', 'lower', '100.0'],
    // 0.1 + 0.2 has no place here.
    ['0.3', '0.1', 'higher', '300.0'],
    ['0', '20', 'lower', null],
    ['0', '0', 'lower', '100.0'],
    ['5', '0', 'lower', '0.0'],
    ['0', '0', 'higher', '100.0'],
    ['5', '0', 'higher', null],
    // ▲2,900人 of a promised ▲2,700人: a larger decrease is more than was promised.
    ['-2900', '-2700', 'lower', '107.4'],
    ['-2500', '-2700', 'lower', '92.6'],
    ['-2700', '-2500', 'higher', null],
    ['100', '-2700', 'lower', null],
  ] as const)('%s against %s, %s is better: %s %%', (is, should, direction, expected) => {
    expect(attainmentOf(Decimal.of(is), Decimal.of(should), direction)?.text ?? null).toBe(expected);
  });
});

describe('where there is no attainment, the reason names what prevents it', () => {
  it.each([
    ['>= 10 %', '-1.5 %', '実績が負の値なので', 'the actual figure is negative'],
    ['>= -3.0 %', '1.5 %', '目標が負の値なので', 'target is negative'],
    ['>= 0 件', '5 件', '0 で割ることになるので', 'it would divide by zero'],
  ])('%s, %s', (says, result, ja, en) => {
    const { kpi } = kpiOf(target('増減', says), [actual('増減', result)]);
    expect(kpi.reasons).toContainEqual({ ja: `${ja}達成度は計算しない`, en: `no attainment: ${en}` });
  });
});

test('a decrease that is promised as such is met by a larger one', () => {
  expect(kpiOf(target('加入者数の増減', '= -2700 人'), [actual('加入者数の増減', '-2900 人')]).kpi.verdict).toBe('達成');
  expect(kpiOf(target('加入者数の増減', '= -2700 人'), [actual('加入者数の増減', '-2500 人')]).kpi.verdict).toBe('未達成');
  expect(kpiOf(target('加入者数の増減', '= -2700 人'), [actual('加入者数の増減', '-2900 人')]).kpi.reasons.map(({ ja }) => ja)).toEqual([
    '実績 -2,900人 ≦ 目標 -2,700人 → 達成（達成度 107.4％）',
    '目標も実績も減少なので、達成度は減少の大きさで計算した',
    '目標に「以下」はないが、低いほど良い指標なので下回れば達成とする',
  ]);
});

describe('which way is better', () => {
  it.each([
    ['>= 95.0 %', 'mailing-rate', 'higher'],
    ['<= 20 %', 'single-bid-share', 'lower'],
    ['= 100 %', 'service-standard', 'higher'],
    ['= 30 %', 'smoking-rate', 'lower'],
    ['= 30 %', null, 'higher'],
  ])('%s of %s: %s', (says, indicator, direction) => expect(directionOf(target('x', says, { indicator }), catalog)).toBe(direction));
});

describe('met or not', () => {
  it.each([
    // target, actual, verdict, attainment, gap, sentence
    ['>= 95.0 %', '96.1 %', '達成', '101.2', '1.1', '実績 96.1％ ≧ 目標 95.0％ → 達成（達成度 101.2％）'],
    ['>= 95.0 %', '95 %', '達成', '100.0', '0', '実績 95％ ≧ 目標 95.0％ → 達成（達成度 100.0％）'],
    ['>= 95.0 %', '94.9 %', '未達成', '99.9', '-0.1', '実績 94.9％ ＜ 目標 95.0％ → 未達成（達成度 99.9％）'],
    ['<= 20 %', '20.00 %', '達成', '100.0', '0', '実績 20.00％ ≦ 目標 20％ → 達成（達成度 100.0％）'],
    ['<= 20 %', '20.01 %', '未達成', '100.0', '0.01', '実績 20.01％ ＞ 目標 20％ → 未達成（達成度 100.0％）'],
    ['> 50 %', '50 %', '未達成', '100.0', '0', '実績 50％ ≦ 目標 50％ → 未達成（達成度 100.0％）'],
    ['> 50 %', '50.1 %', '達成', '100.2', '0.1', '実績 50.1％ ＞ 目標 50％ → 達成（達成度 100.2％）'],
    ['< 50 %', '50 %', '未達成', '100.0', '0', '実績 50％ ≧ 目標 50％ → 未達成（達成度 100.0％）'],
    ['= 100 %', '100 %', '達成', '100.0', '0', '実績 100％ ≧ 目標 100％ → 達成（達成度 100.0％）'],
    // An absolute target is exact: 99.5 % is not 100 %, whatever the target's digits.
    ['= 100 %', '99.5 %', '未達成', '99.5', '-0.5', '実績 99.5％ ＜ 目標 100％ → 未達成（達成度 99.5％）'],
    ['>= 95 %', '94.9 %', '未達成', '99.9', '-0.1', '実績 94.9％ ＜ 目標 95％ → 未達成（達成度 99.9％）'],
  ])('%s, %s: %s', (says, result, verdict, attainment, gap, sentence) => {
    const { kpi } = kpiOf(target(RATE, says), [actual(RATE, result)]);
    expect([kpi.verdict, kpi.attainment?.text, kpi.gap?.text, kpi.reasons[0]?.ja]).toEqual([verdict, attainment, gap, sentence]);
  });

  it('600事業所 is met by 650, and the reason says why', () => {
    const { kpi } = kpiOf(target('健康宣言事業所数', '= 600 事業所'), [actual('健康宣言事業所数', '650 事業所')]);
    expect([kpi.verdict, kpi.attainment?.text]).toEqual(['達成', '108.3']);
    expect(kpi.reasons.map(({ ja }) => ja)).toEqual([
      '実績 650事業所 ≧ 目標 600事業所 → 達成（達成度 108.3％）',
      '目標に「以上」はないが、高いほど良い指標なので上回れば達成とする',
    ]);
  });

  it('喫煙率 30％とする is met by less', () => {
    expect(kpiOf(target('被保険者の喫煙率', '= 30 %'), [actual('被保険者の喫煙率', '29 %')]).kpi.verdict).toBe('達成');
    expect(kpiOf(target('被保険者の喫煙率', '= 30 %'), [actual('被保険者の喫煙率', '31 %')]).kpi.verdict).toBe('未達成');
  });

  it('a target printed without its unit is compared all the same', () => {
    expect(kpiOf(target('生活習慣病予防健診実施率', '>= 68.7'), [actual('生活習慣病予防健診実施率', '68.7 %')]).kpi.verdict).toBe('達成');
  });

  it.each([
    ['社', '事業所', '達成'],
    ['事業所', '%', null],
    ['円', '事業所', null],
  ])('a target in %s and a result in %s: %s', (unit, other, verdict) => {
    const { kpi } = kpiOf(target('健康宣言事業所数', `>= 50 ${unit}`), [actual('健康宣言事業所数', `60 ${other}`)]);
    expect(kpi.verdict).toBe(verdict);
    if (verdict === null) expect(kpi.reasons[0]?.ja).toContain('単位が違う');
  });
});

describe('ties and rounding', () => {
  const previous = (result: string, counts?: string) =>
    actual(JUDO, result, { fiscalYear: 2020, document: '2020.csv', ...(counts && { counts }) });
  it.each([
    ['0.82 %', '0.82 %', '達成'],
    ['1.12 %', '1.1242 %', '達成'],
    ['1.12 %', '1.1251 %', '未達成'],
    ['1.12 %', '1.13 %', '未達成'],
    // A spreadsheet drops the zeros of 1.10 and 75.00: two digits are compared at least.
    ['1.1 %', '1.12 %', '未達成'],
    ['75 %', '75.4 %', '未達成'],
  ])('対前年度（%s）以下, %s: %s', (last, result, verdict) => {
    expect(kpiOf(target(JUDO, '<= 前年度'), [actual(JUDO, result), previous(last)]).kpi.verdict).toBe(verdict);
  });

  it('円 are compared whole', () => {
    const name = '協会けんぽの再審査レセプト1件当たりの査定額';
    expect(
      kpiOf(target(name, '>= 前年度'), [actual(name, '9114.6 円'), actual(name, '9115 円', { fiscalYear: 2020, document: 'x' })]).kpi
        .verdict,
    ).toBe('達成');
  });

  it('柔道整復 FY2020: 1.12 % = 1.12 %, and the counts say that rounding decides', () => {
    const { kpi } = kpiOf(target(JUDO, '<= 前年度'), [
      actual(JUDO, '1.12 %', { counts: '160251/14254909' }),
      previous('1.12 %', '175883/15692604'),
    ]);
    expect([kpi.verdict, kpi.attainment?.text, kpi.gap?.text]).toEqual(['達成', '100.0', '0']);
    expect(kpi.reasons[1]?.ja).toBe(
      '表示桁で比べた。桁を増やすと実績 1.1242％、前年度 1.1208％ で結果は逆になる（四捨五入が結果を決めている）',
    );
  });

  it('a rate from counts that rounds onto an absolute target', () => {
    const { kpi } = kpiOf(target('一者応札割合', '<= 20 %'), [actual('一者応札割合', '20.00 %', { counts: '20001/100004' })]);
    expect(kpi.verdict).toBe('達成');
    expect(kpi.reasons.some(({ ja }) => ja.includes('四捨五入'))).toBe(true);
  });

  it('says nothing of rounding where it does not matter', () => {
    const { kpi } = kpiOf(target('一者応札割合', '<= 20 %'), [actual('一者応札割合', '16.67 %', { counts: '2/12' })]);
    expect(kpi.reasons).toHaveLength(1);
  });
});

describe('qualitative', () => {
  it.each([
    ['○', '達成'],
    ['実施', '達成'],
    ['done', '達成'],
    ['あり', '達成'],
    ['×', '未達成'],
    ['未実施', '未達成'],
    ['not done', '未達成'],
    ['なし', '未達成'],
    ['開催なし', null],
    ['－', null],
  ])('%s: %s', (text, verdict) => {
    const { kpi } = kpiOf(target('意見発信', 'do', { indicator: null }), [actual('意見発信', text, { indicator: null })]);
    expect([kpi.verdict, kpi.attainment, kpi.gap]).toEqual([verdict, null, null]);
    expect(kpi.reasons[0]?.ja).toContain(`「${text}」`);
  });
});

describe('no verdict', () => {
  it.each([
    [[], '2021年度の実績が記録にない'],
    [[actual(RATE, '未提供')], '実績は「未提供」で、判定できる値がない'],
  ])('%#', (actuals, reason) => {
    const { kpi } = kpiOf(target(RATE, '>= 95.0 %'), actuals);
    expect([kpi.verdict, kpi.attainment, kpi.gap, kpi.reasons.map(({ ja }) => ja)]).toEqual([null, null, null, [reason]]);
  });
});

describe('what a reader should know of a result', () => {
  const reasons = (says: string, ...actuals: Parameters<typeof kpiOf>[1]) =>
    kpiOf(target(RATE, says), actuals).kpi.reasons.map(({ ja }) => ja);
  it('it is a mid-year figure', () => {
    expect(reasons('>= 95.0 %', actual(RATE, '91.2 %', { asOf: '9月末' }))).toContain('実績は 9月末 時点で、年度の結果ではない');
    expect(reasons('>= 95.0 %', actual(RATE, '96.1 %', { asOf: '3月末' }))).toHaveLength(1);
  });

  it('it may be a fraction', () => {
    expect(reasons('>= 95.0 %', actual(RATE, '0.961 %', { text: '0.961' }))).toContain(
      '実績「0.961」は割合（小数）かもしれない。そうなら 96.1％ と書き直す',
    );
    expect(reasons('>= 95.0 %', actual(RATE, '0.961 %', { text: '0.961％' }))).toHaveLength(1);
  });

  it('a CSV given for scoring wins over a document', () => {
    const { kpi } = kpiOf(
      target(RATE, '>= 95.0 %'),
      [actual(RATE, '96.1 %', { document: 'given.csv', line: 3 }), actual(RATE, '90.0 %', { document: 'results.txt', line: 7 })],
      ['given.csv'],
    );
    expect(kpi.actual?.value?.text).toBe('96.1');
    expect(kpi.reasons.at(-1)?.ja).toBe('実績は CSV（given.csv 3行目）を採り、文書の「90.0 %」（results.txt 7行目）は採らない');
  });

  it('of documents that disagree the one read last wins, and both are named', () => {
    const [old, fresh] = [
      actual(RATE, '97.5 %', { document: 'r.csv', line: 2 }),
      actual(RATE, '90.5 %', { document: 'a_new.csv', line: 2 }),
    ];
    const { kpi } = kpiOf(target(RATE, '>= 95.0 %'), [old, fresh]);
    expect(kpi.verdict).toBe('未達成');
    expect(kpi.reasons.at(-1)).toEqual({
      ja: '実績が文書によって違う: 最後に読み込んだ「90.5 %」（a_new.csv 2行目）を採り、「97.5 %」（r.csv 2行目）は採らない',
      en: 'the documents disagree on the result: "90.5 %" (a_new.csv, line 2), which was read last, is taken, not "97.5 %" (r.csv, line 2)',
    });
    expect(kpiOf(target(RATE, '>= 95.0 %'), [fresh, old]).kpi.verdict).toBe('達成');
  });

  it('the later 時点 counts', () => {
    const { kpi } = kpiOf(target(RATE, '>= 95.0 %'), [
      actual(RATE, '96.1 %', { asOf: '3月末' }),
      actual(RATE, '91.2 %', { asOf: '9月末' }),
    ]);
    expect(kpi.actual?.value?.text).toBe('96.1');
  });
});
