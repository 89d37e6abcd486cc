import { describe, expect, test } from 'vitest';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';

const catalog = createCatalog();
const HEAD = '令和3年度 熊本支部事業計画\n1．基盤的保険者機能関係\n';
const MEGABYTE = 1024 * 1024;

/** In quadratic time each would take hours. */
const CPU_SECONDS = 30;

describe('what is written to do harm is read in time', () => {
  test.each<[string, string]>([
    ['one line', 'あ'.repeat(8 * MEGABYTE)],
    ['one line of statements', '■ KPI：郵送化率を 95.0％以上とする。'.repeat(100_000)],
    ['lines of ■ KPI： alone', '■ KPI：\n'.repeat(50_000)],
    ['brackets in brackets', `■ KPI：${'（'.repeat(300_000)}95％以上${'）'.repeat(300_000)}とする`],
    ['brackets that never close', `■ KPI：郵送化率${'（['.repeat(300_000)}`],
    ['a megabyte of digits', `■ KPI：郵送化率を ${'9'.repeat(MEGABYTE)}％以上とする`],
    ['a megabyte of decimals', `■ KPI：郵送化率を 0.${'9'.repeat(MEGABYTE)}％以上とする`],
    ['a megabyte of separators', `■ KPI：郵送化率を ${'1,'.repeat(MEGABYTE / 2)}％以上とする`],
    ['spaces', `■ KPI：郵送化率を${' '.repeat(MEGABYTE)}x`],
    ['enumerations', `■ KPI：${'①②'.repeat(300_000)}`],
    ['provisos', `■ KPI：郵送化率を95％以上とする。${'ただし、'.repeat(200_000)}`],
    ['arrows', '→'.repeat(MEGABYTE)],
    ['form feeds', '\f'.repeat(MEGABYTE)],
    ['cells', `| 指標 | 目標 |\n${'| a '.repeat(50_000)}`],
    ['characters that are none', '\u0000\ud800\udfff\u202e\ufffe'.repeat(100_000)],
  ])('%s', { timeout: 300_000 }, (_, body) => {
    const start = process.cpuUsage();
    const { records } = readPaper(documentFromText('p.txt', `${HEAD}${body}\n`), { catalog });
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(CPU_SECONDS);
    expect(records.every(({ source }) => source.lineStart >= 1 && source.lineStart <= source.lineEnd)).toBe(true);
  });
});

describe('a row without end in a progress sheet is read in time', () => {
  test.each<[string, string, string, number, number]>([
    ['cells that say nothing', '| 事業計画 | 実施状況とKPI実績 | 課題・計画 |', '| a ', 120_000, 0],
    ['cells below columns of figures', '| 目標 | 実績 | 課題 |', '| a ', 40_000, 0],
    ['cells of targets', '| 事業計画 | 実施状況とKPI実績 | 課題・計画 |', '| ■ KPI：郵送化率を95.0％以上とする ', 20_000, 20_000],
  ])('%s', { timeout: 300_000 }, (_, head, cell, cells, targets) => {
    const text = `令和2年度 熊本支部 事業計画進捗状況\n${head}\n|---|---|---|\n${cell.repeat(cells)}\n`;
    const start = process.cpuUsage();
    const { records } = readPaper(documentFromText('p.txt', text), { catalog, family: 'progress' });
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(CPU_SECONDS);
    const quotes = records.flatMap((record) => (record.type === 'target' ? [record.source.quote] : []));
    expect(quotes.length).toBe(targets);
    expect(new Set(quotes).size).toBe(Math.min(targets, 1));
  });
});
