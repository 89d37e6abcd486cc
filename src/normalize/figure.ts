import { Decimal, type Text } from '../model/index.ts';
import { fold } from '../source/fold.ts';

/** `907/96,681`: a rate given as the two counts that it comes from. */
export interface Counts {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

/** What stands in parentheses behind a figure: `（9月末）`, `（全国13位）`. */
interface Remarks {
  readonly asOf: string | null;
  readonly nationalRank: number | null;
}

/** One figure as people type it into a cell. */
export type Figure =
  /** `unit` is null when the cell shows none; `counts` when they stand beside the rate: `16.67%（2/12件）`. */
  | ({ readonly kind: 'number'; readonly value: Decimal; readonly unit: string | null; readonly counts: Counts | null } & Remarks)
  | ({ readonly kind: 'counts'; readonly counts: Counts } & Remarks)
  /** `－`, `未提供`, an empty cell: there is no figure, and the cell says so. */
  | { readonly kind: 'none' }
  /** `why` names a cause that the writer cannot see in the cell. */
  | { readonly kind: 'unread'; readonly why: Text | null };

const UNREAD: Figure = { kind: 'unread', why: null };

/** Reads a cell; what is not certain is `unread`, never a guess. */
export function readFigure(cell: string): Figure {
  const text = fold(cell).trim();
  if (saysNone(text)) return { kind: 'none' };
  const spoilt = SPOILT.find(({ pattern }) => pattern.test(text));
  if (spoilt) return { kind: 'unread', why: spoilt.why };
  const { body, notes } = detachNotes(text);
  if (saysNone(body)) return notes.length > 0 && body === '' ? UNREAD : { kind: 'none' };
  let asOf: string | null = null;
  let nationalRank: number | null = null;
  let noted: Counts | null = null;
  for (const note of notes) {
    const rank = /^(?:全国)?(?:第)?(\d{1,2})位$/.exec(note);
    const counts = readCounts(note);
    if (rank) nationalRank = Number(rank[1]);
    else if (counts) noted = counts;
    else if (/\d/.test(note.replace(DATE, ''))) return UNREAD;
    else if (DATE_LIKE.test(note)) asOf = note;
  }
  const counts = readCounts(body);
  if (counts) return { kind: 'counts', counts, asOf, nationalRank };
  const plain = readNumber(body);
  return plain ? { kind: 'number', ...plain, counts: noted, asOf, nationalRank } : UNREAD;
}

const NONE_WORDS =
  /^(?:なし|無し|無|空欄|未定|不明|未入力|未記入|未実施|n\/?a|none|null|nil|tbd|unknown|not available|not provided|\*+|\.{2,}|…+)$|未提供|未公表|未発表|未確定|未集計|集計中|実施中|確認中|開催なし|開催無し|該当なし|対象なし|データなし|設定なし|新規|新設/i;
const YEAR = /(?:令和|平成|R|H)\s*(?:元|\d{1,2})\s*年?度?|20\d\d年度?/g;

function saysNone(text: string): boolean {
  if (/^[-ーｰ_\s]*$/.test(text)) return true;
  const plain = text.replace(YEAR, '');
  return !/\d/.test(plain) && NONE_WORDS.test(plain.trim());
}

/** What a spreadsheet made of a figure before it was saved. */
const SPOILT: readonly { readonly pattern: RegExp; readonly why: Text }[] = [
  {
    pattern:
      /^\d{1,2}月\d{1,2}日$|^\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$|^(?:19|20)\d\d[/-]\d{1,2}[/-]\d{1,2}/i,
    why: {
      ja: '日付になっている。表計算ソフトは 1/4 を日付に変えるので 1件/4件 と書く',
      en: 'this is a date; spreadsheets turn 1/4 into one, so write 1件/4件',
    },
  },
  {
    pattern: /^#/,
    why: { ja: '表計算ソフトのエラー値、または列幅の不足', en: 'an error value of the spreadsheet, or a column too narrow' },
  },
  { pattern: /^[▲+-]?[\d.]+e[+-]?\d+$/i, why: { ja: '指数表記では桁が落ちている', en: 'scientific notation has lost digits' } },
];

const DATE = /(?:令和|平成|R|H)\s*\d{1,2}|\d{1,4}\s*[年月日]/g;
const DATE_LIKE = /月|年|末|時点|現在|半期|上期|下期|通期|速報|暫定|確定|見込/;
const LAST_NOTE = /\s*[(（]([^()（）]*)[)）]$/;

function detachNotes(text: string): { body: string; notes: string[] } {
  const notes: string[] = [];
  let body = text;
  for (let note = LAST_NOTE.exec(body); note; note = LAST_NOTE.exec(body)) {
    notes.unshift((note[1] ?? '').trim());
    body = body.slice(0, note.index);
  }
  return { body, notes };
}

const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+`;
const COUNT = String.raw`(\d{1,3}(?:,\d{3})+|\d+)\s*(?:[件人名者社回]|事業所|案件)?`;
/** `907/96,681`, `2/12件`, `907件／96,681件` */
const OVER = new RegExp(String.raw`^${COUNT}\s*[/÷]\s*${COUNT}$`);
/** `12件中2件` */
const AMONG = new RegExp(String.raw`^${COUNT}\s*中\s*${COUNT}$`);

/** `1/4`, `907件／96,681件`, `12件中2件`; null when the text is not two counts. */
export function readCounts(text: string): Counts | null {
  const folded = fold(text).trim();
  const over = OVER.exec(folded);
  if (over) return { numerator: plainDecimal(over[1]), denominator: plainDecimal(over[2]) };
  const among = AMONG.exec(folded);
  return among ? { numerator: plainDecimal(among[2]), denominator: plainDecimal(among[1]) } : null;
}

const plainDecimal = (digits = '0'): Decimal => Decimal.of(digits.replaceAll(',', '').replace(/^\./, '0.'));

const NUMBER = /^([▲+\-ーｰ]?)\s*([¥￥\\]?)\s*([\d,.千百万億]+)\s*(\D*)$/;

function readNumber(text: string): { value: Decimal; unit: string | null } | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, sign = '', yen = '', digits = '', rest = ''] = match;
  const amount = readMagnitude(digits);
  const unit = readUnit(rest.trim());
  if (!amount || unit === undefined || (yen !== '' && unit !== null && unit !== '円')) return null;
  const negative = sign !== '' && sign !== '+' && !amount.isZero;
  return { value: negative ? Decimal.of(`-${amount.text}`) : amount, unit: unit ?? (yen === '' ? null : '円') };
}

const UNIT_NAMES: Readonly<Record<string, string>> = { パーセント: '%', percent: '%', pt: 'ポイント', yen: '円' };

/** The unit's name; null when there is none, undefined when this cannot be a unit. */
function readUnit(text: string): string | null | undefined {
  if (text === '') return null;
  const name = UNIT_NAMES[text.toLowerCase()] ?? text;
  // 9月 is a date, 96.1以上 a target: neither is a result.
  return name === '%' || (/^[\p{L}々]{1,10}$/u.test(name) && !/^(?:年|月|以上|以下|未満|超|弱|強)/.test(name)) ? name : undefined;
}

/** Powers of ten written as characters fall from left to right: `1億2,000万`, and within each part `2千5百`. */
const HEADS = /^(?:([^億]+)億)?(?:([^億万]+)万)?([^億万]*)$/;
const SECTION = new RegExp(`^(?:(${DIGITS})千)?(?:(${DIGITS})百)?(${DIGITS})?$`);

/** `1,234`, `11万`, `1万2千`; null when it is not written so. */
function readMagnitude(text: string): Decimal | null {
  if (/^[\d,.]+$/.test(text)) return WHOLE.test(text) ? plainDecimal(text) : null;
  const [, oku, man, rest] = HEADS.exec(text) ?? [];
  const parts = [readSection(oku, '100000000'), readSection(man, '10000'), readSection(rest, '1')];
  return parts.some((part) => part === null) ? null : parts.reduce<Decimal>((sum, part) => (part ? sum.plus(part) : sum), ZERO);
}

const ZERO = Decimal.of('0');
const WHOLE = new RegExp(`^(?:${DIGITS})$`);

/** Nothing there is zero. */
function readSection(text: string | undefined, power: string): Decimal | null {
  if (text === undefined || text === '') return ZERO;
  const match = SECTION.exec(text);
  if (!match) return null;
  const [, thousands = '0', hundreds = '0', ones = '0'] = match;
  const sum = plainDecimal(thousands)
    .times(Decimal.of('1000'))
    .plus(plainDecimal(hundreds).times(Decimal.of('100')))
    .plus(plainDecimal(ones));
  return sum.times(Decimal.of(power));
}
