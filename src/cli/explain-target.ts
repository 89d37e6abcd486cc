import { existsSync } from 'node:fs';
import type { CheckedPaper } from '../check/context.ts';
import { type Actual, type Effort, KpiError, type Rating, type Target, type Verdict } from '../model/index.ts';
import { createCatalog, indicatorKey } from '../normalize/catalog.ts';
import type { TargetExplanation } from '../report/explain/index.ts';
import { score } from '../score/score.ts';
import type { App } from './app.ts';
import type { ExplainOptions } from './commands/explain.ts';
import { passagesFrom } from './explain-passage.ts';
import { openRubric } from './open-rubric.ts';
import { storePath, withStore } from './open-store.ts';
import { ownIndicators } from './own-catalog.ts';
import { readPapers } from './read-papers.ts';
import { nearest } from './suggest.ts';

interface Facts {
  readonly targets: readonly Target[];
  readonly actuals: readonly Actual[];
  readonly efforts: readonly Effort[];
  readonly ratings: readonly Rating[];
  readonly verdicts: readonly Verdict[];
}

/** A target, from the documents that are named and from the store: what it asks for, and how it is scored with what is known. */
export async function explainTarget(id: string, paths: readonly string[], options: ExplainOptions, app: App): Promise<TargetExplanation> {
  const own = await ownIndicators(options, app);
  const catalog = createCatalog(own);
  const rubric = await openRubric(options.rubric);
  const { papers } = paths.length > 0 ? await readPapers(paths, options, app, own) : { papers: [] };
  const facts = join(papers, await onRecord(id, papers, options, app));
  const target = facts.targets.find((one) => one.id === id);
  if (target === undefined) throw unknownId(id, facts.targets, papers);
  const { branch, fiscalYear } = target;
  const { kpis } = score({ ...facts, branch, fiscalYear, rubric, catalog });
  const kpi = kpis.find(({ targetId }) => targetId === id) ?? null;
  const passageOf = passagesFrom(papers, options, app);
  const before = facts.actuals.filter((actual) => actual.fiscalYear < fiscalYear && answers(actual, target));
  return {
    kind: 'target',
    target,
    passage: await passageOf(target.source, target.value === null ? [] : [target.value.text]),
    rubric: rubric.id,
    kpi,
    result: kpi?.actual ? await passageOf(kpi.actual.source, kpi.actual.value === null ? [] : [kpi.actual.value.text]) : null,
    earlier: await Promise.all(
      before
        .sort((a, b) => b.fiscalYear - a.fiscalYear)
        .map(async (actual) => ({ actual, passage: await passageOf(actual.source, figuresOf(actual)) })),
    ),
  };
}

const answers = (actual: Actual, { branch, indicator, name }: Target): boolean =>
  actual.branch === branch && (indicator === null ? indicatorKey(actual.name) === indicatorKey(name) : actual.indicator === indicator);

const figuresOf = ({ value, numerator, denominator }: Actual): string[] =>
  [value, numerator, denominator].flatMap((figure) => (figure === null ? [] : [figure.text]));

const NOTHING: Facts = { targets: [], actuals: [], efforts: [], ratings: [], verdicts: [] };

/** What the store knows of the target's branch; of every branch where it does not know the target, to name the one that was meant. */
async function onRecord(id: string, papers: readonly CheckedPaper[], options: ExplainOptions, app: App): Promise<Facts> {
  const named = papers.length > 0;
  if (!options.store || (named && options.db === undefined && !existsSync(storePath(options, app)))) return NOTHING;
  return withStore(options, app, async (store) => {
    const { targets } = await store.standing();
    const branch = [...papers.flatMap(({ records }) => records.targets), ...targets].find((target) => target.id === id)?.branch;
    const branches = branch === undefined ? [] : [branch];
    return {
      targets,
      actuals: await store.actuals({ branches }),
      efforts: await store.efforts({ branches }),
      ratings: await store.ratings({ branches }),
      verdicts: await store.verdicts({ branches }),
    };
  });
}

/** What a document says that is named comes before what the store knows of it. */
function join(papers: readonly CheckedPaper[], stored: Facts): Facts {
  const given = new Set(papers.map(({ document }) => document.name));
  const other = <Item extends { readonly source: { readonly document: string } }>(items: readonly Item[]) =>
    items.filter(({ source }) => !given.has(source.document));
  const own = papers.flatMap(({ records }) => records.targets);
  const ids = new Set(own.map(({ id }) => id));
  return {
    targets: [...own, ...stored.targets.filter(({ id }) => !ids.has(id))],
    actuals: [...papers.flatMap(({ records }) => records.actuals), ...other(stored.actuals)],
    efforts: stored.efforts,
    ratings: [...papers.flatMap(({ records }) => records.ratings), ...other(stored.ratings)],
    verdicts: [...papers.flatMap(({ records }) => records.verdicts), ...other(stored.verdicts)],
  };
}

function unknownId(id: string, targets: readonly Target[], papers: readonly CheckedPaper[]): KpiError {
  const meant = nearest(
    id,
    targets.map((target) => target.id),
  );
  const where = papers.map(({ document }) => document.name);
  return new KpiError({
    ja: `ID「${id}」の目標は${where.length === 0 ? 'データベース' : where.join('、')}にありません。${meant === undefined ? '' : `「${meant}」ではありませんか。`}目標の ID は kpi list --format csv、指摘の ID は kpi check で見られます。`,
    en: `no target "${id}" ${where.length === 0 ? 'on record' : `in ${where.join(', ')}`}${meant === undefined ? '' : `: did you mean "${meant}"?`} (see kpi list --format csv for ids of targets, kpi check for those of findings)`,
  });
}
