import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAMILIES } from '../../src/catalog/families.ts';
import { KpiError } from '../../src/model/errors.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { extractQuantities } from '../../src/normalize/quantities.ts';
import { documentFromText } from '../../src/source/text.ts';
import { dialect, print, said } from './dialects.ts';

const catalog = createCatalog();
const HEAD = '令和3年度 熊本支部事業計画\n1．基盤的保険者機能関係\n(1) サービス水準の向上\n';
const given = { catalog, branch: '熊本', fiscalYear: 2021 };

/** Pieces of real papers, and of none. */
const PIECES = [
  '■ KPI：',
  '【KPI】',
  '《ＫＰＩ》',
  'KPI一覧',
  '①',
  '②',
  'ア.',
  '(1)',
  '１．',
  '・',
  '■',
  '※',
  '（',
  '）',
  '［',
  '】',
  '|',
  '\t',
  '  ',
  '　',
  '\n',
  '\n\n',
  '\f',
  '\r\n',
  '郵送化率',
  '査定率',
  '健康宣言事業所数',
  '95.0％',
  '９５',
  '.',
  ',',
  '%',
  '以上',
  '以下',
  'とする',
  'を',
  'について',
  '対前年度',
  '（0.369%）',
  'ただし、',
  '場合は',
  '（内訳）',
  '被保険者（40歳以上）：',
  '実施対象者数 791,721人、',
  '実施率',
  '令和3年度',
  '熊本支部',
  '自己評価',
  'S',
  'A',
  'KPI目標',
  'KPI結果',
  '達成',
  '未達成',
  '◎',
  '→',
  '⇒',
  '907件／96,681件',
  '項目\tR8KPI\tR6KPI',
  '| 指標 | 目標 | 実績 |',
  '|---|---|',
  '具体的施策 KPI 実績（9月末時点）',
  '\u0000',
  '\ud800',
  '\u202e',
  '⾦',
  '𠮷',
  'e\u0301',
  '9'.repeat(40),
];
const noise = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) }),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''));

/** The papers of `fixtures/`, line by line: runs of them stand where they do not belong, with something in their midst. */
const FIXTURES = ['plan-2021.txt', 'progress-2021.txt', 'results-2022.txt', 'annual-2020.txt', 'summary-2024.md'].map((name) =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8').split('\n'),
);
const excerpt = fc
  .tuple(fc.constantFrom(...FIXTURES), fc.nat(), fc.integer({ min: 1, max: 40 }), fc.nat(), fc.oneof(fc.constant(''), noise))
  .map(([lines, start, count, at, piece]) => {
    const run = lines
      .slice(start % lines.length)
      .slice(0, count)
      .join('\n');
    const cut = at % (run.length + 1);
    return `${run.slice(0, cut)}${piece}${run.slice(cut)}\n`;
  });
const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: excerpt },
      { weight: 2, arbitrary: fc.tuple(said, dialect).map(([one, how]) => `${print(one, how)}\n`) },
      { weight: 1, arbitrary: noise },
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const family = fc.constantFrom(undefined, ...FAMILIES.map(({ id }) => id));

describe('any text', () => {
  test('is read into records that stand inside it, or refused in one line', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(text, family, (pieces, id) => {
        const document = documentFromText('p.txt', HEAD + pieces);
        const lines = document.pages.flatMap((page) => page.lines.map((line) => ({ ...line, page: page.number })));
        const inked = lines.map((line) => line.text.replace(/\s/g, '')).join('');
        try {
          for (const { source } of readPaper(document, { ...given, family: id }).records) {
            const own = lines.filter(({ number }) => number >= source.lineStart && number <= source.lineEnd);
            expect(source.lineStart).toBeLessThanOrEqual(source.lineEnd);
            expect(own.length).toBeGreaterThan(0);
            expect(own.some(({ page }) => page === source.page)).toBe(true);
            // Vertical text is put together: `基` / `盤` / `的`.
            for (const quoted of source.quote.split('\n')) expect(inked).toContain(quoted.replace(/\s/g, ''));
          }
        } catch (error) {
          if (!(error instanceof KpiError)) throw error;
          expect(error.text.en).not.toContain('\n');
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('has its quantities inside, as they are printed', () => {
    fc.assert(
      fc.property(text, (all) => {
        for (const quantity of extractQuantities(all)) {
          expect(quantity.from).toBeLessThan(quantity.to);
          expect(all.slice(quantity.from, quantity.to)).toBe(quantity.text);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('a target that is printed', () => {
  const readBack = (body: string) =>
    readPaper(documentFromText('p.txt', `${HEAD}${body}\n`), given).records.flatMap((record) =>
      record.type === 'target' ? [{ ...record, value: record.value?.text ?? null }] : [],
    );

  test('comes back from every dialect', () => {
    fc.assert(
      fc.property(said, dialect, (target, how) => {
        const { name, indicator, value, unit, comparator } = target;
        expect(readBack(print(target, how))).toMatchObject([{ name, indicator, value, unit, comparator, basis: 'absolute', role: 'kpi' }]);
      }),
      { numRuns: 2000 },
    );
  });

  test('comes back from between others, each in its place', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(said, dialect), { minLength: 2, maxLength: 5 }), (all) => {
        const bodies = all.map(([target, how]) => print(target, { ...how, marker: how.marker.trim() === '■KPI' ? '■ KPI：' : how.marker }));
        const found = readBack(bodies.join('\n\n'));
        expect(found.map(({ value, unit, comparator }) => [value, unit, comparator])).toEqual(
          all.map(([{ value, unit, comparator }]) => [value, unit, comparator]),
        );
        for (const [at, { source }] of found.entries()) expect(source.quote).toContain(all[at]?.[0].name);
      }),
      { numRuns: 500 },
    );
  });
});
