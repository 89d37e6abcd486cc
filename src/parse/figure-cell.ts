import { COMPARATORS } from '../catalog/phrases.ts';
import { MAGNITUDES, NUMBER, UNITS } from '../catalog/units.ts';
import { NO_FIGURE } from '../catalog/verdicts.ts';

/** A cell that holds one figure, or says that there is none, in the document's own words. */
export interface FigureCell {
  /** As printed. */
  readonly text: string;
  /** Null when the cell says that there is none. */
  readonly number: string | null;
  readonly magnitude: string;
  readonly unit: string;
  /** `以上`, when the cell is a target's. */
  readonly comparator: string;
  readonly asOf: string | null;
  readonly rank: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

const FIGURE = new RegExp(
  `^約?(?<number>${NUMBER})(?<magnitude>[${Object.keys(MAGNITUDES).join('')}]*)(?<unit>${UNITS.join('|')})?` +
    `(?<comparator>${COMPARATORS.map(([words]) => words).join('|')})?(?<remark>\\([^()]{1,30}\\))?$`,
);
/** `12億円`, `1,200品目`, `27保険者`, `5.2t以上`: where a cell holds nothing else, any word is a unit. */
export const FREE_UNIT = new RegExp(
  `^(?<number>${NUMBER})(?<magnitude>[${Object.keys(MAGNITUDES).join('')}]*)(?<unit>[^\\d\\s、。()以]{1,10})(?<comparator>以上|以下|以内|未満|超)?$`,
);
const COUNT = '(\\d[\\d,]*)(?:件|人|名|社|回|支部|区域|事業所)?';
const COUNTS = new RegExp(`^\\(?${COUNT}/${COUNT}\\)?$`);
/** `全支部（47支部）` */
const WHOLE = new RegExp(`^(?:全て?の?|すべての?)(?<unit>${UNITS.join('|')})\\((?<number>\\d[\\d,]*)(?:${UNITS.join('|')})?\\)$`);
/** No cell of a figure is longer. */
const LONGEST = 48;

/** @param folded as long as `raw`; spaces inside are accidents of the layout */
export function readFigureCell(raw: string, folded: string): FigureCell | null {
  if (raw.length > LONGEST) return null;
  const text = folded.replaceAll(' ', '');
  const printed = raw.trim();
  if (NO_FIGURE.test(text)) return { ...NOTHING, text: printed };
  const counts = COUNTS.exec(text);
  if (counts) return { ...NOTHING, text: printed, numerator: plain(counts[1]), denominator: plain(counts[2]) };
  const groups = FIGURE.exec(text)?.groups;
  if (!groups) return wholeOf(text, printed);
  const { number = '0', magnitude = '', unit = '', comparator = '', remark = '' } = groups;
  return { ...NOTHING, text: printed, number: plain(number), magnitude, unit, comparator, ...remarkOf(remark.slice(1, -1)) };
}

function wholeOf(text: string, printed: string): FigureCell | null {
  const { number, unit } = WHOLE.exec(text)?.groups ?? {};
  return number === undefined || unit === undefined ? null : { ...NOTHING, text: printed, number: plain(number), unit };
}

const NOTHING: Omit<FigureCell, 'text'> = {
  number: null,
  magnitude: '',
  unit: '',
  comparator: '',
  asOf: null,
  rank: null,
  numerator: null,
  denominator: null,
};

/** `（全国3位）`, `（9月診療分）`, `（100/648）`. */
function remarkOf(remark: string): Partial<FigureCell> {
  const rank = /^(?:全国)?第?(\d{1,2})位$/.exec(remark)?.[1];
  if (rank) return { rank };
  const counts = COUNTS.exec(remark);
  if (counts) return { numerator: plain(counts[1]), denominator: plain(counts[2]) };
  return /月|時点|現在|速報|暫定|上期|下期/.test(remark) ? { asOf: remark } : {};
}

const plain = (digits = '0'): string => digits.replace(/,+$/, '');
