import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { KpiRecord } from '../../src/model/index.ts';
import { fromPlain, toPlain } from '../../src/model/plain.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';

const read = (name: string): readonly KpiRecord[] =>
  readPaper(documentFromText(name, readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')), { catalog: createCatalog() })
    .records;

/** One paper of each family. */
const PAPERS = ['plan-2021.txt', 'progress-2021.txt', 'summary-2024.md', 'results-2022.txt', 'annual-2020.txt'];

test.each(PAPERS)('%s: every record comes back from plain data as it was', (name) => {
  const records = read(name);
  expect(records.length).toBeGreaterThan(0);
  expect(structuredClone(records.map(toPlain)).map(fromPlain)).toEqual(records);
});

test('a decimal crosses as it is printed', () => {
  const values = read('plan-2021.txt').map((record) => ('value' in record ? toPlain(record) : null));
  expect(values).toContainEqual(expect.objectContaining({ value: '95.0' }));
});
