import { existsSync } from 'node:fs';
import { type Change, type Indicator, KpiError, type Target } from '../../model/index.ts';
import { type Catalog, createCatalog } from '../../normalize/catalog.ts';
import { parseFiscalYear } from '../../normalize/fiscal-year.ts';
import { diffReport } from '../../report/views/diff.ts';
import { type Diff, diff as diffOf } from '../../score/diff.ts';
import type { Repeat } from '../../store/store.ts';
import type { App, ExitCode } from '../app.ts';
import type { DiffOptions } from '../commands/diff.ts';
import { openReaders } from '../open-readers.ts';
import { withStore } from '../open-store.ts';
import { print } from '../output.ts';
import { ownIndicators } from '../own-catalog.ts';
import type { ReadPaper } from '../readers.ts';
import { refuseSources } from '../refuse-sources.ts';
import { noteRepeats } from '../repeats.ts';
import { branchNames, fiscalYear } from '../selection.ts';

/** One side: the KPIs of a year or paper, and the changes that it prints. */
interface Side {
  readonly name: string;
  readonly targets: readonly Target[];
  readonly changes: readonly Change[];
  readonly repeats: readonly Repeat[];
}

export async function diff(before: string, after: string, options: DiffOptions, app: App): Promise<ExitCode> {
  const own = await ownIndicators(options, app);
  const catalog = createCatalog(own);
  const files = [before, after].filter((word) => existsSync(word));
  refuseSources(files, [options.output]);
  if (files.length === 1) refuseMixture(before, after);
  const sides = files.length > 0 ? await papers([before, after], options, app, own) : await years([before, after], options, app);
  const diffs = diffsOf(sides, branchesOf(options), catalog);
  for (const { repeats } of sides) noteRepeats(repeats, options, app);
  await print(diffReport(diffs, app.lang), options, app);
  return 0;
}

const branchesOf = ({ branch }: DiffOptions) => branchNames(branch === undefined ? undefined : [branch]);

async function years(words: readonly [string, string], options: DiffOptions, app: App): Promise<readonly [Side, Side]> {
  const branches = branchesOf(options);
  const filter = branches === undefined ? {} : { branches };
  return withStore(options, app, async (store) => {
    const side = async (word: string): Promise<Side> => {
      const fiscalYears = [yearOrFile(word)];
      const { targets, repeats } = await store.standing({ ...filter, fiscalYears });
      return { name: word, targets, repeats, changes: await store.changes({ ...filter, fiscalYears }) };
    };
    return [await side(words[0]), await side(words[1])];
  });
}

function refuseMixture(before: string, after: string): void {
  const word = existsSync(before) ? after : before;
  if (parseFiscalYear(word) === null) return;
  throw new KpiError({
    ja: `${before} と ${after}: 文書と年度は比べられません。二つの年度か、二つの文書を指定してください。`,
    en: `${before}, ${after}: a paper and a year cannot be compared: name two years or two papers`,
  });
}

/** A word that is neither a year nor a file may be either, mistyped. */
function yearOrFile(word: string): number {
  if (!/[./\\]/.test(word)) return fiscalYear(word);
  throw new KpiError({ ja: `${word}: ファイルがありません。`, en: `${word}: no such file` });
}

async function papers(
  paths: readonly [string, string],
  { encoding, timeout, quiet }: DiffOptions,
  app: App,
  own: readonly Indicator[],
): Promise<readonly [Side, Side]> {
  const { readers, close } = openReaders(paths.length, { encoding, timeout, quiet }, own, app);
  const side = async (path: string) => sideOf(path, await readers.read(path));
  try {
    const [first, second] = [side(paths[0]), side(paths[1])];
    // A failure of the second waits for that of the first.
    second.catch(() => {});
    return [await first, await second];
  } finally {
    close();
  }
}

function sideOf(name: string, { scopes, records }: ReadPaper): Side {
  const own = new Set(scopes.map(({ branch, fiscalYear: year }) => `${branch} ${year}`));
  const inScope = ({ branch, fiscalYear: year }: Target) => own.has(`${branch} ${year}`);
  const all = [...records];
  const targets = all.filter((record) => record.type === 'target').filter(inScope);
  return { name, targets, changes: all.filter((record) => record.type === 'change'), repeats: [] };
}

function diffsOf([before, after]: readonly [Side, Side], branches: readonly string[] | undefined, catalog: Catalog): Diff[] {
  const inSide = ({ targets }: Side) => [...new Set(targets.map(({ branch }) => branch))];
  const both = inSide(after).filter((branch) => inSide(before).includes(branch));
  const wanted = branches ?? both;
  const lacking = [before, after].find((side) => side.targets.length === 0 || wanted.some((branch) => !inSide(side).includes(branch)));
  if (lacking) throw nothingIn(lacking, wanted);
  if (wanted.length === 0) throw nothingShared(before, after);
  return wanted.map((branch) => {
    const own = <Item extends { readonly branch: string }>(items: readonly Item[]) => items.filter((item) => item.branch === branch);
    const side = ({ targets }: Side) => ({ fiscalYear: own(targets)[0]?.fiscalYear ?? 0, targets: own(targets) });
    return diffOf({ branch, before: side(before), after: side(after), changes: own(after.changes), catalog });
  });
}

/** Of many, the first few. */
const someBranches = (targets: readonly Target[]): string[] => {
  const all = [...new Set(targets.map(({ branch }) => branch))];
  return all.length > 5 ? [...all.slice(0, 5), '…'] : all;
};

const nothingShared = (before: Side, after: Side): KpiError =>
  new KpiError({
    ja: `両方に目標のある支部がありません（${before.name} は ${someBranches(before.targets).join('、')}、${after.name} は ${someBranches(after.targets).join('、')}）。`,
    en: `no branch has targets in both (${before.name}: ${someBranches(before.targets).join(', ')}; ${after.name}: ${someBranches(after.targets).join(', ')})`,
  });

function nothingIn({ name, targets }: Side, wanted: readonly string[]): KpiError {
  const known = someBranches(targets);
  return new KpiError({
    ja: `${name} に${wanted.length > 0 ? `${wanted.join('、')} の` : '比べられる'}目標がありません${known.length === 0 ? '。kpi ingest で計画を読み込んでください。' : `（あるのは ${known.join('、')}）。`}`,
    en: `${name}: no targets ${wanted.length > 0 ? `for ${wanted.join(', ')}` : 'to compare'}${known.length === 0 ? ': run `kpi ingest` on the plan first' : ` (there are some for ${known.join(', ')})`}`,
  });
}
