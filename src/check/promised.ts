import type { Basis, Comparator, Target, Text } from '../model/index.ts';
import { figureText } from './figures.ts';

/** What a target promises, in a few words: `95.0％以上`, `対前年度以下`, `実施`. */
export function promised(target: Target): Text {
  const { comparator, basis, value, unit } = target;
  const sign = SIGNS[comparator];
  if (value === null) return { ja: BASES[basis].ja + sign.ja, en: [sign.en, BASES[basis].en].filter(Boolean).join(' ') };
  const figure = figureText(value, unit);
  return { ja: figure.ja + sign.ja, en: [sign.en, figure.en].filter(Boolean).join(' ') };
}

const SIGNS: Readonly<Record<Comparator, Text>> = {
  '>=': { ja: '以上', en: 'at least' },
  '>': { ja: '超', en: 'more than' },
  '<=': { ja: '以下', en: 'at most' },
  '<': { ja: '未満', en: 'less than' },
  '=': { ja: '', en: '' },
  do: { ja: '', en: '' },
};

const BASES: Readonly<Record<Basis, Text>> = {
  absolute: { ja: '', en: '' },
  previous_year: { ja: '対前年度', en: 'the previous year' },
  max_of_previous_year_and_3y_mean: {
    ja: '前年度と過去3年度平均の高い方',
    en: 'the higher of the previous year and the mean of three years',
  },
  mean_of_3y: { ja: '過去3年度平均', en: 'the mean of three years' },
  qualitative: { ja: '実施', en: 'to be done' },
};
