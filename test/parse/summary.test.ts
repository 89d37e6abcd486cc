import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSummary, targetSaid, verdictSaid } from './said.ts';

const FIXTURE = new URL('../../fixtures/summary-2024.md', import.meta.url);
const COMBINED = '協会のレセプト点検査定率（基金合算）';

describe('a plan summary', () => {
  const { text, family, targets, verdicts, changes, findings, records } = readSummary(readFileSync(FIXTURE, 'utf8'));

  it('reads each row as three targets, of the organisation and year in the head, under its measure', () => {
    expect(family).toBe('summary');
    const rows = targets.map((target) => [target.source.lineStart, targetSaid(target), target.indicator, target.area, target.measure]);
    const under = (line: number, area: string, measure: string, ...said: [said: string, indicator: string][]) =>
      said.map(([words, indicator]) => [line, words, indicator, area, measure]);
    const each = (indicator: string, ...said: string[]) => said.map((words): [string, string] => [words, indicator]);
    expect(rows).toEqual([
      ...under(
        25,
        '基盤的保険者機能',
        'サービス水準の向上',
        ...each(
          'service-standard',
          '本部 2026 サービススタンダード達成状況 = 100%',
          '熊本 2024 サービススタンダード達成状況 = 100%',
          '熊本 2023 サービススタンダード達成状況 = 100%',
        ),
      ),
      ...under(
        26,
        '基盤的保険者機能',
        'サービス水準の向上',
        ...each(
          'mailing-rate',
          '本部 2026 申請書郵送化率 >= previous_year',
          '熊本 2024 申請書郵送化率 >= previous_year',
          '熊本 2023 申請書郵送化率 = 96.0%',
        ),
      ),
      ...under(
        57,
        '基盤的保険者機能',
        'レセプト点検の精度向上',
        ['本部 2026 協会のレセプト点検査定率 >= previous_year', 'receipt-reduction-rate-own'],
        ['熊本 2024 協会のレセプト点検査定率 >= previous_year', 'receipt-reduction-rate-own'],
        // The remark of the cell says which rate its figure is.
        [`熊本 2023 ${COMBINED} = 0.376%`, 'receipt-reduction-rate-combined'],
      ),
      ...under(
        58,
        '基盤的保険者機能',
        '債権管理・回収と返納金債権発生防止の強化',
        // Redefined from R6 on, as the changes below the table say.
        ['本部 2026 返納金債権回収率 >= previous_year', 'claim-recovery-rate-all-causes'],
        ['熊本 2024 返納金債権回収率 >= previous_year', 'claim-recovery-rate-all-causes'],
        ['熊本 2023 返納金債権回収率 = 62.49%', 'claim-recovery-rate'],
      ),
      ...under(
        91,
        '戦略的保険者機能',
        '特定健診実施率・事業者健診データ取得率等の向上',
        ...each(
          'lifestyle-checkup-rate',
          '本部 2026 生活習慣病予防健診 = 64.8%',
          '熊本 2024 生活習慣病予防健診 = 68.2%',
          '熊本 2023 生活習慣病予防健診 = 66.5%',
        ),
      ),
      ...under(
        93,
        '戦略的保険者機能',
        'コラボヘルスの推進',
        ...each(
          'health-declaration-offices',
          '本部 2026 健康宣言事業所数 = 110000事業所',
          '熊本 2024 健康宣言事業所数 = 2930事業所',
          '熊本 2023 健康宣言事業所数 = 2080事業所',
        ),
      ),
      ...under(
        106,
        '組織・運営体制',
        '費用対効果を踏まえたコスト削減等',
        ...each(
          'single-bid-share',
          '本部 2026 競争入札の一者応札割合 <= 15%',
          '熊本 2024 競争入札の一者応札割合 <= 15%',
          '熊本 2023 競争入札の一者応札割合 <= 20%',
        ),
      ),
    ]);
  });

  it('reads the state of the year under way as forecasts, with words or bare marks, also where they wrap', () => {
    expect(verdicts.map((verdict) => [verdict.source.lineStart, verdictSaid(verdict), verdict.indicator])).toEqual([
      [25, '熊本 2023 サービススタンダード達成状況 達成見込み (forecast)', 'service-standard'],
      [26, '熊本 2023 申請書郵送化率 達成困難 (forecast)', 'mailing-rate'],
      [57, `熊本 2023 ${COMBINED} 達成見込み (forecast)`, 'receipt-reduction-rate-combined'],
      [58, '熊本 2023 返納金債権回収率 達成困難 (forecast)', 'claim-recovery-rate'],
      [91, '熊本 2023 生活習慣病予防健診 達成見込み (forecast)', 'lifestyle-checkup-rate'],
      [93, '熊本 2023 健康宣言事業所数 達成済み (forecast)', 'health-declaration-offices'],
      [106, '熊本 2023 競争入札の一者応札割合 達成見込み (forecast)', 'single-bid-share'],
    ]);
  });

  it('reads what was changed, each with its statements as printed', () => {
    expect(changes.map(({ kind, name, from, to, source }) => [kind, name, from, to, source.lineStart, source.lineEnd])).toEqual([
      ['changed', '申請書の郵送化率', '申請書の郵送化率を96.0%以上とする', '申請書の郵送化率を対前年度以上とする', 32, 34],
      ['deleted', '確認対象事業所からの確認書の提出率', null, null, 39, 40],
      [
        'changed',
        '協会のレセプト点検の査定率',
        '社会保険診療報酬支払基金と合算したレセプト点検の査定率（※）について対前年度以上とする。',
        '協会のレセプト点検の査定率（※）について前年度以上とする。',
        64,
        67,
      ],
      [
        'changed',
        '返納金債権（診療報酬返還金（不当請求）を除く。）の回収率',
        '返納金債権（資格喪失後受診に係るものに限る。）の回収率を対前年度以上とする。',
        '返納金債権（診療報酬返還金（不当請求）を除く。）の回収率を前年度以上とする。',
        73,
        76,
      ],
    ]);
  });

  it('leaves nothing unread: a heading with 【KPI：①】 announces no statement', () => {
    expect(findings).toEqual([]);
  });

  it('traces every record to its lines', () => {
    const lines = text.split('\n');
    for (const { source } of records) {
      const printed = lines.slice(source.lineStart - 1, source.lineEnd).map((line) => line.trim());
      for (const line of source.quote.split('\n')) expect(printed).toContain(line);
    }
  });
});

describe('what cannot be read in a plan summary is said', () => {
  it.each([
    ['a title without a table', ['KPIまとめ', '', '（後日掲載）'], 'KPIまとめ'],
    [
      'a cell that is no target',
      ['項目\tR8KPI 協会全体\tR6KPI 熊本支部', '郵送化率\t前年度以上\t検討中のため後日示す'],
      '郵送化率\t前年度以上\t検討中のため後日示す',
    ],
    [
      'a change of one statement only',
      ['R5年度からの主な変更点', '', '1-5. レセプト点検の精度向上【KPI：①】', '', '査定率について前年度以上とする。'],
      '査定率について前年度以上とする。',
    ],
  ])('%s', (_, lines, quote) => {
    const { findings } = readSummary(lines);
    expect(findings.map(({ rule, source }) => [rule, source.quote])).toEqual([['target/unread', quote]]);
  });

  it('a verdict in other words', () => {
    const { findings } = readSummary(['項目\tR6KPI 熊本支部\tR5達成状況', '郵送化率\t前年度以上\t順調に推移']);
    expect(findings.map(({ rule, source }) => [rule, source.quote])).toEqual([['actual/unread', '郵送化率\t前年度以上\t順調に推移']]);
  });
});
