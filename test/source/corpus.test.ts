import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { furniture } from '../../src/source/furniture.ts';
import { layoutOf } from '../../src/source/layout.ts';
import { readDocument } from '../../src/source/read.ts';

/** The real documents; they are not part of the project. */
const CORPUS = process.env.KPI_CORPUS ?? resolve(import.meta.dirname, '../../../shared/corpus');

interface Expected {
  readonly lines: number;
  /** Line numbers of page numbers and running heads: how many, the first and the last. */
  readonly furniture: readonly [count: number, first?: number, last?: number];
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  'plans-2021-all-branches.txt': { lines: 24398, furniture: [27, 317, 24033] },
  'progress-2020h1-kumamoto.txt': { lines: 404, furniture: [0] },
  'plan-2024-kumamoto.md': { lines: 605, furniture: [0] },
  'report-2020-national.txt': { lines: 1188, furniture: [4, 15, 242] },
  'results-2023-kagoshima.txt': { lines: 837, furniture: [7, 42, 777] },
};

describe.skipIf(!existsSync(CORPUS))('the corpus', () => {
  test.each(Object.entries(EXPECTED))('%s', async (name, expected) => {
    const document = await readDocument(join(CORPUS, name));
    const lines = document.pages.flatMap((page) => page.lines);
    expect(document.encoding).toBe('utf-8');
    expect(lines.length).toBeGreaterThanOrEqual(expected.lines);
    expect(lines.at(-1)?.number).toBe(lines.length);

    const found = [...furniture(layoutOf(document))].sort((a, b) => a - b);
    const [count, first, last] = expected.furniture;
    expect([found.length, found[0], found.at(-1)]).toEqual([count, first, last]);
    const texts = found.map((number) => lines[number - 1]?.text.trim() ?? '');
    expect(texts.filter((text) => /KPI|ＫＰＩ/i.test(text))).toEqual([]);
    expect(texts.filter((text) => !/^(?:- \d+-|\d+)$/.test(text))).toEqual([]);
  });
});
