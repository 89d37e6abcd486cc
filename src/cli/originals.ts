import { FAMILIES } from '../catalog/families.ts';
import { byKind, type CheckedPaper } from '../check/context.ts';
import { KpiError, type KpiRecord } from '../model/index.ts';
import type { Original } from '../report/council/data.ts';
import type { Document, Page } from '../source/document.ts';
import { indexLines } from '../source/line-index.ts';
import type { RecordedDocument, StoreReader } from '../store/store.ts';
import { sheetAsText } from './read-actuals.ts';
import type { Readers } from './readers.ts';

/** A document on record, and its text where the file still says what was read. */
export interface OriginalPaper {
  readonly original: Original;
  /** Null where it is no paper (a CSV of actuals), or not there any more. */
  readonly paper: CheckedPaper | null;
}

export interface OriginalsScope {
  readonly branches: readonly string[];
  readonly fiscalYear: number;
}

/** The documents that speak of these branches and this year. */
export async function readOriginals(
  store: StoreReader,
  { branches, fiscalYear }: OriginalsScope,
  readers: Readers,
): Promise<OriginalPaper[]> {
  const papers: OriginalPaper[] = [];
  const documents = (await store.documents()).filter(({ scopes }) => scopes.some(({ branch }) => branches.includes(branch)));
  for (const document of documents) {
    const records = await store.recordsOf(document.hash);
    const isShown = (record: KpiRecord) =>
      record.type === 'finding' || (record.fiscalYear === fiscalYear && branches.includes(record.branch));
    const shown = records.filter(isShown);
    if (shown.some(({ type }) => type !== 'finding')) papers.push(await readOriginal(document, records, shown, branches, readers));
  }
  return papers;
}

/** A paper is checked by all that it says; shown is what it says of the branches and the year of the report. */
async function readOriginal(
  recorded: RecordedDocument,
  records: readonly KpiRecord[],
  shown: readonly KpiRecord[],
  branches: readonly string[],
  readers: Readers,
): Promise<OriginalPaper> {
  const { name, scopes } = recorded;
  const document = await unchanged(recorded, records, readers);
  if (document === null) return { original: { name, pages: null, notShown: 'gone', records: shown }, paper: null };
  const alone = scopes.every(({ branch }) => branches.includes(branch));
  const pages = alone ? document.pages : partOf(document.pages, shown);
  const family = FAMILIES.find(({ id }) => id === recorded.family)?.id;
  const paper = family === undefined ? null : { document, family, scopes, records: byKind(records) };
  return { original: { name, pages, records: within(shown, pages) }, paper };
}

/** The text as it was read; null where the file is gone or says something else now. */
async function unchanged(
  { name, hash, family }: RecordedDocument,
  [first]: readonly KpiRecord[],
  readers: Readers,
): Promise<Document | null> {
  try {
    const document = family === 'actuals' ? await sheetAsText(name, first?.source.page ?? 1) : await readers.readLines(name);
    return document.hash === hash.replace(/\+.*/, '') ? document : null;
  } catch (error) {
    if (error instanceof KpiError) return null;
    throw error;
  }
}

/** Lines around what was read of a branch, in a file of many. */
const AROUND = 40;

function partOf(pages: readonly Page[], records: readonly KpiRecord[]): Page[] {
  const { stretch } = indexLines(pages);
  const own = records.flatMap((record) => (record.type === 'finding' ? [] : (stretch(record.source) ?? [])));
  const [first, last] = [Math.min(...own) - AROUND, Math.max(...own) + AROUND];
  let start = 0;
  return pages.flatMap((page) => {
    const [from, to] = [first - start, last - start];
    start += page.lines.length;
    const lines = page.lines.slice(Math.max(0, from), Math.max(0, to + 1));
    return lines.length === 0 ? [] : [{ ...page, lines }];
  });
}

function within(records: readonly KpiRecord[], pages: readonly Page[]): KpiRecord[] {
  const { stretch } = indexLines(pages);
  return records.filter(({ source: { page, lineStart } }) => stretch({ page, lineStart, lineEnd: lineStart }) !== null);
}
