import { describe, expect, test } from 'vitest';
import { byKind, type CheckedPaper, scopeAt } from '../../src/check/context.ts';
import { contextsOf } from '../../src/check/known.ts';
import type { Target } from '../../src/model/index.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { documentFromText } from '../../src/source/text.ts';
import { TARGET } from '../report/records.ts';

const catalog = createCatalog();
const target = (branch: string, fiscalYear: number, id: string): Target => ({ ...TARGET, branch, fiscalYear, id });

function paper(name: string, branch: string, fiscalYear: number, ids: readonly string[]): CheckedPaper {
  return {
    document: documentFromText(name, '■ KPI\n'),
    family: 'plan',
    scopes: [{ branch, fiscalYear }],
    records: byKind(ids.map((id) => target(branch, fiscalYear, id))),
  };
}

describe('what a paper is checked against', () => {
  const [known] = contextsOf(
    [paper('a.txt', '熊本', 2021, ['own']), paper('b.txt', '熊本', 2020, ['last-year']), paper('c.txt', '福岡', 2021, ['neighbour'])],
    [target('熊本', 2020, 'last-year'), target('福岡', 2020, 'far'), target('熊本', 2019, 'stored')],
    catalog,
  ).map((context) => context.known.targets.map(({ id }) => id));

  test("its branch's records and, of its year, every branch's targets; nothing of its own; a paper before the store", () => {
    expect(known).toEqual(['last-year', 'stored', 'neighbour']);
  });
});

test('what a plan on record asks for stands beside what a report says of it; a plan given here stands for the one on record', () => {
  const stored = [target('熊本', 2021, 'own')];
  const known = (family: 'plan' | 'results') =>
    contextsOf([{ ...paper('a.txt', '熊本', 2021, ['own']), family }], stored, catalog).map((context) => context.known.targets.length);
  expect([known('results'), known('plan')]).toEqual([[1], [0]]);
});

test('a place belongs to the plan that began last before it', () => {
  const stretches = [
    { branch: '熊本', fiscalYear: 2021, page: 1, line: 1 },
    { branch: '福岡', fiscalYear: 2021, page: 2, line: 40 },
  ];
  const at = (page: number, lineStart: number) => scopeAt({ scopes: stretches, stretches }, { page, lineStart })?.branch;
  expect([at(1, 1), at(2, 39), at(2, 40), at(3, 41)]).toEqual(['熊本', '熊本', '福岡', '福岡']);
});
