import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { KpiRecord } from '../../src/model/index.ts';
import { actualSaid, readProgress, said, targetSaid, verdictSaid } from './progress-said.ts';

describe('a progress sheet', () => {
  const FIXTURE = new URL('../../fixtures/progress-2021.txt', import.meta.url);
  const { text, family, scopes, markers, targets, actuals, verdicts, findings, records } = readProgress(readFileSync(FIXTURE, 'utf8'));
  const at = ({ source }: KpiRecord) =>
    source.lineStart === source.lineEnd ? `${source.lineStart}` : `${source.lineStart}-${source.lineEnd}`;

  it('is told by its content, and says whose and of which year it is', () => {
    expect([family, scopes, markers]).toEqual(['progress', [{ branch: '熊本', fiscalYear: 2021 }], 14]);
  });

  it('gives a target for each KPI, with the year before out of the phrase itself', () => {
    expect(targets.map((target) => `${at(target)} ${targetSaid(target)}`)).toEqual([
      '24 service-standard = 100%',
      '25 mailing-rate >= 95.0%',
      '37-38 receipt-reduction-rate-combined >= previous_year (対前年度 0.312%)',
      '49-50 judo-frequent-share <= previous_year (対前年度 0.98%)',
      '64 my-number-rate >= previous_year',
      '87 lifestyle-checkup-rate >= 61.0%',
      '88 employer-checkup-data-rate >= 8.5%',
      '103 guidance-rate >= 31.0%',
      '112 health-declaration-offices >= 1200事業所',
      '119-120 committee-coverage-rate >= 52%',
      '141-142 single-bid-share <= 20%',
    ]);
  });

  it('gives each result with its time, rank and counts; what prints no time is of the half year that the title names', () => {
    expect(actuals.map((actual) => `${at(actual)} ${actualSaid(actual)}`)).toEqual([
      '28 service-standard 100% 9月末',
      '29 mailing-rate 94.6% 9月末',
      '41-42 receipt-reduction-rate-combined 0.297% 上期 #21',
      '54-56 judo-frequent-share “803件／84,120件” 上期 = 803/84120',
      '67 my-number-rate “10月末に公表予定” 上期',
      '90-91 lifestyle-checkup-rate 27.4% 令和3年9月末現在',
      '93-94 employer-checkup-data-rate 2.8% 令和3年8月末現在',
      '103-105 guidance-rate 13.2% 上期 = 1320/10000',
      '114 health-declaration-offices 1158事業所 9月末現在',
      '122-125 committee-coverage-rate 50.6% 令和3年9月時点 = 253/500',
      '123 committee-coverage-rate 51.0% 年度累計',
      '147-148 single-bid-share 16.67% 令和3年9月末 = 1/6',
    ]);
  });

  it('says what its marks mean', () => {
    expect(verdicts.map(verdictSaid)).toEqual(['service-standard 達成見込み (forecast)', 'mailing-rate 達成困難 (forecast)']);
  });

  it('keeps the clauses of a case whole', () => {
    expect(targets.at(-1)?.conditions).toEqual([
      { text: '前年度において20%以下となった場合は、前年度以下とする' },
      { text: 'ただし、入札件数が4件以下の場合は一者応札件数を1件以下とする' },
    ]);
  });

  it('puts each KPI under its measure and the area of the vertical column', () => {
    const places = targets.map(({ area, measure, outline }) => `${area} ${measure} ${outline.length}`);
    expect([...new Set(places)]).toEqual([
      '基盤的保険者機能 サービス水準の向上 2',
      '基盤的保険者機能 効果的なレセプト内容点検の推進 2',
      '基盤的保険者機能 柔道整復施術療養費の照会業務の強化 2',
      '基盤的保険者機能 オンライン資格確認等の円滑な実施 2',
      '戦略的保険者機能 特定健診実施率・事業者健診データ取得率等の向上 2',
      '戦略的保険者機能 特定保健指導の実施率及び質の向上 2',
      '戦略的保険者機能 健康経営（コラボヘルス）の推進 2',
      '戦略的保険者機能 広報活動や健康保険委員を通じた加入者等の理解促進 2',
      '組織・運営体制 費用対効果を踏まえたコスト削減等 2',
    ]);
  });

  it('quotes what stands on the lines it names, and leaves no marker unread', () => {
    const printed = text.split('\n');
    for (const { source } of records) {
      const own = printed.slice(source.lineStart - 1, source.lineEnd).map((line) => line.trim());
      for (const line of source.quote.split('\n')) expect(own).toContain(line);
    }
    expect(findings).toEqual([]);
  });
});

