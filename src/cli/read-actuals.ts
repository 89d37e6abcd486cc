import { type ActualsOptions, type ActualsReading, readActuals } from '../actuals/read.ts';
import type { KpiRecord } from '../model/index.ts';
import type { Document } from '../source/document.ts';
import { readDocument } from '../source/read.ts';

export interface ActualsFile extends ActualsReading {
  readonly document: Document;
  readonly records: readonly KpiRecord[];
}

/** A CSV of actuals, in any encoding that a document may have. */
export async function readActualsFile(path: string, options: { readonly encoding?: string }, given: ActualsOptions): Promise<ActualsFile> {
  const document = await readDocument(path, options);
  const text = document.pages.flatMap(({ lines }) => lines.map((line) => line.text)).join('\n');
  const reading = readActuals(document.name, text, given);
  return { ...reading, document, records: [...reading.actuals, ...reading.efforts, ...reading.findings] };
}
