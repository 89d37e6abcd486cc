import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type Actual,
  type Change,
  type Coverage,
  Decimal,
  type Effort,
  type Finding,
  type PrintedRubric,
  type Rating,
  type Source,
  type Target,
  type Verdict,
} from '../../src/model/index.ts';
import type { StoredDocument } from '../../src/store/store.ts';

/** The path of a store that is not there yet, in a folder of its own that goes away with the test. */
export function freshPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, '.kpi', 'store.db');
}

export function document(name: string, hash: string, reader?: string): StoredDocument {
  return { name, hash, family: 'plan', ...(reader !== undefined && { reader }) };
}

export function source(document: string, lineStart = 12): Source {
  return { document, page: 3, lineStart, lineEnd: lineStart + 1, quote: '② 現金給付等の申請に係る郵送化率を\n95.0％以上とする' };
}

type AbsoluteTarget = Extract<Target, { basis: 'absolute' }>;

/** `② 現金給付等の申請に係る郵送化率を 95.0％以上とする` */
export function target(changes: Partial<AbsoluteTarget> = {}): AbsoluteTarget {
  return {
    type: 'target',
    id: '熊本-2021-mailing-rate',
    branch: '熊本',
    fiscalYear: 2021,
    area: '基盤的保険者機能',
    measure: 'サービス水準の向上',
    outline: ['基盤的保険者機能関係', 'サービス水準の向上'],
    indicator: 'mailing-rate',
    name: '現金給付等の申請に係る郵送化率',
    marker: '②',
    role: 'kpi',
    parentId: null,
    baselines: [
      { label: '令和2年度実績（10月末現在）', value: Decimal.of('94.10'), unit: '%' },
      { label: '令和元年度', value: null, unit: null },
    ],
    conditions: [{ text: 'ただし、"前年度"を下回らない\\こと' }],
    duplicateOf: null,
    source: source('plan.txt'),
    basis: 'absolute',
    comparator: '>=',
    value: Decimal.of('95.0'),
    unit: '%',
    ...changes,
  };
}

/** `対前年度以上` */
export function relativeTarget(): Target {
  return { ...target(), basis: 'previous_year', value: null, unit: null };
}

/** `効果的な意見発信を実施する` */
export function qualitativeTarget(): Target {
  return { ...target(), basis: 'qualitative', comparator: 'do', value: null, unit: null, area: null, measure: null, indicator: null };
}

export function coverage(changes: Partial<Coverage> = {}): Coverage {
  return {
    type: 'coverage',
    branch: '熊本',
    fiscalYear: 2021,
    name: '生活習慣病予防健診',
    group: '被保険者',
    population: Decimal.of('254478'),
    planned: Decimal.of('160324'),
    rate: Decimal.of('63.0'),
    source: source('plan.txt'),
    ...changes,
  };
}

export function actual(changes: Partial<Actual> = {}): Actual {
  return {
    type: 'actual',
    branch: '熊本',
    fiscalYear: 2021,
    indicator: 'mailing-rate',
    name: '郵送化率',
    value: Decimal.of('-0.50'),
    unit: '%',
    text: '▲0.50％',
    asOf: '9月末',
    nationalRank: 7,
    numerator: Decimal.of('907'),
    denominator: Decimal.of('96681'),
    source: source('actuals.csv'),
    ...changes,
  };
}

export function effort(changes: Partial<Effort> = {}): Effort {
  return {
    type: 'effort',
    branch: '熊本',
    fiscalYear: 2021,
    measure: 'サービス水準の向上',
    completion: 'as_planned',
    newInitiative: null,
    source: source('actuals.csv'),
    ...changes,
  };
}

export function rating(): Rating {
  return {
    type: 'rating',
    branch: '鹿児島',
    fiscalYear: 2023,
    area: '基盤的保険者機能',
    number: '②',
    measure: 'サービス水準の向上',
    group: '業務',
    grade: 'B',
    rubric: 'branch',
    source: source('results.txt'),
  };
}

export function verdict(): Verdict {
  return {
    type: 'verdict',
    branch: '本部',
    fiscalYear: 2020,
    area: '基盤的保険者機能',
    measure: 'サービス水準の向上',
    indicator: 'service-standard',
    name: 'サービススタンダードの達成状況',
    verdict: '概ね達成',
    rubric: 'headquarters',
    source: source('report.txt'),
  };
}

export function change(): Change {
  return {
    type: 'change',
    branch: '熊本',
    fiscalYear: 2024,
    kind: 'deleted',
    name: '提出率',
    from: null,
    to: null,
    source: source('summary.md'),
  };
}

export function printedRubric(): PrintedRubric {
  return {
    type: 'rubric',
    branch: '鹿児島',
    fiscalYear: 2023,
    sameAs: null,
    rubric: {
      kind: 'grades',
      id: 'printed',
      title: { ja: '自己評価判定基準', en: 'self-rating' },
      source: 'results.txt 1-9',
      grades: ['A', 'B'],
      rows: [
        { grade: 'A', kpi: ['exceeded', 'met'] },
        { grade: 'B', kpi: ['none'], newInitiative: false, completion: ['as_planned'] },
      ],
    },
    source: source('results.txt'),
  };
}

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    type: 'finding',
    rule: 'target/unread',
    severity: 'warning',
    message: { ja: '目標を読み取れません', en: 'no target could be read' },
    source: source('plan.txt'),
    ...changes,
  };
}
