import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCatalog } from '../../../src/normalize/catalog.ts';
import { readPaper } from '../../../src/normalize/paper.ts';
import { readDocument } from '../../../src/source/read.ts';
import { documentFromText } from '../../../src/source/text.ts';
import { type Columns, inColumns, inColumnsOfOffice, plainPage, tablePage } from './layouts.ts';
import { PRODUCERS, printed } from './producers.ts';
import { said } from './said.ts';
import { LAID } from './tables.ts';

const catalog = createCatalog();

/** A sheet that prints a missed KPI in red. */
const RED = [
  '令和3年度上期 事業計画の進捗状況（熊本支部）',
  '※「実施状況とKPI実績」を赤で表示した値は目標を下回るKPI',
  {
    head: ['事業計画', '実施状況とKPI実績', '課題・計画'],
    widths: [40, 30, 30],
    rows: [
      ['サービス水準の向上', '', ''],
      [
        '【KPI】\n① サービススタンダードの達成状況を100％とする\n② 現金給付等の申請に係る郵送化率を95.0％以上とする',
        '【KPI】\n①SS達成状況：100％（9月末）\n②郵送化率：94.6％（9月末）',
        '・記入見本を作り直した。',
      ],
    ],
  },
];

/** Wide and narrow columns of text. */
const COLUMNS: Readonly<Record<string, Columns>> = {
  columns: { count: 2, width: 420, height: 180, gap: 12, size: 9 },
  'narrow columns': { count: 2, width: 210, height: 180, gap: 8, size: 8 },
  'three columns': { count: 3, width: 297, height: 120, gap: 8, size: 8 },
};

/** The fixtures in plain text; a bullet of the font Wingdings stands for one that other fonts have, too. */
const TEXTS = ['plan-2021', 'progress-2021', 'results-2022', 'annual-2020'].map((name) => ({
  name,
  text: readFileSync(new URL(`../../../fixtures/${name}.txt`, import.meta.url), 'utf8')
    .replaceAll('\f', '\n')
    .replaceAll('\uf06c', '●'),
}));

describe.each(PRODUCERS)('PDFs printed by $name', ({ name, missing }) => {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-read-pdf-'));
  const note = missing ? ` (skipped: ${name} is not installed)` : '';

  beforeAll(async () => {
    if (missing) return;
    const pages = new Map<string, string>();
    for (const { name: fixture, text } of TEXTS) {
      pages.set(`${fixture}-plain.html`, plainPage(text));
      for (const [layout, columns] of Object.entries(COLUMNS)) {
        if (name === 'Chromium') pages.set(`${fixture}-${layout}.html`, inColumns(text, columns));
        else pages.set(`${fixture}-${layout}.fodt`, inColumnsOfOffice(text, columns));
      }
    }
    for (const [family, { parts }] of Object.entries(LAID)) {
      pages.set(`${family}-ruled.html`, tablePage(parts, true));
      pages.set(`${family}-open.html`, tablePage(parts, false));
      pages.set(`${family}-middle.html`, tablePage(parts, false, 'middle'));
    }
    pages.set('red.html', tablePage(RED, true).replace('94.6％', '<font color="#ff0000">94.6％</font>'));
    for (const [file, bytes] of await printed(name, pages)) writeFileSync(join(folder, file), bytes);
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  const records = async (file: string) => readPaper(await readDocument(join(folder, file)), { catalog }).records;

  describe.each(TEXTS)('$name', ({ name: fixture, text }) => {
    const fromText = said(readPaper(documentFromText(`${fixture}.txt`, text), { catalog }).records);

    test.skipIf(missing).each(['plain', ...Object.keys(COLUMNS)])(`gives what its text gives, set as %s${note}`, async (layout) => {
      const found = await records(`${fixture}-${layout}.pdf`);
      expect(said(found)).toEqual(fromText);
      expect(found.every(({ source }) => source.page >= 1 && source.lineStart >= 1 && source.quote !== '')).toBe(true);
    });
  });

  test.skipIf(missing)(`a result in red is a verdict where the sheet says so${note}`, async () => {
    expect(said(await records('red.pdf')).filter((line) => line.endsWith('達成'))).toEqual(['現金給付等の申請に係る郵送化率 未達成']);
  });

  describe.each(Object.entries(LAID))('%s in a table', (family, laid) => {
    test.skipIf(missing).each(['ruled', 'open', 'middle'])(
      `%s: each KPI beside its measure, its result and its verdict${note}`,
      async (layout) => {
        expect(said(await records(`${family}-${layout}.pdf`))).toEqual(laid.said);
      },
    );
  });
});
