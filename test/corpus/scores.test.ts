import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RUBRICS } from '../../src/catalog/rubrics/index.ts';
import type { KpiRecord, Rubric } from '../../src/model/index.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { score } from '../../src/score/score.ts';
import { documentFromText } from '../../src/source/text.ts';

const FOLDER = process.env.KPI_CORPUS ?? '../shared/corpus';
const catalog = createCatalog();

/** Scores a year from what the report itself prints: targets and results, without any typing. */
function scoreReport(file: string, branch: string, fiscalYear: number, rubricId: string) {
  const path = join(FOLDER, file);
  const { records } = readPaper(documentFromText(file, readFileSync(path, 'utf8')), { catalog });
  const of = <Type extends KpiRecord['type']>(type: Type) =>
    records.filter((record): record is Extract<KpiRecord, { type: Type }> => record.type === type);
  const rubric = RUBRICS.find(({ id }) => id === rubricId) as Rubric;
  const [targets, actuals, ratings, verdicts] = [of('target'), of('actual'), of('rating'), of('verdict')];
  return score({ branch, fiscalYear, targets, actuals, efforts: [], ratings, verdicts, rubric, catalog });
}

const skipped = !existsSync(join(FOLDER, 'report-2020-national.txt'));

describe.skipIf(skipped)(`published verdicts and grades, reproduced (skipped without ${FOLDER})`, () => {
  it('gives the 21 verdicts of the FY2020 annual report, row by row, and its count 6 / 5 / 10', () => {
    const { kpis, summary } = scoreReport('report-2020-national.txt', '本部', 2020, 'headquarters');
    expect(kpis.map(({ name, verdict }) => [name, verdict])).toEqual(kpis.map(({ name, published }) => [name, published]));
    expect(kpis).toHaveLength(21);
    expect(summary.verdicts).toEqual({ 達成: 6, 概ね達成: 5, 未達成: 10 });
  });

  it('finds each published grade of the FY2023 results report among those possible', () => {
    const { measures } = scoreReport('results-2023-kagoshima.txt', '鹿児島', 2023, 'branch');
    expect(measures).toHaveLength(13);
    expect(measures.filter(({ published, possible }) => published === null || !possible.includes(published))).toEqual([]);
  });

  it('says so where the published grade is the only one possible', () => {
    const { measures } = scoreReport('results-2023-kagoshima.txt', '鹿児島', 2023, 'branch');
    const only = measures.filter(({ reasons }) => reasons.some(({ en }) => en.includes('is the only one possible')));
    // 0.82 % against 対前年度（0.82％）以下: met, and no growth.
    expect(only.map(({ measure, published }) => [measure, published])).toEqual([['現金給付の適正化の推進', 'A']]);
  });
});