const SERVICE = ['【KPI】', '① サービススタンダードの達成状況を100％とする', '② 現金給付等の申請に係る郵送化率を95.0％以上とする'];
const SERVICE_TARGETS = ['T service-standard = 100%', 'T mailing-rate >= 95.0%'];
const CARD = ['【KPI】', '高額療養費に占める限度額適用認定証の使用割合を86.0％以上とする'];

describe('results in a cell of their own', () => {
  it.each<[what: string, results: string[], read: string[]]>([
    ['by number', ['【KPI】', '①SS達成状況：100％（9月末）', '②郵送化率：94.6％（8月末）'], ['100% 9月末', '94.6% 8月末']],
    ['by number on one line', ['【実績】① 100％ ② 94.6％（8月末）'], ['100% 上期', '94.6% 8月末']],
    ['by name', ['【KPI】', '・郵送化率：94.6％', '・サービススタンダード：100％'], ['94.6% 上期', '100% 上期']],
    ['by place', ['【KPI】', '100％（9月末）', '94.6％（8月末）'], ['100% 9月末', '94.6% 8月末']],
    ['with a time of its own', ['＜KPI実績（9月末現在）＞', '① 100％', '② 94.6％'], ['100% 9月末現在', '94.6% 9月末現在']],
    ['under a black square', ['■実績：', '①100％', '②94.6％'], ['100% 上期', '94.6% 上期']],
    ['without any figure yet', ['【KPI】', '①集計中', '②令和３年度未提供'], ['“集計中” 上期', '“令和３年度未提供” 上期']],
    ['broken inside a bracket', ['【KPI】', '①100％（令', '和3年9月末時点）', '②94.6％'], ['100% 令和3年9月末時点', '94.6% 上期']],
    ['with the rank on the next line', ['【KPI】', '①100％', '全国1位', '②94.6％', '全国25位'], ['100% 上期 #1', '94.6% 上期 #25']],
  ])('%s', (_, results, read) => {
    const { actuals, findings } = readProgress([...SERVICE, ...results, '・窓口を減らした。']);
    expect(actuals.map((actual) => actualSaid(actual).replace(/^[a-z-]+ /, ''))).toEqual(read);
    expect(findings).toEqual([]);
  });

  it('two figures for one KPI are two results', () => {
    expect(said([...CARD, '【KPI】', '9月末：81.2％', '（年度累計 80.1％）'])).toEqual([
      'T limit-certificate-use-rate >= 86.0%',
      'A limit-certificate-use-rate 81.2% 9月末',
      'A limit-certificate-use-rate 80.1% 年度累計',
    ]);
  });

  it('what the country reached is its own result', () => {
    expect(readProgress([...CARD, '【KPI】', '81.2％（全国平均 79.9％、全国9位）']).actuals.map(actualSaid)).toEqual([
      'limit-certificate-use-rate 81.2% 上期 #9',
      '本部 limit-certificate-use-rate 79.9% 上期',
    ]);
  });

  it('the year before stands there to be compared with', () => {
    expect(readProgress([...CARD, '【KPI】', '81.2％（令和2年度 80.0％、前年同期 79.1％）']).actuals.map(actualSaid)).toEqual([
      'limit-certificate-use-rate 81.2% 上期',
    ]);
  });

  it('words answer a target that is in words', () => {
    const lines = [
      '【KPI】',
      '地域医療構想調整会議等において、医療データ等を活用した効果的な意見発信を実施する',
      '【KPI】',
      '2つの医療圏で意見を述べた',
    ];
    expect(said(lines)).toEqual(['T opinion-by-medical-data do qualitative', 'A opinion-by-medical-data “2つの医療圏で意見を述べた” 上期']);
  });

  it('columns that follow each other on the page answer in order', () => {
    const lines = [
      '事業計画 KPI実績 課題',
      'サービス水準の向上',
      ...SERVICE,
      '限度額適用認定証の利用促進',
      ...CARD,
      '【KPI】',
      '①100％',
      '②94.6％',
      '【KPI】',
      '81.2％',
    ];
    const { actuals } = readProgress(lines);
    expect(actuals.map(actualSaid)).toEqual([
      'service-standard 100% 上期',
      'mailing-rate 94.6% 上期',
      'limit-certificate-use-rate 81.2% 上期',
    ]);
  });
});

