import type { KpiRecord, Target } from '../model/index.ts';
import type { Catalog } from '../normalize/catalog.ts';
import { byKind, type CheckContext, type CheckedPaper, type Thresholds } from './context.ts';

type Scoped = Exclude<KpiRecord, { readonly type: 'finding' }>;

/** A record, and the paper that it is from; null for the store's. */
interface Told {
  readonly record: Scoped;
  readonly by: CheckedPaper | null;
}

/**
 * What each paper is checked against: whatever the other papers and the store know of its branches, and of every branch the targets of
 * its years. Found by branch and by year, so that a thousand papers do not each look through all the others.
 */
export function contextsOf(
  papers: readonly CheckedPaper[],
  stored: readonly KpiRecord[],
  catalog: Catalog,
  thresholds: Thresholds = {},
): CheckContext[] {
  const told = toldBy(papers, stored);
  const byBranch = index(told, ({ branch }) => branch);
  const targets = index(told.filter(isTarget), ({ fiscalYear }) => fiscalYear);
  return papers.map((paper) => {
    const branches = new Set(paper.scopes.map(({ branch }) => branch));
    const years = new Set(paper.scopes.map(({ fiscalYear }) => fiscalYear));
    const known = [
      ...[...branches].flatMap((branch) => byBranch.get(branch) ?? []),
      ...[...years].flatMap((year) => targets.get(year) ?? []).filter(({ record }) => !branches.has(record.branch)),
    ];
    return { paper, known: byKind(known.filter(({ by }) => by !== paper).map(({ record }) => record)), catalog, thresholds };
  });
}

/** A target of a plan given here is not taken from the store too, where an earlier reading of the plan may be. */
function toldBy(papers: readonly CheckedPaper[], stored: readonly KpiRecord[]): Told[] {
  const planned = new Set(papers.filter(({ family }) => family === 'plan').flatMap(({ records }) => records.targets.map(({ id }) => id)));
  return [
    ...papers.flatMap((paper) => recordsOf(paper).map((record): Told => ({ record, by: paper }))),
    ...stored
      .filter((record) => record.type !== 'finding')
      .filter((record) => !(record.type === 'target' && planned.has(record.id)))
      .map((record): Told => ({ record, by: null })),
  ];
}

const recordsOf = ({ records }: CheckedPaper): Scoped[] => [
  ...records.targets,
  ...records.coverage,
  ...records.actuals,
  ...records.ratings,
  ...records.verdicts,
  ...records.changes,
];

const isTarget = (told: Told): told is Told & { readonly record: Target } => told.record.type === 'target';

function index<Key>(told: readonly Told[], keyOf: (record: Scoped) => Key): Map<Key, Told[]> {
  const groups = new Map<Key, Told[]>();
  for (const one of told) {
    const key = keyOf(one.record);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
