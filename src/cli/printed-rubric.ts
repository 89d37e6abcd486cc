import { BRANCH } from '../catalog/rubrics/branch.ts';
import { RUBRICS } from '../catalog/rubrics/index.ts';
import { KpiError } from '../model/errors.ts';
import type { PrintedRubric, Rubric } from '../model/index.ts';
import type { StoreReader } from '../store/store.ts';
import { openRubric } from './open-rubric.ts';

/** `--rubric printed`: the table that the branch's own results report prints. */
export const PRINTED = 'printed';

interface Scope {
  readonly branches: readonly string[];
  readonly fiscalYear: number;
}

/** The rubric that `--rubric` names, a file of one's own among them; null for `printed`, which only the store knows. */
export const givenRubric = (name: string): Promise<Rubric> | null => (name === PRINTED ? null : openRubric(name));

export async function rubricFor(given: Rubric | null, store: Pick<StoreReader, 'rubrics'>, scope: Scope): Promise<Rubric> {
  return given ?? printedRubric(store, scope);
}

/**
 * Over several years `printed` is each branch's own of each year, where its report prints one; elsewhere `branch`.
 *
 * @throws KpiError when no report on record prints one
 */
export async function rubricByYear(
  given: Rubric | null,
  store: Pick<StoreReader, 'rubrics'>,
  branches: readonly string[] | undefined,
): Promise<(branch: string, fiscalYear: number) => Rubric> {
  if (given) return () => given;
  const found = await store.rubrics(branches === undefined ? {} : { branches });
  if (found.length === 0) throw none(branches ?? [], null);
  return (branch, fiscalYear) => {
    const own = found.findLast((printed) => printed.branch === branch && printed.fiscalYear === fiscalYear);
    return own ? (asBuiltIn(own) ?? own.rubric) : BRANCH;
  };
}

/** @throws KpiError when no report on record prints one, or two branches print different ones */
export async function printedRubric(store: Pick<StoreReader, 'rubrics'>, { branches, fiscalYear }: Scope): Promise<Rubric> {
  const found = await store.rubrics({ branches, fiscalYears: [fiscalYear] });
  const last = found.at(-1);
  if (!last) throw none(branches, fiscalYear);
  const others = found.filter(({ branch }) => branch !== last.branch);
  if (others.some((other) => contentOf(other) !== contentOf(last))) throw several(found);
  return asBuiltIn(last) ?? last.rubric;
}

/** Branches whose report prints a table of its own, so that its ratings are not those of the built-in rubric. */
export async function withOwnRubric(store: Pick<StoreReader, 'rubrics'>, { branches, fiscalYear }: Scope): Promise<string[]> {
  const found = await store.rubrics({ branches, fiscalYears: [fiscalYear] });
  return [...new Set(found.filter(({ sameAs }) => sameAs === null).map(({ branch }) => branch))];
}

const asBuiltIn = ({ sameAs }: PrintedRubric): Rubric | null => RUBRICS.find(({ id }) => id === sameAs) ?? null;

const contentOf = (printed: PrintedRubric): string => printed.sameAs ?? JSON.stringify(printed.rubric.rows);

function none(branches: readonly string[], fiscalYear: number | null): KpiError {
  const names = branches.slice(0, 3);
  const of = [names.join('、'), fiscalYear === null ? '' : `${fiscalYear}年度`].filter((word) => word !== '').join(' ');
  const about = [names.join(', '), fiscalYear === null ? '' : String(fiscalYear)].filter((word) => word !== '').join(' ');
  return new KpiError({
    ja: `${of === '' ? '' : `${of}の`}評価基準を印刷した文書は読み込まれていません。kpi ingest で実施結果報告を読み込むか、--rubric branch を指定してください。`,
    en: `no document on record prints a rubric${about === '' ? '' : ` for ${about}`}: ingest its results report, or give --rubric branch`,
  });
}

function several(found: readonly PrintedRubric[]): KpiError {
  const [first] = found;
  return new KpiError({
    ja: `支部によって印刷された評価基準が違います。--branch ${first?.branch ?? ''} のように 1 支部を選んでください。`,
    en: `the branches print different rubrics: choose one, as in --branch ${first?.branch ?? ''}`,
  });
}
