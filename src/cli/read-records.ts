import { createRequire } from 'node:module';
import type { KpiRecord } from '../model/index.ts';
import { fromPlain, type PlainRecord } from '../model/plain.ts';
import type { Part } from './reader-job.ts';

/** Only long documents need it. */
const load = createRequire(import.meta.url);

/**
 * The records of a document in its order, as often as asked. Those that came packed are unpacked one part after the other: a hundred
 * thousand records take 90 MB so, and 400 MB as objects.
 */
export class ReadRecords implements Iterable<KpiRecord> {
  readonly #open: KpiRecord[] = [];
  readonly #packed: Uint8Array[] = [];

  add(records: Part['records']): void {
    if (records instanceof Uint8Array) this.#packed.push(records);
    else for (const record of records) this.#open.push(fromPlain(record));
  }

  *[Symbol.iterator](): Generator<KpiRecord> {
    yield* this.#open;
    for (const packed of this.#packed) for (const record of unpack(packed)) yield fromPlain(record);
  }
}

export function pack(records: readonly PlainRecord[]): Uint8Array {
  const v8: typeof import('node:v8') = load('node:v8');
  return v8.serialize(records);
}

function unpack(packed: Uint8Array): readonly PlainRecord[] {
  const v8: typeof import('node:v8') = load('node:v8');
  return v8.deserialize(packed);
}
