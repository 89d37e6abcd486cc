import { parentPort } from 'node:worker_threads';
import { KpiError } from '../model/errors.ts';
import { type PlainRecord, toPlain } from '../model/plain.ts';
import { type Catalog, createCatalog } from '../normalize/catalog.ts';
import { openPaper } from '../normalize/paper.ts';
import { unknownKpis } from '../normalize/unknown.ts';
import type { Document } from '../source/document.ts';
import { packed } from '../source/packed.ts';
import { readDocument } from '../source/read.ts';
import { pack } from './read-records.ts';
import type { Answer, Job, Lines, PaperFacts, PaperOptions, Part, Progress } from './reader-job.ts';

const PART = 200;
/** Of a document with more records, the rest stays packed on the other side: all 47 plans have 1300. */
const MOST_OPEN = 10_000;
/** Progress is told no more often, in ms. */
const TOLD_EVERY = 100;

/** What runs in a reading thread: source, parse and normalize, and no more. The other side is `reader-thread.ts`. */
parentPort?.on('message', async (job: Job) => post(await answerTo(job)));

const post = (message: Part | Lines | Progress | Answer): void => parentPort?.postMessage(message);

async function answerTo(job: Job): Promise<Answer> {
  try {
    const document = await open(job);
    return job.wanted === 'lines' ? { kind: 'opened' } : { kind: 'read', facts: read(document, job) };
  } catch (error) {
    return error instanceof KpiError ? { kind: 'refused', text: error.text } : { kind: 'defect', error };
  }
}

async function open({ path, options, wanted }: Job): Promise<Document> {
  const document = await readDocument(path, { ...options, progress: told() });
  if (wanted !== 'records') post({ kind: 'lines', document: packed(document) });
  return document;
}

function read(document: Document, { options }: Job): PaperFacts {
  const { name, hash } = document;
  const { portions, ...paper } = openPaper(document, { ...options, catalog: catalogFor(options) });
  const tell = told();
  let [markers, sent, unknown, scopes] = [0, 0, false, 0];
  for (const portion of portions()) {
    const { records } = portion;
    for (let start = 0; start < records.length; start += PART) send(records.slice(start, start + PART).map(toPlain), sent + start);
    sent += records.length;
    markers += portion.markers;
    unknown ||= unknownKpis(records).length > 0;
    tell(++scopes, paper.scopes.length);
  }
  return { ...paper, name, hash, markers, unknownKpis: unknown };
}

function send(records: readonly PlainRecord[], before: number): void {
  post({ kind: 'part', records: before < MOST_OPEN ? records : pack(records) });
}

/** Of pages, and then of papers; of short work, nothing. */
function told(): (done: number, of: number) => void {
  let last = performance.now();
  let begun = false;
  return (done, of) => {
    const now = performance.now();
    if (done < of ? now - last < TOLD_EVERY : !begun) return;
    [last, begun] = [now, true];
    post({ kind: 'progress', done, of });
  };
}

let catalog: Catalog | undefined;

/** The same for every paper of a run. */
function catalogFor({ own }: PaperOptions): Catalog {
  catalog ??= createCatalog(own);
  return catalog;
}
