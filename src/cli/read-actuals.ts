import { createHash } from 'node:crypto';
import { readTable } from '../actuals/csv.ts';
import { type ActualsOptions, type ActualsReading, readActualsTable } from '../actuals/read.ts';
import type { Table } from '../actuals/table.ts';
import { readWorkbookTable } from '../actuals/workbook.ts';
import type { Actual, Finding, KpiRecord } from '../model/index.ts';
import type { Catalog } from '../normalize/catalog.ts';
import { proposalsFor } from '../normalize/propose.ts';
import type { Document } from '../source/document.ts';
import { MAX_UNPACKED, tooManyLines } from '../source/limits.ts';
import { readBytes, readDocument } from '../source/read.ts';
import { signatureOf } from '../source/signature.ts';
import { decodeText, documentFromText } from '../source/text.ts';

export interface ActualsFile extends ActualsReading {
  readonly name: string;
  /** Of what the file says: a workbook that is saved anew with the same cells is the same. */
  readonly hash: string;
  readonly records: readonly KpiRecord[];
}

export interface FileOptions {
  readonly encoding?: string;
  readonly sheet?: string;
  readonly maxBytes?: number;
}

/** Of a CSV: the results of all branches of ten years are twenty thousand. */
const MOST_LINES = 200_000;

/** A CSV of actuals, in any encoding that a document may have, or a workbook. */
export async function readActualsFile(path: string, options: FileOptions, given: ActualsOptions): Promise<ActualsFile> {
  const { name, bytes } = await readBytes(path, options);
  const { table, hash } = await (signatureOf(bytes) === 'archive' ? fromWorkbook(name, bytes, options) : fromCsv(name, bytes, options));
  const reading = readActualsTable(name, table, given);
  const { actuals, efforts } = reading;
  const findings = await withProposals(reading.findings, actuals, given.catalog);
  return { actuals, efforts, findings, name, hash, records: [...actuals, ...efforts, ...findings] };
}

interface HashedTable {
  readonly table: Table;
  readonly hash: string;
}

function fromCsv(name: string, bytes: Uint8Array, { encoding }: FileOptions): HashedTable {
  const decoded = decodeText(bytes, encoding, name);
  const document = documentFromText(name, decoded.text, decoded.encoding);
  const lines = document.pages.flatMap((page) => page.lines.map(({ text }) => text));
  if (lines.length > MOST_LINES) throw tooManyLines(name, MOST_LINES);
  const text = lines.join('\n');
  return { table: readTable(name, text), hash: document.hash };
}

async function fromWorkbook(name: string, bytes: Uint8Array, { sheet, maxBytes = MAX_UNPACKED }: FileOptions): Promise<HashedTable> {
  const table = await readWorkbookTable(name, bytes, { sheet, maxBytes });
  const { header, rows, page } = table;
  const said = JSON.stringify([page, [header, ...rows].map(({ lineStart, cells, marks }) => [lineStart, cells, [...(marks ?? [])]])]);
  return { table, hash: createHash('sha256').update(said).digest('hex') };
}

/** The rows of a sheet as they were read, for who wants to see them: a CSV is a text like any other. */
export async function sheetAsText(path: string, sheet: number): Promise<Document> {
  const { name, bytes } = await readBytes(path);
  if (signatureOf(bytes) !== 'archive') return readDocument(path);
  const { table, hash } = await fromWorkbook(name, bytes, { sheet: String(sheet) });
  const lines = [table.header, ...table.rows].map(({ lineStart, raw }) => ({ number: lineStart, text: raw }));
  return { name, hash, encoding: 'xlsx', pages: [{ number: sheet, lines }] };
}

/** An indicator that is neither in the catalog nor among the targets gets the proposal that it gets in a plan. */
async function withProposals(findings: Finding[], actuals: readonly Actual[], catalog: Catalog): Promise<Finding[]> {
  const isUnknown = ({ rule }: Finding) => rule === 'indicator/unknown';
  const rows = new Set(findings.filter(isUnknown).map(({ source }) => source.lineStart));
  const unknown = new Map(actuals.filter(({ source }) => rows.has(source.lineStart)).map((actual) => [actual.source.lineStart, actual]));
  const proposals = new Map((await proposalsFor([...unknown.values()], catalog)).map((one) => [one.source.lineStart, one]));
  return findings.map((one) => (isUnknown(one) ? (proposals.get(one.source.lineStart) ?? one) : one));
}
