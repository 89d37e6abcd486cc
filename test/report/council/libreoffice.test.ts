import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { councilWorkbook } from '../../../src/report/council/workbook.ts';
import { reportOf } from './make.ts';

const SOFFICE = process.env.SOFFICE ?? 'soffice';
const there = spawnSync(SOFFICE, ['--version']).status === 0;
/** Commas, quotes, UTF-8; formulas as what they show; each sheet a file. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1';

describe.skipIf(!there)(`the workbook in LibreOffice (skipped without ${SOFFICE}; SOFFICE names another)`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-office-'));
  const sheet = (name: string): string[][] => parse(readFileSync(join(folder, `report-${name}.csv`)), { relaxColumnCount: true });
  beforeAll(async () => {
    const data = reportOf('■ KPI：郵送化率を 95.0％以上とする', '■ KPI：=HYPERLINK("http://example.com","x")率を 10％以上とする');
    writeFileSync(join(folder, 'report.xlsx'), await councilWorkbook(data, 'ja'));
    const own = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    spawnSync(SOFFICE, [own, '--headless', '--convert-to', EVERY_SHEET, '--outdir', folder, join(folder, 'report.xlsx')]);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has every sheet', () => {
    for (const name of ['概要', '採点', '目標', '実績', '指摘']) expect(sheet(name).length).toBeGreaterThan(0);
  });

  it('shows numbers as the document does', () => {
    const [head, target] = sheet('目標');
    expect(target?.[head?.indexOf('目標') ?? -1]).toBe('95.0%');
  });

  it('shows what looks like a formula as text', () => {
    const [head, , hostile] = sheet('目標');
    expect(hostile?.[head?.indexOf('指標') ?? -1]).toBe('=HYPERLINK("http://example.com","x")率');
  });
});
