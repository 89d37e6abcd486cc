import type { Finding, KpiRecord, Target } from '../model/index.ts';
import { shellWord } from '../report/shell-word.ts';
import type { Repeat } from '../store/store.ts';
import type { App } from './app.ts';
import type { Common } from './options.ts';
import { note } from './output.ts';

/** A plan whose targets stand in another document too, when it is read: at its first target. */
export function repeatFinding({ left, count }: Repeat, records: Iterable<KpiRecord>): Finding[] {
  const first = firstTarget(records);
  if (first === null) return [];
  const remove = `kpi remove ${shellWord(left)}`;
  return [
    {
      type: 'finding',
      rule: 'document/repeated',
      severity: 'warning',
      message: {
        ja: `同じ目標が ${count} 件、文書 ${left} からも入っています。最後に読み込んだ文書の目標を採ります。${left} がもう要らなければ ${remove} で除いてください。`,
        en: `${left} gives ${count} of these targets too; those of the document read last count. If ${left} is no longer wanted: ${remove}`,
      },
      source: first.source,
    },
  ];
}

function firstTarget(records: Iterable<KpiRecord>): Target | null {
  for (const record of records) if (record.type === 'target') return record;
  return null;
}

/** One line for each pair of documents that give the same targets. */
export function noteRepeats(repeats: readonly Repeat[], options: Pick<Common, 'quiet'>, app: App): void {
  for (const { used, left, count } of repeats) {
    note(
      app.say({
        ja: `同じ目標が ${count} 件、${used} と ${left} にあります。${used} のものを採り、二重に数えません（要らない文書は kpi remove で除けます）。`,
        en: `${used} and ${left} give the same targets (${count}): those of ${used} count, once (kpi remove takes out a document)`,
      }),
      options,
    );
  }
}
