import { describe, expect, test } from 'vitest';
import { RULES } from '../../../src/check/index.ts';
import { KPI, plan } from '../plan.ts';
import { findingsIn, inShort } from '../report.ts';

describe('target/unit', () => {
  test.each([
    ['現金給付等の申請に係る郵送化率を 95.0％以上とする', []],
    ['現金給付等の申請に係る郵送化率を 95.0 以上とする', ['3 warning target/unit']],
    ['現金給付等の申請に係る郵送化率を 95.0円以上とする', ['3 warning target/unit']],
    // 社 and 事業所 count the same.
    ['健康宣言事業所数を 1,300社以上とする', []],
    ['健康宣言事業所数を 1,300％以上とする', ['3 warning target/unit']],
    // What the catalog does not know has no usual unit.
    ['窓口の来訪者数を 300以上とする', []],
  ])('%s', (kpi, said) => {
    expect(findingsIn(plan(`■ KPI：${kpi}`)).map(inShort)).toEqual(said);
  });

  test('a paper that leaves units out has them elsewhere', () => {
    expect(findingsIn(plan('■ KPI：郵送化率を 95.0 以上とする', '■ KPI：健康宣言事業所数を 600 以上とする'))).toEqual([]);
  });

  test('names the place where the same figure has its unit', () => {
    const [found] = findingsIn(
      plan('■ KPI：生活習慣病予防健診実施率を 68.7％以上とする', '', 'KPI一覧', '', '【KPI】① 生活習慣病予防健診実施率', '①68.7 以上'),
    );
    expect(found).toMatchObject({
      rule: 'target/unit',
      message: { ja: '目標 68.7 に単位がありません。指標の単位は「%」です（別の箇所では 68.7％ です）。' },
      related: [{ lineStart: 3 }],
    });
  });
});

describe('target/duplicate', () => {
  const twice = (body: string, appendix: string) => plan(`■ KPI：${body}`, '', 'KPI一覧', '', `■ KPI：${appendix}`);
  test.each([
    ['郵送化率を 95.0％以上とする', '郵送化率を 95％以上とする', []],
    ['郵送化率を 93.6％以上とする', '郵送化率を 96.3％以上とする', ['7 error target/duplicate']],
    ['郵送化率を 93.6％以上とする', '郵送化率を対前年度以上とする', ['7 error target/duplicate']],
    [
      '再審査レセプト1件当たりの査定額を対前年度以上とする',
      '再審査レセプト1件当たりの査定額を対前年度以下とする',
      ['7 error target/duplicate'],
    ],
    ['健康宣言事業所数を 600事業所以上とする', '健康宣言事業所数 600事業所', []],
    ['健康宣言事業所数を 600事業所以上とする', '健康宣言事業所数 600社以上', []],
  ])('%s / %s', (body, appendix, said) => {
    expect(
      findingsIn(twice(body, appendix))
        .filter(({ rule }) => rule === 'target/duplicate')
        .map(inShort),
    ).toEqual(said);
  });

  test('of two in the body, either may be the one that is repeated', () => {
    const lines = ['郵送化率を 93.0％以上とする', '郵送化率を 96.0％以上とする'].map((kpi) => `■ KPI：${kpi}`);
    const again = (kpi: string) => findingsIn(plan(...lines, '', 'KPI一覧', '', `■ KPI：${kpi}`)).map(({ rule }) => rule);
    expect(again('郵送化率を 96.0％以上とする')).toEqual([]);
    expect(again('郵送化率を 97.0％以上とする')).toEqual(['target/duplicate']);
  });

  test('says both', () => {
    const [found] = findingsIn(twice('郵送化率を 93.6％以上とする', '郵送化率を対前年度以上とする'));
    expect(found?.message).toEqual({
      ja: 'KPI一覧では「対前年度以上」ですが、本文（3行）では「93.6％以上」です。',
      en: 'The appendix says at least the previous year, but the body (line 3) says at least 93.6 %.',
    });
  });
});

