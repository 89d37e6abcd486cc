import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/report/display.ts';
import type { Report, Row } from '../../src/report/report.ts';
import { table } from '../../src/report/table.ts';

const print = (rows: readonly Row[]): string => {
  const columns = [
    { title: '指標', flexible: true },
    { title: '目標', align: 'right' as const },
  ];
  const report: Report = {
    sections: () => [{ heading: null, columns, rows, notes: [] }],
    sheet: () => ({ columns: [], rows: [] }),
    data: () => [],
  };
  return table(report, { lang: 'ja', color: false, width: 60 });
};

const row = (name: string, target: string): Row => ({ kind: 'cells', cells: [{ text: name }, { text: target }] });

describe('a table of thousands of rows', () => {
  test('is one table: one frame, every line as wide, every row where it belongs', () => {
    const lines = print(Array.from({ length: 1234 }, (_, at) => row(`指標 ${at}`, `${at}%`)))
      .trimEnd()
      .split('\n');
    expect(lines.filter((line) => /[┌┬┐├┼┤└┴┘]/.test(line))).toHaveLength(3);
    expect(new Set(lines.map(displayWidth)).size).toBe(1);
    expect(lines.slice(3, -1).map((line) => line.split(/[│ ]+/).slice(1, 4))).toEqual(
      Array.from({ length: 1234 }, (_, at) => ['指標', `${at}`, `${at}%`]),
    );
  });

  test('a row of many lines and its details stay together', () => {
    const long: Row = { kind: 'cells', cells: [{ text: '郵送化率'.repeat(20) }, { text: '95%' }], details: [{ text: '理由'.repeat(40) }] };
    const lines = print([long, row('次の指標', '1%')]).split('\n');
    const text = lines.map((line) => line.replace(/[^郵送化率理由次]/g, '')).join('');
    expect(text).toBe(`${'郵送化率'.repeat(20)}${'理由'.repeat(40)}次`);
    expect(lines.filter((line) => line.includes('95%'))).toHaveLength(1);
  });

  test('takes no more time for each of many rows and of long cells', () => {
    const time = (count: number, length: number): number => {
      const rows = Array.from({ length: count }, () => row('郵送化率'.repeat(length), '95%'));
      const start = process.cpuUsage();
      print(rows);
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    time(250, 5);
    // In quadratic time sixteen times the rows, or the length, would take 256 times as long.
    const once = time(250, 5);
    expect(time(4000, 5) / once).toBeLessThan(64);
    expect(time(250, 80) / once).toBeLessThan(64);
  }, 60_000);

  test('ends after ten thousand rows, and cuts a line of a megabyte: it says so', { timeout: 60_000 }, () => {
    const lines = print(Array.from({ length: 10_005 }, (_, at) => row(at === 0 ? 'あ'.repeat(1_000_000) : `指標 ${at}`, '1%'))).trimEnd();
    expect(lines.length).toBeLessThan(3_000_000);
    expect(lines).toContain('(+999,000)');
    expect(lines).toContain('指標 9999 ');
    expect(lines).not.toContain('指標 10000 ');
    expect(lines).toMatch(/ほかに 5 行あります（--format ndjson か csv で全部出ます）。$/);
  });
});
