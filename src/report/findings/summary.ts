import type { Finding, Severity, Text } from '../../model/index.ts';
import { SEVERITIES } from '../labels.ts';
import type { FindingsContext } from './formatter.ts';

const ORDER: readonly Severity[] = ['error', 'warning', 'note'];
const NONE: Text = { ja: '指摘なし', en: 'nothing found' };

/** So many findings of each severity, the worst first. */
export function countsOf(findings: readonly Pick<Finding, 'severity'>[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** `指摘 3 件: エラー 1、警告 2（文書 1、ベースラインにある指摘 4）`. */
export function summaryLine(findings: readonly Finding[], { lang, documents, known, ignored }: FindingsContext): string {
  const counts = countsOf(findings);
  const named = ORDER.filter((severity) => counts[severity] > 0).map((severity) => `${SEVERITIES[severity][lang]} ${counts[severity]}`);
  const beside = { ja: [`文書 ${documents.length}`], en: [`documents ${documents.length}`] };
  if (known > 0) {
    beside.ja.push(`ベースラインにある指摘 ${known}`);
    beside.en.push(`of the baseline ${known}`);
  }
  if (ignored > 0) {
    beside.ja.push(`設定で除いた指摘 ${ignored}`);
    beside.en.push(`ignored ${ignored}`);
  }
  return lang === 'ja'
    ? `${named.length === 0 ? NONE.ja : `指摘 ${findings.length}: ${named.join('、')}`}（${beside.ja.join('、')}）`
    : `${named.length === 0 ? NONE.en : `findings ${findings.length}: ${named.join(', ')}`} (${beside.en.join(', ')})`;
}
