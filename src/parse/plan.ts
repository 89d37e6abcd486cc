import { KPI_APPENDIX, KPI_WORD, PREVIOUS_COLUMN } from '../catalog/markers.ts';
import { readAppendixRow } from './appendix.ts';
import { readBlock } from './block.ts';
import { groupOf, markerAt } from './classify.ts';
import { readCoverage } from './coverage.ts';
import type { TextLine } from './lines.ts';
import { MarkedRows } from './marked-row.ts';
import { Outline } from './outline.ts';
import { EMPTY_PAPER, type FamilyReader, type PlacedStatement } from './paper.ts';
import { readStacked } from './stacked.ts';
import { enterMeasure, readStatedCell } from './stated-cell.ts';
import { type KpiTable, readKpiTable } from './table.ts';

/** Reads a plan (事業計画). `knows` parts headings from statements in an appendix that marks nothing. */
export const readPlan: FamilyReader = (lines, knows) => {
  const outline = new Outline();
  const statements: PlacedStatement[] = [];
  const unread: (readonly TextLine[])[] = [];
  const tables: KpiTable[] = [];
  const rows = new MarkedRows(outline);
  const takeRow = (at: number): boolean => {
    const row = rows.read(lines, at);
    if (!row) return false;
    for (const statement of row.statements) statements.push({ statement, heading: row.heading, appendix });
    for (const one of row.unread) unread.push(one);
    markers += row.markers;
    return true;
  };
  let markers = 0;
  let appendix = false;
  let previous = '';
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (!line) break;
    const table = TABLE_ROW.test(line.raw) ? readKpiTable(lines, at, outline.current, knows) : null;
    if (table) {
      const taken = new Set(
        passedOver(lines, at, table)
          .filter(takeRow)
          .map((row) => lines[row]?.number),
      );
      tables.push({ ...table, unread: table.unread.filter((one) => one.some(({ number }) => !taken.has(number))) });
      markers++;
      at = table.next;
      continue;
    }
    const stated = line.under === 'kpi' ? readStatedCell(lines, at) : null;
    if (stated) {
      for (const statement of stated.statements) statements.push({ statement, heading: outline.current, appendix });
      unread.push(...stated.unread);
      markers++;
      at = stated.next;
      continue;
    }
    if (line.under === 'measure' && !markerAt(line) && enterMeasure(outline, line)) {
      at++;
      continue;
    }
    const marker = markerAt(line);
    if (marker) {
      const stacked = appendix ? readStacked(lines, at, marker.end, previous) : null;
      const block = stacked ?? readBlock(lines, at, marker.end, marker.heading, groupAbove(lines, at));
      for (const statement of block.statements) statements.push({ statement, heading: outline.current, appendix });
      unread.push(...block.unread);
      markers++;
      at = block.next;
      continue;
    }
    if (takeRow(at)) {
      at++;
      continue;
    }
    if (line.text.includes(KPI_WORD) && KPI_APPENDIX.test(line.text)) {
      appendix = true;
      const title = KPI_APPENDIX.exec(line.text);
      const rest = line.text.slice((title?.index ?? 0) + (title?.[0].length ?? 0)).replace(/^表/, ' ');
      outline.visit({ ...line, start: line.text.length - rest.trimStart().length }, undefined);
      at++;
      continue;
    }
    const head = appendix ? PREVIOUS_COLUMN.exec(line.text.replaceAll(' ', '')) : null;
    if (head) {
      previous = head[1] ?? '';
      at++;
      continue;
    }
    const row = appendix ? readAppendixRow(lines, at, outline, knows) : null;
    if (row) {
      for (const statement of row.statements) statements.push({ statement, heading: outline.current, appendix });
      at = row.next;
      continue;
    }
    at += outline.visit(line, lines[at + 1]) ? 2 : 1;
  }
  return {
    ...EMPTY_PAPER,
    statements: [...statements, ...tables.flatMap((table) => table.statements)],
    results: tables.flatMap((table) => table.results),
    verdicts: tables.flatMap((table) => table.verdicts),
    ratings: tables.flatMap((table) => table.ratings),
    changes: tables.flatMap((table) => table.changes),
    findings: tables.flatMap((table) => table.findings),
    headings: [...outline.headings, ...tables.flatMap((table) => table.headings)],
    coverage: readCoverage(lines),
    markers,
    unread: [...unread, ...tables.flatMap((table) => table.unread)],
  };
};

/** A row of a table that kept its columns: Markdown's, or with tabs. */
const TABLE_ROW = /^\s*\||\t/;

/** The rows below the head of a table that speak of a KPI and that nothing was read of: they may state it in a cell of their own. */
function passedOver(lines: readonly TextLine[], at: number, { statements, results, next }: KpiTable): number[] {
  const spoken = lines.slice(at + 1, next).flatMap(({ text }, i) => (text.includes(KPI_WORD) ? [at + 1 + i] : []));
  if (spoken.length === 0) return [];
  const read = [...statements.map(({ statement }) => statement), ...results].flatMap((one) => one.lines);
  const known = new Set(read.map(({ number }) => number));
  return spoken.filter((row) => !known.has(lines[row]?.number ?? 0));
}

/** Whose figures the marker's statements are, when the line right above it says so. */
function groupAbove(lines: readonly TextLine[], at: number): string {
  const above = lines[at - 1];
  return (above && groupOf(above.text.slice(above.start).replaceAll(' ', ''))) ?? '';
}
