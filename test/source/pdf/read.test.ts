import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCatalog } from '../../../src/normalize/catalog.ts';
import { readPaper } from '../../../src/normalize/paper.ts';
import { readDocument } from '../../../src/source/read.ts';
import { documentFromText } from '../../../src/source/text.ts';
import { plainPage } from './layouts.ts';
import { PRODUCERS, printed } from './producers.ts';

const PLAN = readFileSync(new URL('../../../fixtures/plan-2021.txt', import.meta.url), 'utf8');

describe.each(PRODUCERS)('a plan printed by $name', ({ name, missing }) => {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-read-pdf-'));
  const path = join(folder, 'plan.pdf');

  beforeAll(async () => {
    if (!missing) writeFileSync(path, (await printed(name, new Map([['plan', plainPage(PLAN)]]))).get('plan') ?? '');
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  test.skipIf(missing)(`gives the targets of its text${missing ? ` (skipped: no ${name} here)` : ''}`, async () => {
    const catalog = createCatalog();
    const said = ({ records }: ReturnType<typeof readPaper>) =>
      records.map(({ source, ...record }) => ({ ...record, quote: source.quote.length > 0 }));
    const fromText = readPaper(documentFromText('plan.txt', PLAN), { catalog });
    const fromPdf = readPaper(await readDocument(path), { catalog });
    expect(said(fromPdf)).toEqual(said(fromText));
    expect(fromPdf.records.every(({ source }) => source.page >= 1 && source.lineStart >= 1)).toBe(true);
  });
});
