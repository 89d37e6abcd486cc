import { parentPort } from 'node:worker_threads';
import { KpiError } from '../model/errors.ts';
import { toPlain } from '../model/plain.ts';
import { type Catalog, createCatalog } from '../normalize/catalog.ts';
import { readPaper } from '../normalize/paper.ts';
import { readDocument } from '../source/read.ts';
import type { Answer, Job, PaperOptions, PaperReading } from './reader-job.ts';

/** What runs in a reading thread: source, parse and normalize, and no more. The other side is `reader-thread.ts`. */
parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await answerTo(job)));

async function answerTo(job: Job): Promise<Answer> {
  try {
    return { kind: 'read', reading: await read(job) };
  } catch (error) {
    return error instanceof KpiError ? { kind: 'refused', text: error.text } : { kind: 'defect', error };
  }
}

async function read({ path, options }: Job): Promise<PaperReading> {
  const { name, hash, ...document } = await readDocument(path, options);
  const reading = readPaper({ name, hash, ...document }, { ...options, catalog: catalogFor(options) });
  return { ...reading, name, hash, records: reading.records.map(toPlain) };
}

let catalog: Catalog | undefined;

/** The same for every paper of a run. */
function catalogFor({ own }: PaperOptions): Catalog {
  catalog ??= createCatalog(own);
  return catalog;
}