describe('results that nothing marks', () => {
  it.each<[what: string, lines: string[], read: string[]]>([
    ['the name again', [...CARD, '限度額適用認定証の使用割合', '81.2％（8月末）', '・病院を訪ねた。'], ['81.2% 8月末']],
    ['behind an arrow', [`${CARD[0]}${CARD[1]} ⇒ 81.2％（8月末）`], ['81.2% 8月末']],
    ['in brackets behind the target', [`${CARD[0]}${CARD[1]}（8月末実績 81.2％）`], ['81.2% 8月末']],
    ['beside the target, in another column', [CARD[0] ?? '', `${CARD[1]} 使用割合`, '81.2％（8月末）'], ['81.2% 8月末']],
    ['in a sentence', [...CARD, '・8月末の使用割合は81.2％となっている。'], ['81.2% 8月末']],
    ['a month in front', [...CARD, '令和3年8月：81.2％'], ['81.2% 令和3年8月']],
    ['none yet', [...CARD, '現在集計中'], ['“現在集計中” 上期']],
  ])('%s', (_, lines, read) => {
    const { actuals, findings } = readProgress(lines);
    expect(actuals.map((actual) => actualSaid(actual).replace(/^[a-z-]+ /, ''))).toEqual(read);
    expect(findings).toEqual([]);
  });

  it('prose with figures is none', () => {
    expect(said([...CARD, '・使用割合の低い28の病院を訪ねた。', '・申請書を置いた病院は前年度比120％。', '相談は月に45件ほど。'])).toEqual([
      'T limit-certificate-use-rate >= 86.0%',
      'F actual/missing',
    ]);
  });

  it('what a plan prints beside a target stays with it', () => {
    expect(said(['【KPI】', '郵送化率を95.0％以上とする（令和2年度見込み 94.1％）', '【KPI】', '94.6％'])).toEqual([
      'T mailing-rate >= 95.0% (令和2年度見込み 94.1%)',
      'A mailing-rate 94.6% 上期',
    ]);
  });
});

