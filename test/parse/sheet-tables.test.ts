import { describe, expect, it } from 'vitest';
import { said } from './progress-said.ts';

/** Without the names that the catalog does not know. */
const records = (...lines: string[]) => said(lines).filter((line) => line !== 'F indicator/unknown');

const SERVICE = ['T service-standard = 100%', 'T mailing-rate >= 95.0%', 'A service-standard 100% 9月末', 'A mailing-rate 94.6% 9月末'];

describe('a sheet whose table keeps its columns', () => {
  const cases: [what: string, lines: string[], records: string[]][] = [
    [
      'targets and results among other words, in Markdown',
      [
        '| 事業計画 | 実施状況とKPI実績 | 課題・計画 |',
        '|---|---|---|',
        '| サービス水準の向上<br>【KPI】① サービススタンダードの達成状況を100％とする ② 郵送化率を95.0％以上とする | 【KPI】① 100％（9月末） ② 94.6％（9月末）<br>・窓口で案内した | ・引き続き案内する |',
        '| 保健指導<br>【KPI】特定保健指導実施率を31.0％以上とする | ・訪問を増やした<br>【KPI】13.2％（全国21位） | ・研修を行う |',
      ],
      [...SERVICE, 'T guidance-rate >= 31.0%', 'A guidance-rate 13.2% 上期 #21'],
    ],
    [
      'the same in aligned columns',
      [
        '事業計画                                     実施状況とKPI実績                     課題・計画',
        '',
        'サービス水準の向上                           【KPI】                               ・引き続き郵送による提出を',
        '【KPI】                                      ① 100％（9月末）                       案内する',
        '① サービススタンダードの達成状況を           ② 94.6％（9月末）',
        '100％とする                                  ・窓口で案内した',
        '② 郵送化率を95.0％以上とする',
        '',
        '保健指導                                     【KPI】                               ・研修を行う',
        '【KPI】                                      13.2％（全国21位）',
        '特定保健指導実施率を31.0％',
        '以上とする',
      ],
      // In the order of their lines: a result may stand above the target that it answers.
      [
        'A service-standard 100% 9月末',
        'T service-standard = 100%',
        'A mailing-rate 94.6% 9月末',
        'T mailing-rate >= 95.0%',
        'A guidance-rate 13.2% 上期 #21',
        'T guidance-rate >= 31.0%',
      ],
    ],
    [
      'a column for the KPIs and one for the results, wrapped in several cells of a row',
      [
        '施策              KPI                              上期実績                     下期の取組',
        '健診受診率の      ① 生活習慣病予防健診実施率       ① 30.2％（9月末）            ・未受診事業所への',
        '向上              を61.0％以上とする                                             勧奨',
        '                  ② 事業者健診データ取得率         ② 3.5％（9月末）             ・データ提供の依頼',
        '                  を9.5％以上とする',
        '',
        '広報              SNSを活用した情報発信を          LINE公式アカウントを         ・動画の作成',
        '                  実施する                         開設し毎月発信',
      ],
      [
        'T lifestyle-checkup-rate >= 61.0%',
        'A lifestyle-checkup-rate 30.2% 9月末',
        'T employer-checkup-data-rate >= 9.5%',
        'A employer-checkup-data-rate 3.5% 9月末',
        'T SNSを活用した情報発信を実施する do qualitative',
        'A SNSを活用した情報発信を実施する “LINE公式アカウントを開設し毎月発信” 上期',
      ],
    ],
    [
      'a row on each line',
      [
        '施策                         KPI                                   上期実績',
        'サービス水準の向上           サービススタンダードの達成状況100％     99.9%',
        '                             郵送化率を95.0％以上とする              94.1%（9月末）',
        'コラボヘルスの推進           健康宣言事業所数を1,200事業所以上とする 1,158事業所',
      ],
      [
        'T service-standard = 100%',
        'A service-standard 99.9% 上期',
        'T mailing-rate >= 95.0%',
        'A mailing-rate 94.1% 9月末',
        'T health-declaration-offices >= 1200事業所',
        'A health-declaration-offices 1158事業所 上期',
      ],
    ],
    [
      'parts under one name',
      [
        '| 施策 | KPI | 上期実績 |',
        '|---|---|---|',
        '| 指導 | 特定保健指導実施率<br>被保険者 24.0％以上<br>被扶養者 10.0％以上 | 被保険者 15.9％<br>被扶養者 6.1％ |',
      ],
      [
        'T insured-guidance-rate >= 24.0%',
        'T dependant-guidance-rate >= 10.0%',
        'A insured-guidance-rate 15.9% 上期',
        'A dependant-guidance-rate 6.1% 上期',
      ],
    ],
    [
      'another year beside the figure is that year’s',
      [
        '| KPI | 実績（9月末） |',
        '|---|---|',
        '| ジェネリック医薬品使用割合を対前年度以上とする | 84.1％（8月診療分、前年度末 82.9％） |',
        '| 禁煙啓発セミナーを年3回開催する | 2回（6月、9月） |',
      ],
      [
        'T generic-medicine-share >= previous_year',
        'A generic-medicine-share 84.1% 8月診療分',
        'A generic-medicine-share 82.9% 前年度末',
        'T 禁煙啓発セミナー = 3回',
        'A 禁煙啓発セミナー 2回 9月末',
      ],
    ],
  ];
  it.each(cases)('%s', (_, lines, expected) => {
    expect(records('戦略的保険者機能関係', ...lines)).toEqual(expected);
  });

  it('in running text under 実施状況: sentences, counts among words, what is still to come', () => {
    expect(
      records(
        '≪KPI≫',
        '確認書の提出率を92.7％以上とする',
        '≪実施状況≫',
        '・10月下旬に送付予定',
        '≪KPI≫',
        '健康保険委員が委嘱されている事業所の被保険者数の割合を41％以上とする',
        '≪実施状況≫',
        '・委嘱割合は40.6％であり、目標を0.4ポイント下回っている（8月末）',
        '≪KPI≫',
        '一般競争入札に占める一者応札案件の割合について、20％以下とする',
        '≪実施状況≫',
        '・一般競争入札8件のうち一者応札1件（12.5％）',
      ),
    ).toEqual([
      'T 確認書の提出率 >= 92.7%',
      'A 確認書の提出率 “10月下旬に送付予定” 上期',
      'T committee-coverage-rate >= 41%',
      'A committee-coverage-rate 40.6% 8月末',
      'T single-bid-share <= 20%',
      'A single-bid-share 12.5% 上期 = 1/8',
    ]);
  });

  it('of another body: the plan’s figures of the year, the mean of three years, a rise where a reduction was the target', () => {
    expect(
      records(
        '| No. | 評価項目 | 指標 | 年度計画値 | 上期実績値 | 進捗率 |',
        '|---|---|---|---|---|---|',
        '| 1 | 相談対応 | 相談件数 | 12,000件 | 6,480件 | 54.0% |',
        '| 2 | 施設 | エネルギー使用量 | 前年度比1％以上削減 | 0.4％増加 | － |',
        '| 3 | 広報 | アクセス数 | 過去3年度の平均値以上（210,345件） | 118,220件 | 56.2% |',
      ),
    ).toEqual([
      'T 相談件数 = 12000件',
      'A 相談件数 6480件 上期',
      'T エネルギー使用量の前年度比削減率 >= 1%',
      'A エネルギー使用量の前年度比削減率 -0.4% 上期',
      'T アクセス数 >= mean_of_3y (目標値 210345件)',
      'A アクセス数 118220件 上期',
    ]);
  });

  it.each([
    ['a cell without an end', `| 施策 | ${'郵送化率を高める。'.repeat(20_000)} | ${'1％。'.repeat(20_000)} |`],
    [
      'many cells',
      Array.from({ length: 800 }, () => '| 施策 | 郵送化率を95％以上とする<br>健診を実施する | 94％（9月末）<br>実施した |').join('\n'),
    ],
    ['lines without a blank one', Array.from({ length: 2000 }, () => '施策   郵送化率を    94％').join('\n')],
  ])(
    'a hostile table of %s is read in time',
    (_, body) => {
      const start = performance.now();
      records('| 施策 | KPI | 上期実績 |', '|---|---|---|', body, '', '施策   KPI   上期実績', body);
      expect(performance.now() - start).toBeLessThan(10_000);
    },
    20_000,
  );

  it('counts beside a result are not those of the country’s rate', () => {
    expect(
      records(
        '【KPI】生活習慣病予防健診実施率を63.0％以上とする',
        '【実績】',
        '対象者数 205,000人',
        '実施者数 61,500人',
        '実施率 30.0％',
        '全国実施率 30.0％',
      ),
    ).toEqual([
      'T lifestyle-checkup-rate >= 63.0%',
      'A lifestyle-checkup-rate 30.0% 上期 = 61500/205000',
      'A 本部 lifestyle-checkup-rate 30.0% 上期',
    ]);
  });

  it('in running text: two results on a line, and a time beside the figure of the year before', () => {
    expect(
      records(
        '【KPI】① 郵送化率を95.0％以上とする',
        '② 健診実施率を62％以上とする',
        '【実績】① 94.6％（9月末、前年度 95.9％） ② R3.9：31.2％　○達成見込み',
      ),
    ).toEqual([
      'T mailing-rate >= 95.0%',
      'T checkup-rate >= 62%',
      'A mailing-rate 94.6% 9月末',
      'A checkup-rate 31.2% R3.9',
      'V checkup-rate 達成見込み (forecast)',
    ]);
  });
});
