import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/index.ts';
import { findingsIn } from '../check/report.ts';

const CORPUS = process.env.KPI_CORPUS ?? '../shared/corpus';
const text = (name: string): string => readFileSync(join(CORPUS, name), 'utf8');

/** Where, how grave, by which rule, and the figures that it is about: every finding, each judged by hand. */
type Expected = readonly [place: string, severity: Finding['severity'], rule: string, about: string];

const PAPERS: readonly (readonly [name: string, findings: readonly Expected[]])[] = [
  [
    'report-2020-national.txt',
    [
      // The KPI of the same words was reached by 30 of the 47; the prose may mean other data.
      ['504-504', 'note', 'result/summary', '全47支部'],
      // A table whose rates are all rounded up.
      ['683-683', 'warning', 'result/counts', '35 ÷ 117 = 29.915 %'],
      ['685-685', 'warning', 'result/counts', '65 ÷ 531 = 12.241 %'],
      ['687-687', 'warning', 'result/counts', '100 ÷ 648 = 15.432 %'],
      ['823-823', 'note', 'result/rounding', '160,251 ÷ 14,254,909 = 1.1242 %; 175,883 ÷ 15,692,604 = 1.1208 %'],
    ],
  ],
  [
    'results-2023-kagoshima.txt',
    [
      // Of FY2022 the nation's 対象者数 is another than the rates of its column were made from; the other columns agree.
      ['447-455', 'error', 'result/counts', '9,179,843 ÷ 15,964,944 = 57.500 %'],
      ['457-465', 'error', 'result/counts', '1,437,801 ÷ 15,964,944 = 9.006 %'],
    ],
  ],
  ['progress-2020h1-kumamoto.txt', []],
  [
    'plan-2024-kumamoto.md',
    [
      ['424-424', 'warning', 'target/regression', '10.7% 11.5%'],
      ['425-425', 'warning', 'target/regression', '29.5% 30%'],
    ],
  ],
];

const shown = ({ source, severity, rule, computation, marks = [] }: Finding): Expected => [
  `${source.lineStart}-${source.lineEnd}`,
  severity,
  rule,
  computation ?? marks.join(' '),
];

describe.skipIf(!existsSync(CORPUS))('the reports of the corpus, read with care (skipped where it is not there)', () => {
  it.each(PAPERS)('%s alone', (name, expected) => {
    expect(findingsIn(text(name), { name }).map(shown)).toEqual(expected);
  });

  it.each(PAPERS)('%s beside all the other papers', (name, expected) => {
    const others = ['plans-2021-all-branches.txt', ...PAPERS.map(([other]) => other)].filter((other) => other !== name);
    expect(findingsIn(text(name), { name, known: others.map(text) }).map(shown)).toEqual(expected);
  });
});
