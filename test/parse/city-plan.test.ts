import { describe, expect, test } from 'vitest';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';

/** Reads lines as a progress report of a city's plan of several years. */
function said(lines: readonly string[]): string[] {
  const text = ['令和５年度 総合計画 事業実績報告書', '', '施策１－１ 健康づくりの推進', '', ...lines].join('\n');
  return readPaper(documentFromText('city.txt', text), { catalog: createCatalog(), branch: '本部' }).records.flatMap((record) => {
    switch (record.type) {
      case 'target':
        return [
          `T ${record.fiscalYear} ${record.name} ${record.value} (${record.baselines.map(({ label, value }) => `${label} ${value}`)})`,
        ];
      case 'actual':
        return [`A ${record.fiscalYear} ${record.name} ${record.value}`];
      case 'verdict':
        return [`V ${record.fiscalYear} ${record.name} ${record.verdict} ${record.rubric}`];
      default:
        return record.type === 'finding' && record.rule !== 'indicator/unknown' ? [record.rule] : [];
    }
  });
}

const HEAD = ' 成果指標 基準値 目標値 実績値 達成状況';
const YEARS = ' （令和元年度） （令和７年度） （令和５年度）';

describe('基準値 → 目標値 → 実績値, each of a year of its own', () => {
  test('the years on a second line of the head, judged by progress or by the target', () => {
    expect(said([HEAD, YEARS, 'がん検診受診率 12.5％ 25.0％ 13.9％ 遅れ', '救急搬送の平均時間 41.2分 38.0分以下 37.5分 達成'])).toEqual([
      'T 2025 がん検診受診率 25.0 (基準値（令和元年度） 12.5)',
      'A 2023 がん検診受診率 13.9',
      'V 2023 がん検診受診率 遅れ forecast',
      'T 2025 救急搬送の平均時間 38.0 (基準値（令和元年度） 41.2)',
      'A 2023 救急搬送の平均時間 37.5',
      'V 2023 救急搬送の平均時間 達成 headquarters',
    ]);
  });

  test('the years in the head itself', () => {
    const head = '成果指標 基準値（令和元年度） 目標値（令和７年度） 実績値（令和５年度） 達成状況';
    expect(said([head, 'がん検診受診率 12.5％ 25.0％ 13.9％ やや遅れ'])).toEqual([
      'T 2025 がん検診受診率 25.0 (基準値(令和元年度) 12.5)',
      'A 2023 がん検診受診率 13.9',
      'V 2023 がん検診受診率 やや遅れ forecast',
    ]);
  });

  test('a verdict in a word that is not known ends its row all the same, and is said', () => {
    expect(said([HEAD, 'がん検診受診率 12.5％ 25.0％ 13.9％ 検討中', '健康寿命 79.8歳 81.0歳 80.4歳 順調'])).toEqual([
      'T 2023 がん検診受診率 25.0 (基準値 12.5)',
      'A 2023 がん検診受診率 13.9',
      'actual/unread',
      'T 2023 健康寿命 81.0 (基準値 79.8)',
      'A 2023 健康寿命 80.4',
      'V 2023 健康寿命 順調 forecast',
    ]);
  });
});
