import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCatalog } from '../../../src/normalize/catalog.ts';
import { readPaper } from '../../../src/normalize/paper.ts';
import { documentFromPdf } from '../../../src/source/pdf/read.ts';
import { readDocument } from '../../../src/source/read.ts';
import { at, pagesOf, ruled } from './handmade.ts';
import { tablePage } from './layouts.ts';
import { PRODUCERS, printed } from './producers.ts';
import { said } from './said.ts';
import { LAID } from './tables.ts';

const TABLE = ruled(
  [
    [['具体的施策'], ['KPI']],
    [['サービス水準の向上'], ['① 郵送化率を95.0％以上とする', '② 達成状況を100％とする']],
  ],
  [200, 300],
);
const SAYS = ['具体的施策', 'KPI', 'サービス水準の向上', '① 郵送化率を95.0％以上とする', '② 達成状況を100％とする'];

async function linesOf(content: string, pages = ''): Promise<string[]> {
  const document = await documentFromPdf('a.pdf', pagesOf([content], 'UniJIS-UTF16-H', '', { pages }), {});
  return document.pages.flatMap(({ lines }) => lines.map(({ text }) => text));
}

describe('a page that is turned reads as one that is not', () => {
  // What turns the content by so much, counterclockwise as PDF does, and puts it back on the page.
  const drawn: readonly (readonly [turn: string, matrix: string])[] = [
    ['not', '1 0 0 1 0 0'],
    ['to the left', '0 1 -1 0 830 0'],
    ['upside down', '-1 0 0 -1 595 842'],
    ['to the right', '0 -1 1 0 -240 600'],
  ];
  const rotated = ['', '/Rotate 90', '/Rotate 180', '/Rotate 270'];

  test.each(drawn.flatMap(([turn, matrix]) => rotated.map((rotate) => [turn, rotate, matrix] as const)))(
    'its content drawn %s, the page shown with %j',
    async (_, rotate, matrix) => {
      expect(await linesOf(`q ${matrix} cm\n${TABLE}Q\n`, rotate)).toEqual(SAYS);
    },
  );

  test('a page number that stands upright beside it is a line of its own', async () => {
    const lines = await linesOf(`q 0 1 -1 0 830 0 cm\n${TABLE}Q\n${at(290, 20, '12')}`);
    expect(lines.filter((line) => line !== '12')).toEqual(SAYS);
    expect(lines).toContain('12');
  });
});

/** A wide page drawn sideways on an upright one, as annexes are. */
const sideways = (html: string): string =>
  html
    .replace(
      '</style>',
      '@page{size:210mm 297mm;margin:0}body{margin:0}.turned{position:absolute;width:250mm;transform-origin:0 0;transform:translate(200mm,20mm) rotate(90deg)}</style>',
    )
    .replace('<body>', '<body><div class="turned">')
    .replace('</body>', '</div></body>');

/** Only Chromium turns what HTML says. */
describe.each(PRODUCERS.filter(({ name }) => name === 'Chromium'))('tables that $name prints sideways', ({ name, missing }) => {
  const catalog = createCatalog();
  const folder = mkdtempSync(join(tmpdir(), 'kpi-turned-'));
  const families = ['plan', 'progress', 'summary', 'annual'] as const;
  const note = missing ? ` (skipped: ${name} is not installed)` : '';

  beforeAll(async () => {
    if (missing) return;
    const pages = new Map(
      families.flatMap((family) =>
        [true, false].map((border) => [`${family}-${border}.html`, sideways(tablePage(LAID[family].parts, border))] as const),
      ),
    );
    for (const [file, bytes] of await printed(name, pages)) writeFileSync(join(folder, file), bytes);
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  test.skipIf(missing).each(families.flatMap((family) => [[family, true] as const, [family, false] as const]))(
    `%s, ruled: %s${note}`,
    async (family, border) => {
      const { records } = readPaper(await readDocument(join(folder, `${family}-${border}.pdf`)), { catalog });
      expect(said(records)).toEqual(LAID[family].said);
    },
  );
});
