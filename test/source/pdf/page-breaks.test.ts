import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KpiRecord } from '../../../src/model/index.ts';
import { createCatalog } from '../../../src/normalize/catalog.ts';
import { readPaper } from '../../../src/normalize/paper.ts';
import { readDocument } from '../../../src/source/read.ts';
import { CUT_TABLES } from './cut-tables.ts';
import { cutPages } from './layouts.ts';
import { PRODUCERS, printed } from './producers.ts';
import { said } from './said.ts';

const catalog = createCatalog();

const CUTS = [
  { above: 2, repeats: true },
  { above: 3, repeats: false },
  { above: 5, repeats: true },
];

describe.each(PRODUCERS)('tables that pages of $name cut', ({ name, missing }) => {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-page-breaks-'));
  const note = missing ? ` (skipped: ${name} is not installed)` : '';
  const nameOf = (paper: string, { above, repeats }: (typeof CUTS)[number]) => `${paper}-${above}-${repeats ? 'heads' : 'head'}`;

  beforeAll(async () => {
    if (missing) return;
    const pages = new Map<string, string>();
    for (const [paper, { parts }] of Object.entries(CUT_TABLES))
      for (const cut of CUTS) pages.set(`${nameOf(paper, cut)}.html`, cutPages(parts, true, cut));
    for (const [file, bytes] of await printed(name, pages)) writeFileSync(join(folder, file), bytes);
  }, 240_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  const records = async (paper: string, cut: (typeof CUTS)[number]): Promise<readonly KpiRecord[]> =>
    readPaper(await readDocument(join(folder, `${nameOf(paper, cut)}.pdf`)), { catalog }).records;

  describe.each(Object.entries(CUT_TABLES))('%s', (paper, laid) => {
    test.skipIf(missing).each(CUTS)(`$above lines above, its head repeated: $repeats${note}`, async (cut) => {
      expect(said(await records(paper, cut))).toEqual(laid.said);
    });
  });

  test.skipIf(missing)(`a statement on two pages names both${note}`, async () => {
    const papers = Object.keys(CUT_TABLES).flatMap((paper) => CUTS.map((cut) => records(paper, cut)));
    const sources = (await Promise.all(papers)).flat().map(({ source }) => source);
    const cut = sources.filter(({ pageEnd }) => pageEnd !== undefined);
    expect(cut.length).toBeGreaterThan(3);
    expect(cut.every(({ page, pageEnd }) => pageEnd === page + 1)).toBe(true);
  });
});
