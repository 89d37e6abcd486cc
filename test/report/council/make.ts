import { BRANCH } from '../../../src/catalog/rubrics/branch.ts';
import { createCatalog } from '../../../src/normalize/catalog.ts';
import { readPaper } from '../../../src/normalize/paper.ts';
import type { CouncilData } from '../../../src/report/council/data.ts';
import { score } from '../../../src/score/score.ts';
import { trends } from '../../../src/score/trend.ts';
import { documentFromText } from '../../../src/source/text.ts';

const catalog = createCatalog();

/** The report of one plan, read and scored without any results. */
export function reportOf(...lines: readonly string[]): CouncilData {
  const text = ['令和3年度 事業計画（熊本支部）', '', '１．基盤的保険者機能関係', '（１）サービス水準の向上', ...lines].join('\n');
  const document = documentFromText('plan.txt', text);
  const { records } = readPaper(document, { catalog });
  const targets = records.filter((record) => record.type === 'target');
  const scores = [score({ branch: '熊本', fiscalYear: 2021, targets, actuals: [], efforts: [], rubric: BRANCH, catalog })];
  return {
    fiscalYear: 2021,
    madeOn: '2022-07-01',
    version: '0.1.0',
    rubric: 'branch',
    scores,
    targets,
    trends: trends({ branch: '熊本', scores, actuals: [], catalog }),
    comparisons: [],
    findings: records.filter((record) => record.type === 'finding'),
    originals: [{ name: 'plan.txt', pages: document.pages, records }],
  };
}
