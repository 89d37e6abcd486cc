import { KpiError, type Target } from '../model/index.ts';
import { groupBy } from '../source/group-by.ts';
import type { Repeat, ScopeFilter, StoreReader } from '../store/store.ts';
import { branchNames, fiscalYear } from './selection.ts';

export interface ScopeOptions {
  readonly branch?: readonly string[];
  readonly year?: string;
}

export interface TargetsInScope {
  readonly fiscalYear: number;
  readonly branches: readonly string[];
  readonly targets: readonly Target[];
  /** Of these targets, those that several documents give. */
  readonly repeats: readonly Repeat[];
}

/** The targets of the branches asked for, in the year asked for, else in the newest year that most of them have. */
export async function targetsInScope(store: Pick<StoreReader, 'standing'>, options: ScopeOptions): Promise<TargetsInScope> {
  const branches = branchNames(options.branch);
  const { targets: all, repeats } = await store.standing(branches === undefined ? {} : { branches });
  const years = [...new Set(all.map((target) => target.fiscalYear))].sort();
  const year = options.year === undefined ? newestYear(all) : fiscalYear(options.year);
  const targets = all.filter((target) => target.fiscalYear === year);
  if (year === undefined || targets.length === 0) throw noTargets(branches, options.year, years);
  const found = [...new Set(targets.map(({ branch }) => branch))];
  const absent = branches?.filter((branch) => !found.includes(branch)) ?? [];
  if (absent.length > 0) throw noTargets(absent, String(year), years);
  if (found.length > 1 && options.branch === undefined) throw whichBranch(found);
  return { fiscalYear: year, branches: found, targets, repeats: repeats.length === 0 ? [] : await repeatsIn(store, found, year) };
}

/** The newest that more than half as many branches have as have any: the summary that one of them printed since is no year to compare. */
function newestYear(targets: readonly Target[]): number | undefined {
  const years = [...groupBy(targets, (target) => String(target.fiscalYear))].map(([year, own]) => ({
    year: Number(year),
    branches: new Set(own.map(({ branch }) => branch)).size,
  }));
  const most = Math.max(...years.map(({ branches }) => branches));
  return years
    .filter(({ branches }) => branches * 2 > most)
    .map(({ year }) => year)
    .sort()
    .at(-1);
}

const repeatsIn = async (store: Pick<StoreReader, 'standing'>, branches: readonly string[], year: number) =>
  (await store.standing({ branches, fiscalYears: [year] })).repeats;

/** For a list that came out empty: was it the branch or the year that nothing is known of? A store with no targets at all is only empty. */
export async function refuseUnknownScope(
  store: Pick<StoreReader, 'targets'>,
  { branches, fiscalYears }: ScopeFilter,
  years: readonly string[] | undefined,
): Promise<void> {
  const all = await store.targets();
  const ofBranches = all.filter(({ branch }) => branches?.includes(branch) ?? true);
  if (all.length === 0 || ofBranches.some(({ fiscalYear }) => fiscalYears?.includes(fiscalYear) ?? true)) return;
  throw noTargets(branches, years?.join(', '), [...new Set(ofBranches.map(({ fiscalYear }) => fiscalYear))].sort());
}

function noTargets(branches: readonly string[] | undefined, year: string | undefined, years: readonly number[]): KpiError {
  const ja = [branches?.join('、'), year === undefined ? undefined : `${year.replace(/年度?$/, '')}年度`]
    .filter((part) => part !== undefined)
    .join(' ');
  const en = [branches?.join(', '), year].filter((part) => part !== undefined).join(' ');
  const known = years.length === 0 ? null : years.join(', ');
  return new KpiError({
    ja: `${ja === '' ? '' : `${ja} の`}目標はデータベースにありません。${known === null ? 'kpi ingest で計画を読み込んでください。' : `目標があるのは ${known} 年度です。`}`,
    en: `no targets on record${en === '' ? '' : ` for ${en}`}: ${known === null ? 'run `kpi ingest` on the plan first' : `there are some for ${known}`}`,
  });
}

function whichBranch(found: readonly string[]): KpiError {
  const some = found.slice(0, 5);
  return new KpiError({
    ja: `データベースに ${found.length} 支部あります（${some.join('、')}${found.length > some.length ? ' など' : ''}）。--branch ${some[0]} のように選ぶか、--branch all を指定してください。`,
    en: `the store has ${found.length} branches (${some.join(', ')}${found.length > some.length ? ', …' : ''}): choose with --branch ${some[0]}, or --branch all`,
  });
}
