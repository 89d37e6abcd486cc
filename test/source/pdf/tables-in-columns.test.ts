import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCatalog } from '../../../src/normalize/catalog.ts';
import { readPaper } from '../../../src/normalize/paper.ts';
import { readDocument } from '../../../src/source/read.ts';
import { tablePage } from './layouts.ts';
import { PRODUCERS, printed } from './producers.ts';
import { said } from './said.ts';
import { LAID } from './tables.ts';

const catalog = createCatalog();
const FAMILIES = ['plan', 'progress', 'summary', 'annual'] as const;

/** What follows a table in its column, and stands in the next one. */
const PROSE = Array.from(
  { length: 40 },
  (_, i) => `この段の${'一二三四五六七八九十'[i % 10]}行目は、窓口に来なくても手続が終わることを知らせる文であり、紙の端まで続いている。`,
);

/** Only Chromium sets HTML in columns. */
describe.each(PRODUCERS.filter(({ name }) => name === 'Chromium'))('tables that $name sets in one of two columns', ({ name, missing }) => {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-tables-in-columns-'));
  const note = missing ? ` (skipped: ${name} is not installed)` : '';

  beforeAll(async () => {
    if (missing) return;
    const style = '@page{size:297mm 210mm;margin:12mm}body{column-count:2;column-gap:10mm;font-size:8pt}table{font-size:8pt}';
    const pages = FAMILIES.flatMap((family) =>
      [true, false].map((border) => {
        const page = tablePage([...LAID[family].parts, ...PROSE], border).replace('</style>', `${style}</style>`);
        return [`${family}-${border}.html`, page] as const;
      }),
    );
    for (const [file, bytes] of await printed(name, new Map(pages))) writeFileSync(join(folder, file), bytes);
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  const cases = FAMILIES.flatMap((family) => [true, false].map((border) => [family, border] as const));
  test.skipIf(missing).each(cases)(`%s, ruled: %s${note}`, async (family, border) => {
    const { records } = readPaper(await readDocument(join(folder, `${family}-${border}.pdf`)), { catalog });
    expect(said(records)).toEqual(LAID[family].said);
  });
});