describe('targets and results on one line', () => {
  it.each<[line: string, read: string[]]>([
    [
      '【KPI】郵送化率 目標 95.0％以上 実績 94.6％（9月末） △',
      ['T mailing-rate >= 95.0%', 'A mailing-rate 94.6% 9月末', 'V mailing-rate 達成困難 (forecast)'],
    ],
    [
      '■KPI：郵送化率を95.0％以上とする ⇒ 実績：94.6％ 未達成',
      ['T mailing-rate >= 95.0%', 'A mailing-rate 94.6% 上期', 'V mailing-rate 未達成 (headquarters)'],
    ],
    ['【KPI】郵送化率：95.0％以上 → 入札案件なし', ['T mailing-rate >= 95.0%', 'A mailing-rate “入札案件なし” 上期']],
  ])('%s', (line, read) => {
    expect(said([line])).toEqual(read);
  });

  it('labelled, on two lines', () => {
    expect(said(['【KPI】現金給付等の申請に係る郵送化率', '目標：対前年度（94.1％）以上', '実績：94.6％（9月末）'])).toEqual([
      'T mailing-rate >= previous_year (対前年度 94.1%)',
      'A mailing-rate 94.6% 9月末',
    ]);
  });

  it('in rows under a head', () => {
    const head = '項目 KPI（目標） 上期実績 下期の取組';
    const rows = ['・サービススタンダードの達成状況 100％ 100％ 今のまま続ける', '・郵送化率 95.0％以上 94.6％（8月） 記入見本を', '配る'];
    expect(said([head, ...rows])).toEqual([
      'T service-standard = 100%',
      'A service-standard 100% 上期',
      'T mailing-rate >= 95.0%',
      'A mailing-rate 94.6% 8月',
    ]);
  });

  it('in columns side by side', () => {
    const lines = [
      '＜ＫＰＩ＞　　　　　　　　　　　　　　　　＜９月末実績＞',
      '①サービススタンダードの達成状況：１００％　　　１００％',
      '②郵送化率：９５．０％以上　　　　　　　　　　９４．６％',
    ];
    expect(said(lines)).toEqual([
      'T service-standard = 100%',
      'A service-standard 100% ９月末',
      'T mailing-rate >= 95.0%',
      'A mailing-rate 94.6% ９月末',
    ]);
  });

  it('each cell on a line of its own, the head too', () => {
    const head = ['具体的施策', 'KPI', '上期実績', '進捗'];
    const rows = ['サービス水準の向上', '①サービススタンダードの達成状況：100％', '①100％', '○', '②郵送化率：95.0％以上', '②94.6％', '△'];
    const more = ['被扶養者資格の再確認の徹底', '被扶養者資格の確認対象事業所からの確認書の提出率：93.4％以上', '（未実施）', '－'];
    const sheet = readProgress([...head, ...rows, ...more]);
    expect(said([...head, ...rows, ...more])).toEqual([
      'T service-standard = 100%',
      'A service-standard 100% 上期',
      'V service-standard 達成見込み (forecast)',
      'T mailing-rate >= 95.0%',
      'A mailing-rate 94.6% 上期',
      'V mailing-rate 達成困難 (forecast)',
      'T dependant-check-submission-rate >= 93.4%',
      'A dependant-check-submission-rate “（未実施）” 上期',
    ]);
    expect(sheet.targets.map(({ measure }) => measure)).toEqual(['サービス水準の向上', 'サービス水準の向上', '被扶養者資格の再確認の徹底']);
  });

  it('in a table of Markdown', () => {
    const table = [
      '| 具体的施策 | KPI | 目標値 | 実績（9月末） | 達成状況 |',
      '|---|---|---|---|---|',
      '| サービス水準の向上 | 郵送化率 | 95.0％以上 | 94.6％ | △ |',
    ];
    expect(said(table)).toEqual(['T mailing-rate >= 95.0%', 'A mailing-rate 94.6% 9月末', 'V mailing-rate 達成困難 (forecast)']);
  });
});

describe('when the figures are taken', () => {
  it.each([
    ['令和3年度上期 事業計画の進捗状況（熊本支部）', '上期'],
    ['令和3年度 熊本支部事業計画の実施状況（令和3年12月末現在）', '令和3年12月末現在'],
    ['令和3年度 第3四半期 KPIの進捗状況 協会けんぽ熊本支部', '第3四半期'],
    ['令和3年度下期の各グループの進捗状況（熊本支部）', '下期'],
    ['令和3年度 事業計画の実施状況（熊本支部）', null],
  ])('%s', (title, asOf) => {
    const { family, actuals } = readProgress([title, ...CARD, '【KPI】', '81.2％'].join('\n'));
    expect([family, actuals.map((actual) => actual.asOf)]).toEqual(['progress', [asOf]]);
  });

  it('the head of the column comes before the title', () => {
    expect(readProgress(['具体的施策 KPI KPI実績（10月末） 課題', ...CARD, '【KPI】', '81.2％']).actuals[0]?.asOf).toBe('10月末');
  });
});

