import type { Actual, Baseline, Comparator, Decimal, Language, ScoredKpi, Severity, Target, Text } from '../model/index.ts';
import { eraName } from '../normalize/fiscal-year.ts';

/** A sentence or word in the language of the reader. */
export const say = (text: Text, lang: Language): string => text[lang];

/** `令和3年度`, `FY2021`. */
export const yearLabel = (fiscalYear: number, lang: Language): string => (lang === 'ja' ? eraName(fiscalYear) : `FY${fiscalYear}`);

/** Japanese puts the comparison behind the number (`95.0%以上`), English in front (`≥ 95.0%`). */
const COMPARATORS: Record<Exclude<Comparator, 'do'>, Text> = {
  '>=': { ja: '以上', en: '≥ ' },
  '>': { ja: '超', en: '> ' },
  '<=': { ja: '以下', en: '≤ ' },
  '<': { ja: '未満', en: '< ' },
  '=': { ja: '', en: '' },
};

const RELATIVE: Record<'previous_year' | 'max_of_previous_year_and_3y_mean' | 'mean_of_3y', Text> = {
  previous_year: { ja: '前年度', en: 'the year before' },
  max_of_previous_year_and_3y_mean: { ja: '前年度と過去3年度平均の高い方', en: 'the higher of the year before and the 3-year mean' },
  mean_of_3y: { ja: '過去3年度平均', en: 'the 3-year mean' },
};

export const SEVERITIES: Record<Severity, Text> = {
  error: { ja: 'エラー', en: 'error' },
  warning: { ja: '警告', en: 'warning' },
  note: { ja: '注記', en: 'note' },
};

/** `1,850事業所` in Japanese, `1,850 事業所` in English, `95.0%` in both: `-` where there is no number. */
export function quantity(value: Decimal | null, unit: string | null, lang: Language): string {
  if (value === null) return '-';
  const [whole = '', fraction] = value.text.split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
  if (unit === null) return digits;
  return lang === 'en' && unit !== '%' ? `${digits} ${unit}` : `${digits}${unit}`;
}

export function compared(comparator: Comparator, amount: string, lang: Language): string {
  if (comparator === 'do') return amount;
  return lang === 'ja' ? `${amount}${COMPARATORS[comparator].ja}` : `${COMPARATORS[comparator].en}${amount}`;
}

const DONE: Text = { ja: '実施する', en: 'to be done' };

/** `95.0%以上`, `前年度以上`, `実施する`. */
export function targetLabel(target: Pick<Target, 'basis' | 'comparator' | 'value' | 'unit'>, lang: Language): string {
  if (target.basis === 'qualitative') return DONE[lang];
  const amount = target.basis === 'absolute' ? quantity(target.value, target.unit, lang) : RELATIVE[target.basis][lang];
  return compared(target.comparator, amount, lang);
}

const PROVISIONAL: Text = { ja: '（暫定）', en: ' (provisional)' };

/** `未達成（暫定）`: from a figure that is not yet the whole year's. */
export const verdictLabel = (verdict: string, provisional: boolean, lang: Language): string =>
  provisional ? `${verdict}${PROVISIONAL[lang]}` : verdict;

/** A remark behind a word: `96.2%（9月末）`, in English `96.2% (9月末)`. */
export const aside = (text: string, remark: string, lang: Language): string =>
  lang === 'ja' ? `${text}（${remark}）` : `${text} (${remark})`;

/** The number that was compared, also where the plan only says 対前年度以上; what the plan says where there is none. */
export function goalLabel({ target, comparator, basis }: Pick<ScoredKpi, 'target' | 'comparator' | 'basis'>, lang: Language): string {
  if (target.value !== null) return compared(comparator, quantity(target.value, target.unit, lang), lang);
  return targetLabel({ basis, comparator, value: null, unit: null }, lang);
}

/** The same, with what the plan says beside a number that it did not set itself: `0.341%以上（前年度以上）`. Null where there is neither. */
export function goalInFull(kpi: Pick<ScoredKpi, 'target' | 'comparator' | 'basis'>, lang: Language): string | null {
  const { target, comparator, basis } = kpi;
  if (basis === 'absolute') return target.value === null ? null : goalLabel(kpi, lang);
  const said = targetLabel({ basis, comparator, value: null, unit: null }, lang);
  return target.value === null ? said : aside(goalLabel(kpi, lang), said, lang);
}

/** `96.1%`; the words of a result without a value: `未提供`. */
export const resultLabel = ({ value, unit, text }: Pick<Actual, 'value' | 'unit' | 'text'>, lang: Language): string =>
  value === null ? text : quantity(value, unit, lang);

/** `令和2年度見込み 55.02%`. */
export const baselineLabel = (baseline: Baseline, lang: Language): string =>
  `${baseline.label} ${quantity(baseline.value, baseline.unit, lang)}`.trim();
