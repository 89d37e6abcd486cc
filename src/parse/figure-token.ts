import { AS_OF, RANK, REACHED, WHOLE_YEAR } from '../catalog/figures.ts';
import { MAGNITUDES, UNITS } from '../catalog/units.ts';

const HIDDEN = '\u0001';
const NUMBER = '[▲+-]?\\d[\\d,]*(?:\\.\\d+)?(?![\\d,.]*\\d)';
const COUNT = '\\d[\\d,]*';
const UNIT = UNITS.join('|');
/** What may stand behind a figure for it to be one, and no part of a word or sentence: `3部位以上`, `28医療機関に対し`. */
const ENDS = `(?=$|[${HIDDEN}、。,/;:・→▶()\\[【①-⑳◎○●▲×※]|(?:全国|第)?\\d|令和|平成|[RH]\\d|概ね|おおむね|未?達成|実績|目標|上期|下期|年度|${REACHED})`;

/** The characters that a token begins with; they spare the alternatives at every other place. */
const OPENS = `(?=[${HIDDEN}\\d▲+\\-令平RH同本当今上下前後第一二三四年期通累昨全の順:])`;

/** What a figure in masked running text is made of, tried in this order at each place: a date holds numbers that are no figures. */
export const TOKEN = new RegExp(
  `${OPENS}(?:${[
    `(?<brackets>${HIDDEN}+)`,
    `(?<asOf>${AS_OF})`,
    `(?<year>${WHOLE_YEAR})`,
    RANK,
    `(?<![\\d.,])(?<part>${COUNT})(?:${UNIT})?[/÷](?<whole>${COUNT})(?:${UNIT})?${ENDS}`,
    `(?<![\\d.,])(?<all>${COUNT})(?:${UNIT})?(?:のうち、?|中、?)[一-龠ァ-ヶー]{0,8}(?<some>${COUNT})(?:${UNIT})?${ENDS}`,
    `(?<![\\d.,A-Za-z千万億])(?<number>${NUMBER})(?<magnitude>[${Object.keys(MAGNITUDES).join('')}]*)(?!(?<=[千万億])\\d)(?<unit>${UNIT})?${ENDS}`,
  ].join('|')})`,
  'g',
);
