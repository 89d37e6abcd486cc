import { FAMILIES } from '../../catalog/families.ts';
import type { Language, Text } from '../../model/index.ts';
import { yearLabel } from '../labels.ts';
import type { Report } from '../report.ts';

/** A document that was on record. */
export interface RemovedDocument {
  readonly name: string;
  readonly family: string;
  readonly scopes: readonly { readonly branch: string; readonly fiscalYear: number }[];
}

const ACTUALS: Text = { ja: '実績', en: 'actuals' };
/** A file with all 47 plans names its count instead. */
const NAMED_SCOPES = 4;

/** `事業計画、熊本 令和3年度`. */
export function documentLabel({ family, scopes }: RemovedDocument, lang: Language): string {
  const kind = (FAMILIES.find(({ id }) => id === family)?.name ?? ACTUALS)[lang];
  const many: Text = { ja: `${scopes.length} の支部・年度`, en: `${scopes.length} branches and years` };
  const each = scopes.map(({ branch, fiscalYear }) => `${branch} ${yearLabel(fiscalYear, lang)}`);
  return [kind, ...(each.length > NAMED_SCOPES ? [many[lang]] : each)].join(lang === 'ja' ? '、' : ', ');
}

/** What `kpi remove` took out. */
export function removedReport(document: RemovedDocument, lang: Language): Report {
  const { name, family, scopes } = document;
  const label = documentLabel(document, lang);
  const done: Text = {
    ja: `${name}（${label}）をデータベースから除きました。`,
    en: `${name} (${label}) was taken out of the store.`,
  };
  return {
    sections: () => [{ heading: null, columns: [], rows: [], notes: [done[lang]] }],
    sheet: () => ({
      columns: ['removed', 'family', 'branch', 'fiscalYear'],
      rows: scopes.map(({ branch, fiscalYear }) => [name, family, branch, String(fiscalYear)]),
    }),
    data: () => [{ removed: name, family, scopes }],
    single: true,
  };
}
