import type { Target } from '../model/index.ts';
import type { Repeat, Standing } from './store.ts';

/** A record and the document that it comes from. */
export interface Placed<Item> {
  readonly record: Item;
  /** Grows with each document that is read. */
  readonly sequence: number;
  readonly document: string;
  readonly family: string;
}

/** Each target once: a plan's before what other papers repeat of it, then that of the document read last. */
export function standingOf(rows: readonly Placed<Target>[]): Standing {
  const winners = new Map<string, Placed<Target>>();
  for (const row of rows) {
    const known = winners.get(row.record.id);
    if (known === undefined || compare(row, known) >= 0) winners.set(row.record.id, row);
  }
  const repeats = new Map<string, Repeat>();
  for (const row of rows) {
    const winner = winners.get(row.record.id);
    if (winner === undefined || winner.sequence === row.sequence || agreesWithPlan(row, winner)) continue;
    const key = `${winner.sequence} ${row.sequence}`;
    repeats.set(key, { used: winner.document, left: row.document, count: (repeats.get(key)?.count ?? 0) + 1 });
  }
  return {
    targets: rows.filter(({ record, sequence }) => winners.get(record.id)?.sequence === sequence).map(({ record }) => record),
    repeats: [...repeats.values()],
  };
}

const compare = (a: Placed<Target>, b: Placed<Target>): number =>
  Number(a.family === 'plan') - Number(b.family === 'plan') || a.sequence - b.sequence;

/** A progress sheet or report that repeats the plan's target as it stands is the rule, and nothing to speak of. */
const agreesWithPlan = ({ family, record }: Placed<Target>, winner: Placed<Target>): boolean =>
  family !== winner.family &&
  record.basis === winner.record.basis &&
  record.comparator === winner.record.comparator &&
  record.value?.text === winner.record.value?.text;