describe('what extraction does to a sheet', () => {
  const AREA = ['①', ...'基盤的保険者機能関係'];
  const place = (lines: readonly string[]) =>
    readProgress(lines).targets.map(({ area, measure, outline }) => [area, measure, outline.length]);
  const HEAD = '事業計画 実施状況とKPI実績 課題・計画';
  const MEASURE = '限度額適用認定証の利用促進';

  it.each<[what: string, lines: string[]]>([
    ['the area in one column of characters', [HEAD, ...AREA, MEASURE, ...CARD]],
    ['the area in three parts', [HEAD, '①基盤的', '保険者機', '能関係', MEASURE, ...CARD]],
    ['the area behind its rows', [HEAD, MEASURE, ...CARD, '【KPI】', '81.2％', ...AREA]],
    ['the area in brackets', [HEAD, '【基盤的保険者機能関係】', MEASURE, ...CARD]],
    ['a numbered measure', [HEAD, ...AREA, `（３）${MEASURE}`, ...CARD]],
    ['a measure over two lines', [HEAD, ...AREA, '限度額適用認定証', 'の利用促進', ...CARD]],
    ['a measure right behind prose', [HEAD, ...AREA, '・窓口を減らす', '計画である', MEASURE, ...CARD]],
    ['the marker behind the measure', [HEAD, ...AREA, `${MEASURE} ${CARD[0]}`, CARD[1] ?? '']],
  ])('%s', (_, lines) => {
    expect(place(lines)).toEqual([['基盤的保険者機能', MEASURE, 2]]);
  });

  it('a list of headings stands between the measure and its KPI', () => {
    const lines = [
      HEAD,
      '②戦略的保険者機能関係',
      '医療費の適正化に向けた地域への働き',
      'かけ',
      '',
      'Ⅰ）体制の確保',
      'Ⅱ）データの分析',
      ...CARD,
    ];
    expect(readProgress(lines).targets[0]?.measure).toBe('医療費の適正化に向けた地域への働きかけ');
  });

  it('narrow columns break a target over many lines', () => {
    const lines = [
      '【KPI】',
      '柔道整復施術療養',
      '費の申請に占める',
      '、施術箇所3部位',
      '以上、かつ月15',
      '日以上の施術の申',
      '請の割合：対前年',
      '度（0.98％）以下',
    ];
    expect(said([...lines, '【KPI】', '0.94％'])).toEqual([
      'T judo-frequent-share <= previous_year (対前年度 0.98%)',
      'A judo-frequent-share 0.94% 上期',
    ]);
  });

  it('a KPI that is not set is none; a marker that says nothing is not passed over', () => {
    expect(said(['【KPI】', '設定なし', '・窓口を減らした。'])).toEqual(['F document/no-target']);
    expect(said([...CARD, '【KPI】', '窓口を減らし、郵送を案内した。'])).toEqual([
      'T limit-certificate-use-rate >= 86.0%',
      'F actual/missing',
      'F actual/unread',
    ]);
  });

  it('a list that repeats the KPIs repeats them', () => {
    const { targets } = readProgress([...CARD, '【KPI】', '81.2％', 'KPIの状況', ...CARD, '【KPI】', '81.2％']);
    expect(targets.map((target) => target.duplicateOf)).toEqual([null, targets[0]?.id]);
  });

  it('takes time that is linear in the text', { timeout: 60_000 }, () => {
    for (const unit of ['基\n', '率 1%\n', '（9月末\n', '【KPI】\n', '使用割合\n', '・使用 1件\n', '【KPI】\n率を9％以上とする\n']) {
      const time = (count: number) => {
        const from = performance.now();
        readProgress([...SERVICE, unit.repeat(count)]);
        return performance.now() - from;
      };
      time(200);
      // Eight times the text; in the square it would take 64 times as long.
      expect(time(1600)).toBeLessThan(30 * Math.max(time(200), 10));
    }
  });
});

it('every target is said, whatever follows it', () => {
  expect(readProgress([...SERVICE, '【KPI】', '①100％']).findings.map(({ rule }) => rule)).toEqual(['actual/missing']);
  expect(readProgress(SERVICE).targets.map((target) => `T ${targetSaid(target)}`)).toEqual(SERVICE_TARGETS);
});
