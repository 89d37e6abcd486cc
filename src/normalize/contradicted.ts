import type { Finding, Source, Text } from '../model/index.ts';
import { parseBranch } from './branch.ts';

/** For whom and which year a document speaks in its own words, and where it says so. */
export interface Said {
  readonly branch: string;
  readonly fiscalYear: number;
  readonly source: Source;
}

export interface Given {
  readonly branch?: string | undefined;
  readonly fiscalYear?: number | undefined;
}

/** What `--branch` and `--year` fill in, a document may say otherwise: its own word is kept, and one finding names both. */
export function contradictedScope(said: readonly Said[], { branch, fiscalYear }: Given): Finding[] {
  const name = branch === undefined ? undefined : parseBranch(branch)?.name;
  return [
    ...differing(said, ({ branch }) => branch, name, { ja: '支部', en: 'branch' }),
    ...differing(said, ({ fiscalYear }) => fiscalYear, fiscalYear, { ja: '年度', en: 'fiscal year' }),
  ];
}

/** A file with all 47 plans is not listed whole. */
const NAMED = 4;

function differing<Value>(said: readonly Said[], of: (one: Said) => Value, given: Value | undefined, what: Text): Finding[] {
  const others = given === undefined ? [] : said.filter((one) => of(one) !== given);
  const [first] = others;
  if (first === undefined) return [];
  const values = [...new Set(others.map(of))];
  const named = values.slice(0, NAMED).join(', ') + (values.length > NAMED ? ', …' : '');
  return [
    {
      type: 'finding',
      rule: 'document/scope',
      severity: 'warning',
      message: {
        ja: `指定された${what.ja}は ${given} ですが、文書には ${named} とあります。文書のとおりに読みました。`,
        en: `the ${what.en} given is ${given}, but the document says ${named}: the document's own is kept`,
      },
      source: first.source,
    },
  ];
}
