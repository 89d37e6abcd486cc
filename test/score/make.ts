import { indexTargets } from '../../src/actuals/match.ts';
import { BRANCH } from '../../src/catalog/rubrics/branch.ts';
import {
  type Actual,
  type Area,
  type Basis,
  type Comparator,
  type Completion,
  Decimal,
  type Effort,
  type Rubric,
  type Source,
  type Target,
} from '../../src/model/index.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { createHistory } from '../../src/score/history.ts';
import { scoreKpi } from '../../src/score/kpi.ts';

export const catalog = createCatalog();

export const at = (document: string, line: number, quote = ''): Source => ({ document, page: 1, lineStart: line, lineEnd: line, quote });

const number = (text: string | null | undefined): Decimal | null => (text === null || text === undefined ? null : Decimal.of(text));

let line = 0;

interface TargetFields {
  readonly id?: string;
  readonly fiscalYear?: number;
  readonly area?: Area;
  readonly measure?: string | null;
  readonly indicator?: string | null;
  readonly role?: 'kpi' | 'breakdown';
  readonly parentId?: string | null;
  /** `令和2年度実績 96.3%`: label, space, value, unit. */
  readonly baselines?: readonly string[];
  readonly conditions?: readonly string[];
  readonly duplicateOf?: string | null;
  readonly document?: string;
}

const RELATIVE: Readonly<Record<string, Exclude<Basis, 'absolute' | 'qualitative'>>> = {
  前年度: 'previous_year',
  前年度か3年平均: 'max_of_previous_year_and_3y_mean',
  '3年平均': 'mean_of_3y',
};

/** A target of 熊本 for FY2021 as short as it can be said: `target('郵送化率', '>= 95.0 %')`, `'<= 前年度'`, `'do'`. */
export function target(name: string, says: string, fields: TargetFields = {}): Target {
  line += 1;
  const [comparator = '', amount = '', unit = null] = says.split(' ');
  const base: Common = {
    type: 'target',
    id: fields.id ?? `熊本-2021-${name}`,
    branch: '熊本',
    fiscalYear: fields.fiscalYear ?? 2021,
    area: fields.area ?? '基盤的保険者機能',
    measure: fields.measure === undefined ? 'サービス水準の向上' : fields.measure,
    outline: [],
    indicator: fields.indicator === undefined ? (catalog.resolve(name)?.id ?? null) : fields.indicator,
    name,
    marker: '',
    role: fields.role ?? 'kpi',
    parentId: fields.parentId ?? null,
    baselines: (fields.baselines ?? []).map((text) => {
      const [, label = '', value = null, baselineUnit = null] = /^(\S+)(?: ([\d.]+)(\S*))?$/.exec(text) ?? [];
      return { label, value: number(value), unit: baselineUnit === '' ? null : baselineUnit };
    }),
    conditions: (fields.conditions ?? []).map((text) => ({ text })),
    duplicateOf: fields.duplicateOf ?? null,
    source: at(fields.document ?? 'plan.txt', line),
  };
  if (comparator === 'do') return { ...base, basis: 'qualitative', comparator, value: null, unit: null };
  const basis = RELATIVE[amount];
  if (basis) return { ...base, basis, comparator: ordered(comparator), value: null, unit: null };
  return { ...base, basis: 'absolute', comparator: ordered(comparator), value: Decimal.of(amount), unit };
}

type Common = Omit<Target, 'basis' | 'comparator' | 'value' | 'unit'>;

function ordered(text: string): Exclude<Comparator, 'do'> {
  const found = (['>=', '>', '<=', '<', '='] as const).find((comparator) => comparator === text);
  if (!found) throw new Error(`no comparator: ${text}`);
  return found;
}

interface ActualFields {
  readonly fiscalYear?: number;
  readonly indicator?: string | null;
  readonly text?: string;
  readonly asOf?: string | null;
  readonly counts?: string;
  readonly document?: string;
  readonly line?: number;
  /** 前年度実績 in the sheet of the year after. */
  readonly restated?: true;
}

/** `actual('郵送化率', '96.1 %')`; words or nothing have no value: `actual('意見発信', '○')`. */
export function actual(name: string, says: string, fields: ActualFields = {}): Actual {
  line += 1;
  const [, value = null, unit = ''] = /^(-?\d+(?:\.\d+)?) ?(\S*)$/.exec(says) ?? [];
  const [numerator = null, denominator = null] = fields.counts?.split('/') ?? [];
  return {
    type: 'actual',
    branch: '熊本',
    fiscalYear: fields.fiscalYear ?? 2021,
    indicator: fields.indicator === undefined ? (catalog.resolve(name)?.id ?? null) : fields.indicator,
    name,
    value: number(value),
    unit: unit === '' ? null : unit,
    text: fields.text ?? says,
    asOf: fields.asOf ?? null,
    nationalRank: null,
    numerator: number(numerator),
    denominator: number(denominator),
    ...(fields.restated && { restated: true }),
    source: at(fields.document ?? 'actuals.csv', fields.line ?? line),
  };
}

export function effort(measure: string, completion: Completion | null, newInitiative: boolean | null = null): Effort {
  line += 1;
  return { type: 'effort', branch: '熊本', fiscalYear: 2021, measure, completion, newInitiative, source: at('actuals.csv', line) };
}

/** The score of one target, with what is on record. */
export function kpiOf(
  one: Target,
  actuals: readonly Actual[],
  csvDocuments: readonly string[] = [],
  rubric: Rubric = BRANCH,
  others: readonly Target[] = [],
) {
  const targets = [one, ...others];
  const history = createHistory({
    index: indexTargets(targets),
    targets,
    fiscalYear: one.fiscalYear,
    actuals,
    csvDocuments: new Set(csvDocuments),
  });
  return scoreKpi(one, history, rubric, catalog);
}
