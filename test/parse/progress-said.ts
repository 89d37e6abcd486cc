import type { Actual, Finding, KpiRecord, Target, Verdict } from '../../src/model/index.ts';
import { createCatalog } from '../../src/normalize/catalog.ts';
import { readPaper } from '../../src/normalize/paper.ts';
import { documentFromText } from '../../src/source/text.ts';

const TITLE = '令和3年度上期 事業計画の進捗状況（熊本支部）';

/** Reads lines as a progress sheet of 熊本 for the first half of FY2021, unless they are a whole one. */
export function readProgress(body: string | readonly string[]) {
  const text = typeof body === 'string' ? body : [TITLE, ...body].join('\n');
  const reading = readPaper(documentFromText('progress.txt', text), { catalog: createCatalog() });
  const of = <T extends KpiRecord>(type: T['type']) => reading.records.filter((record): record is T => record.type === type);
  return {
    ...reading,
    text,
    targets: of<Target>('target'),
    actuals: of<Actual>('actual'),
    verdicts: of<Verdict>('verdict'),
    findings: of<Finding>('finding').filter(({ rule }) => rule !== 'document/no-target'),
  };
}

/** `mailing-rate >= 95.0%` */
export function targetSaid({ indicator, name, comparator, basis, value, unit, baselines }: Target): string {
  const promise = basis === 'absolute' ? `${comparator} ${value}${unit ?? ''}` : `${comparator} ${basis}`;
  return `${indicator ?? name} ${promise}${baselines.map((one) => ` (${one.label} ${one.value}${one.unit ?? ''})`).join('')}`;
}

/** `mailing-rate 94.6% 9月末 #13 = 946/1000`; the branch when it is not 熊本. */
export function actualSaid({ branch, indicator, name, value, unit, text, asOf, nationalRank, numerator, denominator }: Actual): string {
  const figure = value ? `${value}${unit ?? ''}` : `“${text}”`;
  const beside = `${asOf ? ` ${asOf}` : ''}${nationalRank ? ` #${nationalRank}` : ''}${denominator ? ` = ${numerator}/${denominator}` : ''}`;
  return `${branch === '熊本' ? '' : `${branch} `}${indicator ?? name} ${figure}${beside}`;
}

export const verdictSaid = ({ indicator, name, verdict, rubric }: Verdict): string => `${indicator ?? name} ${verdict} (${rubric})`;

/** Targets, results, verdicts and findings in the order of the sheet. */
export function said(body: string | readonly string[]): string[] {
  return readProgress(body).records.flatMap((record) => {
    switch (record.type) {
      case 'target':
        return [`T ${targetSaid(record)}`];
      case 'actual':
        return [`A ${actualSaid(record)}`];
      case 'verdict':
        return [`V ${verdictSaid(record)}`];
      case 'finding':
        return [`F ${record.rule}`];
      default:
        return [record.type];
    }
  });
}
