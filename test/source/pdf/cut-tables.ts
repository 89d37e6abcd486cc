import type { Table } from './layouts.ts';
import { LAID, type Laid } from './tables.ts';

/** A sheet whose cells hold prose and, below a marker, what is to be read. */
const SHEET: readonly (string | Table)[] = [
  '令和3年度上期 事業計画の進捗状況（熊本支部）',
  {
    head: ['事業計画', '実施状況とKPI実績', '課題・計画'],
    widths: [42, 33, 25],
    rows: [
      ['サービス水準の向上', '', ''],
      [
        '【KPI】\n① サービススタンダードの達成状況を100％とする\n② 現金給付等の申請に係る郵送化率を95.0％以上とする',
        '・毎朝の打合せで確かめ、遅れを翌日に持ち越さなかった。\n【KPI】\n①SS達成状況：100％（9月末）\n②郵送化率：94.6％（9月末）',
        '・記入見本を作り直し、事業所へ配る。',
      ],
      ['コラボヘルスの推進', '', ''],
      [
        '【KPI】\n① 健康宣言事業所数を1,200事業所以上とする',
        '・便りを送った。\n【KPI】\n①健康宣言事業所数：1,158事業所（9月末）',
        '・次の取組みを選ぶ。',
      ],
    ],
  },
];
const SHEET_SAID = [
  'サービス水準の向上: サービススタンダードの達成状況 = 100%',
  'サービス水準の向上: 現金給付等の申請に係る郵送化率 >= 95.0%',
  'コラボヘルスの推進: 健康宣言事業所数 >= 1200事業所',
  'SS達成状況 100%',
  '郵送化率 94.6%',
  '健康宣言事業所数 1158事業所',
];

/** A plan whose table lays out prose, over pages that cut its cells wherever they end. */
const PROSE: readonly (string | Table)[] = [
  '令和3年度 事業計画（熊本支部）',
  {
    head: ['分野', '具体的施策等'],
    widths: [22, 78],
    rows: [
      [
        '１．基盤的保険者機能関係',
        '１－１．サービス水準の向上\n① 申請の受付から振込みまでの日数を毎週の打合せで確かめ、遅れを翌週に持ち越さない。\n■ KPI：① サービススタンダードの達成状況を 100％とする\n② 現金給付等の申請に係る郵送化率を 95.0％以上とする\n１－２．柔道整復施術療養費の照会業務の強化\n部位と日数の多い申請について加入者へ文書で尋ね、回答の内容を記録に残す。\n■ KPI：柔道整復施術療養費の申請に占める、施術箇所３部位以上、かつ月15日以上の施術の申請の割合について対前年度以下とする',
      ],
      [
        '２．戦略的保険者機能関係',
        '２－１．コラボヘルスの推進\n宣言をした事業所へ半年ごとに結果の便りを送り、次の取組みを一緒に選ぶ。\n■ KPI：健康宣言事業所数を 1,800事業所以上とする',
      ],
    ],
  },
];
const PROSE_SAID = [
  'サービス水準の向上: サービススタンダードの達成状況 = 100%',
  'サービス水準の向上: 現金給付等の申請に係る郵送化率 >= 95.0%',
  '柔道整復施術療養費の照会業務の強化: 柔道整復施術療養費の申請に占める、施術箇所３部位以上、かつ月15日以上の施術の申請の割合 <= previous_year',
  'コラボヘルスの推進: 健康宣言事業所数 >= 1800事業所',
];

/** Tables whose rows are cut by the pages that they stand on, and what they say. */
export const CUT_TABLES: Readonly<Record<string, Laid>> = {
  plan: LAID.plan,
  progress: LAID.progress,
  annual: LAID.annual,
  sheet: { parts: SHEET, said: SHEET_SAID },
  prose: { parts: PROSE, said: PROSE_SAID },
};