describe('target/regression', () => {
  test.each([
    // 新潟: last year's target is in the brackets.
    ['被扶養者の特定健診実施率を 38.3％以上とする（2年度 41.5％以上）', ['warning 38.3％,41.5％']],
    ['生活習慣病予防健診実施率を 69.9％以上とする（2年度 67.8％以上）', []],
    // A result may have its reasons.
    ['生活習慣病予防健診実施率を 60.0％以上とする（令和元年度実績 61.2％）', ['note 60.0％,61.2％']],
    ['生活習慣病予防健診実施率を 62.0％以上とする（令和元年度実績 61.2％）', []],
    // Lower is better.
    ['一般競争入札に占める一者応札案件の割合を 20％以下とする（令和元年度実績 14.3％）', ['note 20％,14.3％']],
    ['一般競争入札に占める一者応札案件の割合を 20％以下とする（令和元年度実績 33％）', []],
    // What was promised comes before what came of it.
    ['郵送化率を 94.5％以上とする（令和2年度目標 95.0％、令和2年12月末実績 95.4％）', ['warning 94.5％,95.0％']],
    ['郵送化率を 94.5％以上とする（令和5年度目標 97.0％）', []],
    // Figures of others, of the year itself, in another unit.
    ['被扶養者の特定保健指導の実施率を 20.2％以上とする（令和2年度実績（全体） 27.8％）', []],
    ['郵送化率を 95.0％以上とする（令和3年度上期 96.3％）', []],
    ['健康宣言事業所数を 900事業所以上とする（令和2年度実績 1,200件）', []],
    ['郵送化率を対前年度（96.3％）以上とする', []],
  ])('%s', (kpi, said) => {
    const found = findingsIn(plan(`■ KPI：${kpi}`)).filter(({ rule }) => rule === 'target/regression');
    expect(found.map(({ severity, marks }) => `${severity} ${marks?.join()}`)).toEqual(said);
  });

  const lastYear = (kpi: string) => ({ known: [`令和2年度 事業計画（熊本支部）\n\n■ KPI：${kpi}`] });

  test.each([
    ['郵送化率を 96.0％以上とする', '郵送化率を 95.0％以上とする', ['3 warning target/regression']],
    ['郵送化率を 94.0％以上とする', '郵送化率を 95.0％以上とする', []],
    ['一者応札割合を 15％以下とする', '一者応札割合を 20％以下とする', ['3 warning target/regression']],
    ['郵送化率を対前年度以上とする', '郵送化率を 95.0％以上とする', []],
  ])('on record: %s; now: %s', (before, now, said) => {
    expect(findingsIn(plan(`■ KPI：${now}`), lastYear(before)).map(inShort)).toEqual(said);
  });

  test('names the plan that it is compared with', () => {
    const [found] = findingsIn(plan('■ KPI：郵送化率を 95.0％以上とする'), lastYear('郵送化率を 96.0％以上とする'));
    expect(found).toMatchObject({
      message: { ja: '目標 95.0％ は、前年度の目標 96.0％ より 1.0ポイント 後退しています。' },
      related: [{ document: 'known-1.txt', lineStart: 3 }],
    });
  });

  test('a table with the columns of two years', () => {
    const table = [
      '令和6年度 事業計画（案）の概要（熊本支部）',
      'KPIまとめ',
      '項目\tR6KPI 熊本支部\tR5KPI 熊本支部',
      '事業者健診\t10.7%\t11.5%',
      '被保険者 特保\t39.5%\t39.3%',
    ];
    expect(findingsIn(table, { name: 'summary.md' }).map(inShort)).toEqual(['4 warning target/regression']);
  });
});

