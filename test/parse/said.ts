import type { Actual, Change, Finding, KpiRecord, Rating, Target, Verdict } from '../../src/model/index.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';

/** Reads lines as a plan summary of 熊本 for FY2024; tables are read alike in every family. */
export function readSummary(lines: readonly string[] | string, name = 'summary.md') {
  const body = typeof lines === 'string' ? lines : lines.join('\n');
  const text = body.includes('熊本支部事業計画') ? body : `令和6年度 熊本支部事業計画の概要について（案）。\n\n${body}`;
  const reading = readPaper(documentFromText(name, text), { catalog: createCatalog(), family: 'summary' });
  const of = <T extends KpiRecord>(type: T['type']) => reading.records.filter((record): record is T => record.type === type);
  return {
    ...reading,
    text,
    targets: of<Target>('target'),
    verdicts: of<Verdict>('verdict'),
    actuals: of<Actual>('actual'),
    ratings: of<Rating>('rating'),
    changes: of<Change>('change'),
    findings: of<Finding>('finding').filter(({ rule }) => rule !== 'document/no-target'),
  };
}

/** `熊本 2024 郵送化率 >= 95.0%` */
export function targetSaid({ branch, fiscalYear, marker, name, comparator, basis, value, unit, baselines }: Target): string {
  const promise = basis === 'absolute' ? `${comparator} ${value}${unit ?? ''}` : `${comparator} ${basis}`;
  const beside = baselines.map((baseline) => ` (${baseline.label} ${baseline.value}${baseline.unit ?? ''})`).join('');
  return `${branch} ${fiscalYear} ${marker}${name} ${promise}${beside}`;
}

export const verdictSaid = ({ branch, fiscalYear, name, verdict, rubric }: Verdict): string =>
  `${branch} ${fiscalYear} ${name} ${verdict} (${rubric})`;

export function actualSaid({ branch, fiscalYear, name, value, unit, attainment, asOf }: Actual): string {
  return `${branch} ${fiscalYear} ${name} ${value}${unit ?? ''}${asOf ? ` ${asOf}` : ''}${attainment ? `, ${attainment}%` : ''}`;
}
