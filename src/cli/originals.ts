import { byKind, type CheckedPaper } from '../check/context.ts';
import { KpiError, type KpiRecord } from '../model/index.ts';
import type { Catalog } from '../normalize/catalog.ts';
import { readPaper } from '../normalize/paper.ts';
import type { Original } from '../report/council/data.ts';
import type { Document, Page } from '../source/document.ts';
import { readDocument } from '../source/read.ts';
import type { RecordedDocument, StoreReader } from '../store/store.ts';

/** A document on record, and its text where the file still says what was read. */
export interface OriginalPaper {
  readonly original: Original;
  /** Null where it is no paper (a CSV of actuals), or not there any more. */
  readonly paper: CheckedPaper | null;
}

interface Scope {
  readonly branches: readonly string[];
  readonly fiscalYear: number;
}

/** The documents that speak of these branches and this year. */
export async function readOriginals(store: StoreReader, { branches, fiscalYear }: Scope, catalog: Catalog): Promise<OriginalPaper[]> {
  const filter = { branches, fiscalYears: [fiscalYear] };
  const records: KpiRecord[] = [
    ...(await store.targets(filter)),
    ...(await store.coverage(filter)),
    ...(await store.actuals(filter)),
    ...(await store.ratings(filter)),
    ...(await store.verdicts(filter)),
    ...(await store.changes(filter)),
  ];
  const names = new Set(records.map(({ source }) => source.document));
  const documents = (await store.documents()).filter(({ name }) => names.has(name));
  const findings = await store.findings({ documents: [...names] });
  return Promise.all(documents.map((document) => readOriginal(document, [...records, ...findings], branches, catalog)));
}

async function readOriginal(
  recorded: RecordedDocument,
  all: readonly KpiRecord[],
  branches: readonly string[],
  catalog: Catalog,
): Promise<OriginalPaper> {
  const { name, scopes } = recorded;
  const records = all.filter(({ source }) => source.document === name);
  const document = await unchanged(recorded);
  if (document === null) return { original: { name, pages: null, records }, paper: null };
  const alone = scopes.every(({ branch }) => branches.includes(branch));
  const pages = alone ? document.pages : partOf(document.pages, records);
  return { original: { name, pages, records: within(records, pages) }, paper: paperOf(document, recorded, catalog) };
}

/** The text as it was read; null where the file is gone or says something else now. */
async function unchanged({ name, hash }: RecordedDocument): Promise<Document | null> {
  try {
    const document = await readDocument(name);
    return document.hash === hash.replace(/\+.*/, '') ? document : null;
  } catch (error) {
    if (error instanceof KpiError) return null;
    throw error;
  }
}

function paperOf(document: Document, { family, scopes }: RecordedDocument, catalog: Catalog): CheckedPaper | null {
  const [scope] = scopes;
  if (family === 'actuals' || !scope) return null;
  try {
    const reading = readPaper(document, { catalog, branch: scope.branch, fiscalYear: scope.fiscalYear });
    return { document, family: reading.family, scopes: reading.scopes, records: byKind(reading.records) };
  } catch (error) {
    if (error instanceof KpiError) return null;
    throw error;
  }
}

/** Lines around what was read of a branch, in a file of many. */
const AROUND = 40;

function partOf(pages: readonly Page[], records: readonly KpiRecord[]): Page[] {
  const own = records.filter((record) => record.type !== 'finding');
  const first = Math.min(...own.map(({ source }) => source.lineStart)) - AROUND;
  const last = Math.max(...own.map(({ source }) => source.lineEnd)) + AROUND;
  return pages
    .map((page) => ({ ...page, lines: page.lines.filter(({ number }) => number >= first && number <= last) }))
    .filter(({ lines }) => lines.length > 0);
}

function within(records: readonly KpiRecord[], pages: readonly Page[]): KpiRecord[] {
  const lines = new Set(pages.flatMap(({ number, lines: own }) => own.map((line) => `${number} ${line.number}`)));
  return records.filter(({ source }) => lines.has(`${source.page} ${source.lineStart}`));
}