describe('target/text', () => {
  const judo = '■ KPI：施術箇所３部位以上、かつ月 15日以上の申請の割合を対前年度以下とする';
  test.each([
    [['■ KPI：再審査レセプト1件当たりの査定額を対前度以上とする'], ['warning 対前度']],
    [['■ KPI：①サービススタンダートの達成状況を 100％とする'], ['warning サービススタンダート']],
    [['■ KPI：サービスタンダードの達成状況を 100％とする'], ['warning サービスタンダード']],
    [['■ KPI：①ｻｰﾋﾞｽ向上の研修を 100％実施とする'], []],
    [['■ KPI：生活習慣予防健診実施率を 60％以上とする'], ['warning 生活習慣予防健診']],
    [['■ KPI：レセプト点検の査定額を対前年', '度以上とする'], []],
    [['■ KPI：サービス スタンダードの達成状況を 100％とする'], []],
    // Words of their own.
    [['■ KPI：ジェネリック医薬品の使用割合を対前年比 105％以上とする'], []],
    [['■ KPI：被扶養者の資格の確認書の提出率を 95％以上とする'], []],
    [['多部位（施術箇所が３部位以上）かつ頻回（施術日数が月10日以上）の申請', judo], ['note 月10日以上']],
    [['多部位（施術箇所が３部位以上）かつ頻回（施術日数が月', '10日以上）の申請', judo], ['note 月\n10日以上']],
    [['多部位（施術箇所が３部位以上）かつ頻回（施術日数が月15日以上）の申請', judo], []],
    [['受付から 10日以上かかった申請を調べる。毎月10日を締切とする。', judo], []],
    // The sentence says the KPI's number too: the other is about something else.
    [['はり・きゅうは月16日以上、柔道整復は月15日以上の方に尋ねる。', judo], []],
    [['月16日以上の方と、３部位以上の方に尋ねる。', judo], ['note 月16日以上']],
    // The prose of another measure.
    [['申請が月10日以上の方に尋ねる。', '■ KPI：サービススタンダードの達成状況を 100％とする', '１－２．適正化', judo], []],
  ])('%j', (lines, said) => {
    const found = findingsIn(plan(...lines)).filter(({ rule }) => rule === 'target/text');
    expect(found.map(({ severity, marks }) => `${severity} ${marks?.join()}`)).toEqual(said);
  });

  test('a number between many KPIs of one name is found once', () => {
    const found = findingsIn(plan(...Array.from({ length: 40 }, () => [judo, '申請が月10日以上の方に尋ねる。']).flat()));
    expect(found.map(({ source }) => source.lineStart)).toEqual(Array.from({ length: 40 }, (_, i) => 4 + 2 * i));
  });

  test('and between many of other names, which ask for the same', () => {
    const named = (at: number) => `■ KPI：かつ月 15日以上の申請（${at}）の割合を対前年度以下とする`;
    const found = findingsIn(plan(...Array.from({ length: 40 }, (_, at) => [named(at), '申請が月10日以上の方に尋ねる。']).flat()));
    expect(found.filter(({ rule }) => rule === 'target/text').map(({ source }) => source.lineStart)).toEqual(
      Array.from({ length: 40 }, (_, i) => 4 + 2 * i),
    );
  });

  test('once, too, where KPIs see it in part: they reach 150 lines', () => {
    const prose = Array.from({ length: 100 }, () => '申請が月10日以上の方に尋ねる。');
    const found = findingsIn(plan(...prose, ...Array.from({ length: 100 }, () => judo)));
    expect(found.filter(({ rule }) => rule === 'target/text').map(({ source }) => source.lineStart)).toEqual([3]);
  });

  test('a line of half a million such numbers takes no longer than its length', { timeout: 20_000 }, () => {
    const found = findingsIn(plan('申請が月10日以上の方に、'.repeat(100_000), judo));
    expect(found.filter(({ rule }) => rule === 'target/text').map(({ source }) => source.lineStart)).toEqual([3]);
  });

  test('shows the prose, and the KPI that it contradicts', () => {
    const [found] = findingsIn(plan('頻回（施術日数が月', '10日以上）の申請', judo));
    expect(found).toMatchObject({
      source: { lineStart: 3, lineEnd: 4, quote: '頻回（施術日数が月\n10日以上）の申請' },
      related: [{ lineStart: 5 }],
    });
  });
});

