import { describe, expect, it } from 'vitest';
import type { Actual, Rating, Target, Verdict } from '../../src/model/index.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';
import { actualSaid, targetSaid, verdictSaid } from './said.ts';

/** Reads a paper whose family is told from its content. */
function read(lines: readonly string[], name: string) {
  const { family, records } = readPaper(documentFromText(name, lines.join('\n')), { catalog: createCatalog() });
  const of = <T>(type: string) => records.filter((record) => record.type === type) as T[];
  return {
    family,
    said: [...of<Target>('target').map(targetSaid), ...of<Actual>('actual').map(actualSaid), ...of<Verdict>('verdict').map(verdictSaid)],
    measures: [...new Set(of<Target>('target').map(({ measure }) => measure))],
    ratings: of<Rating>('rating').map(({ fiscalYear, measure, grade, rubric, difficulty }) => [
      fiscalYear,
      measure,
      grade,
      rubric,
      difficulty,
    ]),
    findings: of<{ rule: string }>('finding').map(({ rule }) => rule),
  };
}

describe('tables of KPIs in papers of other families', () => {
  it('a results report: the table stands for KPI目標 and KPI結果 of its measure', () => {
    expect(
      read(
        [
          '# 令和5年度 鹿児島支部事業実施結果報告について',
          '## 業務グループ《基盤的保険者機能強化》',
          '### ②サービス水準の向上',
          '| KPI | 目標値 | 結果 | 達成状況 |',
          '|---|---|---|---|',
          '| ①サービススタンダードの達成状況<br>②郵送化率 | ①100%<br>②96.0％以上 | ①100%<br>②93.3% | ①達成<br>②未達成 |',
          '自己評価',
          '受付の仕方を毎月見直した。 B',
          '### ③限度額適用認定証の利用促進',
          'KPI目標 設定なし KPI結果 －',
          '自己評価 A',
        ],
        'results.md',
      ),
    ).toEqual({
      family: 'results',
      said: [
        '鹿児島 2023 ①サービススタンダードの達成状況 = 100%',
        '鹿児島 2023 ②郵送化率 >= 96.0%',
        '鹿児島 2023 サービススタンダードの達成状況 100%',
        '鹿児島 2023 郵送化率 93.3%',
        '鹿児島 2023 サービススタンダードの達成状況 達成 (headquarters)',
        '鹿児島 2023 郵送化率 未達成 (headquarters)',
      ],
      measures: ['サービス水準の向上'],
      ratings: [
        [2023, 'サービス水準の向上', 'B', 'branch', undefined],
        [2023, '限度額適用認定証の利用促進', 'A', 'branch', undefined],
      ],
      findings: [],
    });
  });

  it('an evaluation sheet in aligned columns: KPI 数値, 対計画値, and grades with 困難度', () => {
    expect(
      read(
        [
          '令和6年度 全国健康保険協会 業績評価シート',
          '',
          '2．戦略的保険者機能の一層の発揮',
          '',
          '③特定保健指導実施率及び質の向上',
          '',
          '【KPI 実績】',
          'KPI                                              KPI 数値   結果     対計画値',
          '被保険者の特定保健指導実施率を 32.0%以上とする   32.0%      30.8%    96.3%',
          '',
          '【自己評価】',
          '令和6年度評価項目                  重要度   困難度   評価方法   令和6年度自己評価   令和5年度最終評価',
          '③特定保健指導実施率及び質の向上   高       高       定量       B                   C',
        ],
        'sheet.txt',
      ),
    ).toEqual({
      family: 'annual',
      said: ['本部 2024 被保険者の特定保健指導実施率 >= 32.0%', '本部 2024 被保険者の特定保健指導実施率 30.8%, 96.3%'],
      measures: ['特定保健指導実施率及び質の向上'],
      ratings: [
        [2024, '特定保健指導実施率及び質の向上', 'B', 'iaa', '高'],
        [2023, '特定保健指導実施率及び質の向上', 'C', 'iaa', '高'],
      ],
      findings: [],
    });
  });
});
