import type { KpiRecord } from '../model/index.ts';
import type { Scope } from './store.ts';

/** For whom and which years a document speaks, as its row holds it: `熊本 2021`, one a line. */
export const printScopes = (scopes: readonly Scope[]): string =>
  [...new Set(scopes.map(({ branch, fiscalYear }) => `${branch} ${fiscalYear}`))].join('\n');

export const parseScopes = (printed: string): Scope[] =>
  lines(printed).map((line) => {
    const [branch = '', fiscalYear] = line.split(' ');
    return { branch, fiscalYear: Number(fiscalYear) };
  });

export const shareScope = (a: string, b: string): boolean => {
  const others = new Set(lines(b));
  return lines(a).some((line) => others.has(line));
};

export const scopesOf = (records: Iterable<KpiRecord>): Scope[] => [...records].filter((record) => record.type !== 'finding');

const lines = (printed: string): string[] => (printed === '' ? [] : printed.split('\n'));