describe('target/missing', () => {
  const planOf = (branch: string, ...kpis: string[]) =>
    `令和3年度 事業計画（${branch}支部）\n\n${kpis.map((kpi) => `■ KPI：${kpi}`).join('\n')}`;
  const STANDARD = 'サービススタンダードの達成状況を 100％とする';
  const MAILING = '郵送化率を 95.0％以上とする';
  const others = (count: number, ...kpis: string[]) =>
    ['青森', '岩手', '宮城', '秋田', '山形', '福島'].slice(0, count).map((branch) => planOf(branch, ...kpis));

  test('what all five others set', () => {
    const [found, ...more] = findingsIn(planOf('熊本', STANDARD), { known: others(5, STANDARD, MAILING) });
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      rule: 'target/missing',
      message: { ja: '熊本の2021年度の計画に「現金給付等の申請に係る郵送化率」の目標がありません。ほかの5支部の計画にはすべてあります。' },
    });
  });

  test.each([
    ['four others are no custom', planOf('熊本', STANDARD), others(4, STANDARD, MAILING)],
    ['one of them does not set it either', planOf('熊本', STANDARD), [...others(5, STANDARD, MAILING), ...others(6, STANDARD).slice(-1)]],
    ['under another name', planOf('熊本', STANDARD, '申請書郵送化率を 95％以上とする'), others(5, STANDARD, MAILING)],
  ])('%s', (_, text, known) => {
    expect(findingsIn(text, { known })).toEqual([]);
  });

  const many = [MAILING, '保険証回収率を 95％以上とする', '返納金債権の回収率を 60％以上とする', '健康宣言事業所数を 600事業所以上とする'];
  test('three at one place are three findings, each with an id of its own', () => {
    const found = findingsIn(planOf('熊本', STANDARD), { known: others(5, STANDARD, ...many.slice(0, 3)) });
    expect(found.map(({ rule }) => rule)).toEqual(['target/missing', 'target/missing', 'target/missing']);
    expect(new Set(found.map(({ id }) => id?.replace(/~\d+$/, ''))).size).toBe(3);
  });

  test('what lacks more is an excerpt', () => {
    expect(findingsIn(planOf('熊本', STANDARD), { known: others(5, STANDARD, ...many) })).toEqual([]);
  });

  test('an earlier version of the plan itself is no other plan', () => {
    const known = [...others(5, STANDARD, MAILING), planOf('熊本', STANDARD, MAILING)];
    expect(findingsIn(planOf('熊本', STANDARD), { known }).map(({ rule }) => rule)).toEqual(['target/missing']);
  });

  test('the plans of one file are each other’s', () => {
    const branches = ['青森', '岩手', '宮城', '秋田', '山形'].map((branch) => planOf(branch, STANDARD, MAILING));
    const found = findingsIn([...branches, planOf('福島', STANDARD)].join('\n\n'));
    expect(found.map(({ rule, message }) => [rule, message.en])).toEqual([
      ['target/missing', "The 2021 plan of 福島 sets no target for 現金給付等の申請に係る郵送化率, as all 5 other branches' plans do."],
    ]);
  });
});

describe('indicator/unknown', () => {
  test.each([
    ['被扶養者の方の特定健診の実施率を 28.0％以上とする', ['3 note indicator/unknown']],
    ['被扶養者の特定健診の実施率を 28.0％以上とする', []],
    ['窓口の来訪者数を 300人以上とする', []],
    // What another rule says of the name is said once.
    ['サービススタンンダードの達成状況を 100％とする', ['3 warning target/text']],
    ['被扶養者の特定健診の実施率を全国並み以上とする', ['3 warning target/doubtful']],
  ])('%s', (kpi, said) => {
    expect(findingsIn(plan(`■ KPI：${kpi}`)).map(inShort)).toEqual(said);
  });
});

describe('the readers’ findings', () => {
  test.each([
    ['target/unread', plan(KPI, '１－２．債権管理回収業務の推進', '■ KPI：催告の時期を早める。')],
    ['target/doubtful', plan('■ KPI：訪問件数を30件〜50件とし、満足度を 80％以上とする')],
    ['document/no-target', plan('窓口の案内を増やす。')],
  ])('%s', (rule, text) => {
    expect(findingsIn(text).map((finding) => finding.rule)).toEqual([rule]);
  });
});

test('every rule says what it compares, with words in both languages', () => {
  for (const { id, summary, explanation } of RULES) {
    for (const text of [summary.ja, summary.en, explanation.ja, explanation.en]) expect(text.length, id).toBeGreaterThan(10);
    expect(explanation.ja.length, id).toBeGreaterThan(summary.ja.length);
  }
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});
