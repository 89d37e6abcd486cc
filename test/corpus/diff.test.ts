import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { diff } from '../../src/score/diff.ts';
import { documentFromText } from '../../src/source/text.ts';

const FOLDER = process.env.KPI_CORPUS ?? '../shared/corpus';
const FILE = 'plan-2024-kumamoto.md';
const catalog = createCatalog();

describe.skipIf(!existsSync(join(FOLDER, FILE)))(`FY2023 against FY2024 of one branch (skipped without ${FOLDER})`, () => {
  const of2024 = () => {
    const { records } = readPaper(documentFromText(FILE, readFileSync(join(FOLDER, FILE), 'utf8')), { catalog });
    const targets = (fiscalYear: number) =>
      records.filter((record) => record.type === 'target' && record.branch === '熊本' && record.fiscalYear === fiscalYear);
    const changes = records.filter((record) => record.type === 'change');
    return diff({
      branch: '熊本',
      before: { fiscalYear: 2023, targets: targets(2023).filter((record) => record.type === 'target') },
      after: { fiscalYear: 2024, targets: targets(2024).filter((record) => record.type === 'target') },
      changes,
      catalog,
    });
  };

  it('agrees with the printed list of changes', () => {
    const printed = of2024().rows.filter((row) => row.printed !== null);
    expect(printed.map(({ kind, after, contradicted }) => [kind, after?.name, contradicted])).toEqual([
      ['changed', '申請書郵送化率', false],
      ['redefined', '協会のレセプト点検査定率', false],
      ['redefined', '返納金債権回収率', false],
    ]);
    // The tables of the summary no longer show what was deleted.
    expect(of2024().unmatched.map(({ kind }) => kind)).toEqual(['deleted', 'deleted']);
  });

  it.each([
    ['ジェネリック医薬品', 'changed', 'previous_year'],
    ['競争入札の一者応札割合', 'raised', 'absolute'],
  ])('%s was changed, and the list is silent', (name, kind, basis) => {
    const row = of2024().rows.find(({ after }) => after?.name === name);
    expect([row?.kind, row?.after?.basis, row?.printed]).toEqual([kind, basis, null]);
  });
});
