import { format, getFormatFromId, getFormatInfo, isDateFormat } from 'numfmt';
import { Decimal } from '../../model/decimal.ts';

/** A number as a spreadsheet shows it: 0.961 in the format `0.0%` is `96.1%`. */
export interface ShownNumber {
  readonly text: string;
  /** What the cell holds, where it shows fewer digits: `95.61%` behind `96%`; null when it shows all. */
  readonly held: string | null;
}

const LOCALE = 'ja-JP';
/** Days between the epochs of the two date systems; Excel for Macintosh counted from 1904. */
const DAYS_TO_1904 = 1462;
/** A spreadsheet keeps no more; the 17 digits that stand in the file for 0.961 are `0.96099999999999997`. */
const DIGITS = 15;

/** @param stored the number as it stands in the file */
export function shownNumber(stored: string, pattern: string, date1904: boolean): ShownNumber {
  const value = Number(stored);
  if (!Number.isFinite(value)) return { text: stored, held: null };
  const date = isDateFormat(pattern);
  const text = format(pattern, date && date1904 ? value + DAYS_TO_1904 : value, {
    locale: LOCALE,
    nbsp: false,
    throws: false,
    invalid: String(value),
  }).trim();
  return { text, held: date ? null : hiddenDigits(value, pattern) };
}

const COUNTED: ReadonlySet<string> = new Set(['number', 'grouped', 'percent', 'currency']);

function hiddenDigits(value: number, pattern: string): string | null {
  const { type, maxDecimals, scale } = formatInfo(pattern);
  if (!COUNTED.has(type)) return null;
  const held = plainDecimal(value).times(plainDecimal(scale));
  return held.scale > maxDecimals ? `${held.text}${type === 'percent' ? '%' : ''}` : null;
}

function formatInfo(pattern: string): { type: string; maxDecimals: number; scale: number } {
  try {
    return getFormatInfo(pattern);
  } catch {
    return { type: 'invalid', maxDecimals: 0, scale: 1 };
  }
}

/** `9.61e-1` written out, to the digits that a spreadsheet keeps, without zeros at its end. */
function plainDecimal(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = Number(value.toPrecision(DIGITS)).toExponential().split('e');
  const [whole = '0', fraction = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const digits = (whole + fraction).padEnd(point, '0').padStart(Math.max(0, 1 - point) + whole.length + fraction.length, '0');
  const at = Math.max(1, point);
  const text = digits.length > at ? `${digits.slice(0, at)}.${digits.slice(at)}` : digits;
  return Decimal.of(value < 0 ? `-${text}` : text);
}

/** A text in a format for text: `@"支部"`. */
export function shownText(text: string, pattern: string): string {
  return pattern.includes('@') && pattern !== '@'
    ? format(pattern, text, { locale: LOCALE, nbsp: false, throws: false, invalid: text })
    : text;
}

/** The formats that a workbook only numbers: 9 is `0%`. */
export const builtInFormat = (id: number): string => getFormatFromId(id, LOCALE) ?? 'General';
