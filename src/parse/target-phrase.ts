import {
  AGAINST,
  BASE_YEAR,
  CHANGES,
  COMPARATORS,
  DIRECTION_VERBS,
  DIRECTIONS,
  MAX_OF_PREVIOUS_AND_MEAN,
  PAST_THREE_YEARS,
  PREVIOUS_YEAR,
  QUALITATIVE_END,
  TARGET_TAIL,
} from '../catalog/phrases.ts';
import { MAGNITUDES, NUMBER, UNITS } from '../catalog/units.ts';

/** What a statement promises, in the document's own words; `normalize/target.ts` gives the words their meaning. */
export type Promise_ =
  | { readonly kind: 'absolute'; readonly number: string; readonly magnitude: string; readonly unit: string; readonly comparator: string }
  | { readonly kind: 'relative'; readonly basis: RelativeBasis; readonly comparator: string }
  | { readonly kind: 'qualitative' };
export type RelativeBasis = 'previous_year' | 'max_of_previous_year_and_3y_mean' | 'mean_of_3y';

export interface TargetPhrase {
  readonly promise: Promise_;
  /** What the phrase adds to the indicator's name: `令和2年度比5％以上削減` is at least 5 % of `…の令和2年度比削減率`. Usually empty. */
  readonly suffix: string;
  /** The phrase stands at `[from, to)`; what is before it is the indicator's name. */
  readonly from: number;
  readonly to: number;
  /** `closed`: nothing that follows can change it (`…以上とする`); `open`: the text ends before it is closed (`…以上`). */
  readonly strength: 'closed' | 'open';
}

/** No KPI counts in more digits. */
const LONGEST_NUMBER = 20;

export const HIDDEN = '\u0001';
const MAGNITUDE = `[${Object.keys(MAGNITUDES).join('')}]*`;
const COMPARATOR = COMPARATORS.map(([words]) => words).join('|');
const KNOWN_UNIT = UNITS.join('|');
const DIRECTION = DIRECTIONS.map(([word]) => word).join('|');
const DIRECTION_VERB = DIRECTION_VERBS.map(([word]) => word).join('|');
/** A unit that the list does not know, when a comparator closes it: `600 宣言以上`. */
const ANY_UNIT = `[^\\d\\s${HIDDEN}、。・,()をはがでにとのへも]{1,6}?(?=${COMPARATOR})`;
const PLACE = `(?:${HIDDEN})*`;

const ABSOLUTE = new RegExp(
  `(?<![\\d.,~〜～])(?<number>${NUMBER})(?<magnitude>${MAGNITUDE})(?<unit>${KNOWN_UNIT}|${ANY_UNIT})?(?:${PLACE}(?<comparator>${COMPARATOR})|程度|前後)?`,
  'g',
);
/** A level to be raised or lowered to: `90.0％から95％へ引き上げる`, `20％まで減少させる`. */
const RAISED = new RegExp(
  `(?:${NUMBER}${MAGNITUDE}(?:${KNOWN_UNIT})?から)?(?<![\\d.,~〜～])(?<number>${NUMBER})(?<magnitude>${MAGNITUDE})(?<unit>${KNOWN_UNIT})(?:${COMPARATOR})?(?:へと?|に|まで)(?:(?<direction>(?:${DIRECTION})(?=させる|する)|${DIRECTION_VERB}))(?:させる|する)?`,
  'g',
);
const RAISED_HINT = new RegExp(`(?:へと?|に|まで)(?:${DIRECTION}|${DIRECTION_VERB})`);
const UPWARD = new Set([...DIRECTIONS, ...DIRECTION_VERBS].flatMap(([word, sign]) => (sign === '>' ? [word] : [])));
/** Basis, a cheap hint that the pattern may be there at all, the pattern. */
const RELATIVE: readonly (readonly [RelativeBasis, RegExp, RegExp])[] = [
  ['max_of_previous_year_and_3y_mean', /いずれか/, new RegExp(`${MAX_OF_PREVIOUS_AND_MEAN}${PLACE}(?<comparator>${COMPARATOR})`, 'g')],
  ['mean_of_3y', /過去|直近/, new RegExp(`${PAST_THREE_YEARS}${PLACE}(?<comparator>${COMPARATOR})`, 'g')],
  ['previous_year', /前年|前度|昨年/, new RegExp(`${PREVIOUS_YEAR}${PLACE}(?<comparator>${COMPARATOR})`, 'g')],
  [
    'previous_year',
    new RegExp(`${DIRECTION}|${DIRECTION_VERB}`),
    new RegExp(
      `(?:${PREVIOUS_YEAR})?${PLACE}(?:より|から|で|に比べて?|と比較して)?(?:も)?(?<!\\d(?:${KNOWN_UNIT})(?:以上|以下|程度)?の?)(?<comparator>(?:${DIRECTION})(?=させる|する)|${DIRECTION_VERB})(?:させる|する)?`,
      'g',
    ),
  ],
];
/**
 * An amount of change is no level: `使用量を令和2年度比5％以上削減する`, `前年度＋2.0ポイント以上`, `対前年度比105％以上`. It is measured on a figure of its own, so
 * the words of the change go to the name.
 */
const CHANGE = CHANGES.join('|');
const AMOUNT = `(?<![\\d.,])(?<number>${NUMBER})(?<magnitude>${MAGNITUDE})(?<unit>${KNOWN_UNIT})(?<comparator>${COMPARATOR})?`;
const CHANGE_HINT = new RegExp(`${CHANGE}|比|プラス|マイナス|年度[▲+-]`);
const CHANGE_PHRASES: readonly (readonly [RegExp, (words: Words) => string])[] = [
  [
    new RegExp(`(?:(?<base>${BASE_YEAR})${PLACE}(?:${AGAINST})?)?${AMOUNT}の?(?<change>${CHANGE})(?:させる|する|を?図る)?`, 'g'),
    ({ base, unit, change }) => `の${base ? `${base}比` : ''}${change}${unit === '%' ? '率' : '幅'}`,
  ],
  [
    new RegExp(`(?<base>${BASE_YEAR})${PLACE}(?:${AGAINST})?(?:プラス|(?<minus>マイナス)|(?=[▲+-]))${AMOUNT}`, 'g'),
    ({ base }) => `の${base}比増減`,
  ],
  [new RegExp(`(?<base>${BASE_YEAR})${PLACE}対?比(?:で|の)?${AMOUNT}`, 'g'), ({ base }) => `の${base}比`],
  [
    // Against a year that is named, a direction alone is a change below or above zero.
    new RegExp(`(?!対?[前昨])(?<base>${BASE_YEAR})${PLACE}${AGAINST}(?<comparator>${DIRECTION})(?:させる|する)`, 'g'),
    ({ base }) => `の${base}比増減`,
  ],
];
type Words = Readonly<Record<string, string | undefined>>;

/** A closed phrase is not followed by what it would only qualify: `10営業日以内とする割合を…`. */
const TAIL = new RegExp(`${PLACE}(?:${TARGET_TAIL}(?=$|[${HIDDEN}。、.,・■□※(【①-⑳→⇒▶]|とともに|ただし|但し|なお)|。)`, 'y');
/** The text ends here, or goes on with something that is no part of the phrase: brackets, a footnote, a condition, the next item. */
const OPEN_END = new RegExp(`$|${HIDDEN}+(?![${HIDDEN}のをがはにでともへ])|※|ただし|但し|[①-⑳【]`, 'y');

/** The first target phrase that closes a statement. Numbers inside the indicator's name (`３部位以上、かつ`) go on, and are not it. */
export function findTarget(text: string, from = 0): TargetPhrase | null {
  const masked = maskBrackets(text);
  let best: TargetPhrase | null = null;
  const offer = (promise: Promise_, start: number, end: number, suffix = '') => {
    if (best && best.from <= start) return;
    const strength = closing(masked, end) ?? oneOfSeveral(masked, start, end) ?? beforeResult(masked, end);
    if (strength) best = { promise, suffix, from: start, to: strength.to, strength: strength.strength };
  };
  const amount = (match: RegExpExecArray, suffix: (words: Words) => string) => {
    const { number = '0', magnitude = '', unit = '', minus } = match.groups ?? {};
    if (number.length > LONGEST_NUMBER) return;
    const promise = {
      kind: 'absolute',
      number: minus ? `▲${number}` : number,
      magnitude,
      unit,
      comparator: match.groups?.comparator ?? '',
    } as const;
    offer(promise, match.index, match.index + match[0].length, suffix(match.groups ?? {}).replaceAll(HIDDEN, ''));
  };
  for (const [pattern, suffix] of CHANGE_HINT.test(masked) ? CHANGE_PHRASES : []) {
    for (const match of matches(pattern, masked, from)) amount(match, suffix);
  }
  for (const match of RAISED_HINT.test(masked) ? matches(RAISED, masked, from) : []) {
    const { number = '0', magnitude = '', unit = '', direction = '' } = match.groups ?? {};
    const comparator = UPWARD.has(direction) ? '以上' : '以下';
    offer({ kind: 'absolute', number, magnitude, unit, comparator }, match.index, match.index + match[0].length);
  }
  for (const [basis, hint, pattern] of RELATIVE) {
    if (!hint.test(masked)) continue;
    for (const match of matches(pattern, masked, from)) {
      offer({ kind: 'relative', basis, comparator: match.groups?.comparator ?? '' }, match.index, match.index + match[0].length);
    }
  }
  for (const match of matches(ABSOLUTE, masked, from)) amount(match, () => '');
  return best;
}

/** Whether a phrase compares (`95.0％以上`, `対前年度以下`) rather than names a number. */
export function compares({ promise }: Pick<TargetPhrase, 'promise'>): boolean {
  return promise.kind === 'relative' || (promise.kind === 'absolute' && promise.comparator !== '');
}

const HIDDEN_END = new RegExp(`${HIDDEN}{1,200}$`);

/** `郵送化率を　　％以上とする`, `査定率 ○○％以上とする`: a limit whose figure was never filled in. The text asked ends before its verb. */
const BLANK = new RegExp(
  `(?:[をはがの:、]|[○◯〇●□＿_*…ー-]|(?:率|割合|[件人者社所回]数|額)(?=${KNOWN_UNIT}))(?:${KNOWN_UNIT})?(?:${COMPARATOR})(?:とする|とします|にする|を目指す)?。?$`,
);
export const isBlank = (text: string): boolean => BLANK.test(maskBrackets(text).replaceAll(HIDDEN, ''));

/** A statement without any number that ends as a sentence does: `…効果的な意見発信を実施する`. */
export function findQualitative(text: string): TargetPhrase | null {
  const match = QUALITATIVE_END.exec(maskBrackets(text).replace(HIDDEN_END, ''));
  if (!match || match.index < 4) return null;
  const to = match.index + match[0].length;
  return {
    promise: { kind: 'qualitative' },
    suffix: '',
    from: to,
    to,
    strength: /(?:する|う|る|む|す|ます|。)$/.test(match[0]) ? 'closed' : 'open',
  };
}

function* matches(pattern: RegExp, text: string, from: number): Generator<RegExpExecArray> {
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex++;
    else {
      // Matching within a match's own tail is never wanted, but the caller may run other patterns in between.
      const next = pattern.lastIndex;
      yield match;
      pattern.lastIndex = next;
    }
  }
}

function closing(masked: string, end: number): { to: number; strength: 'closed' | 'open' } | null {
  TAIL.lastIndex = end;
  if (TAIL.test(masked)) return { to: TAIL.lastIndex, strength: 'closed' };
  OPEN_END.lastIndex = end;
  return OPEN_END.test(masked) ? { to: end, strength: 'open' } : null;
}

/** What stands right before a target, and before the next one behind a comma: `健診実施率を62.5％以上、データ取得率8.0％以上`. */
const BEFORE_TARGET = '(?:を|率|割合|[件人者社所回]数|額)';
const NAMED = new RegExp(`${BEFORE_TARGET}$`);
const NEXT_TARGET = new RegExp(
  `[、/](?!かつ|又は|または|もしくは|ただし|但し)[^。、]{2,60}${BEFORE_TARGET}(?:約|年間)?(?:対?前|[\\d▲]|過去)`,
  'y',
);

function oneOfSeveral(masked: string, start: number, end: number): { to: number; strength: 'closed' } | null {
  NEXT_TARGET.lastIndex = end;
  return NAMED.test(masked.slice(Math.max(0, start - 3), start)) && NEXT_TARGET.test(masked) ? { to: end, strength: 'closed' } : null;
}

/** `対前年度（1.30％）以下 ⇒ 1.25％`: what the arrow points to is the result. */
function beforeResult(masked: string, end: number): { to: number; strength: 'closed' } | null {
  return /(?:以上|以下|以内|未満|超)$/.test(masked.slice(end - 2, end)) && /[→⇒▶]/.test(masked[end] ?? '')
    ? { to: end, strength: 'closed' }
    : null;
}

const OPENING = '([【〔「『（《';
const CLOSING = ')]】〕」』）》';
const BRACKET = /[()[\]【】〔〕「」『』（）《》]/g;

/** The text asked for last, and its mask: a sentence is looked at several times in a row. */
let last = { text: '', masked: '' };

/** Every bracket with its content replaced, so that a number inside (`（40歳以上）`) is never taken for the target. Unpaired ones stay. */
export function maskBrackets(text: string): string {
  if (last.text !== text) last = { text, masked: mask(text) };
  return last.masked;
}

function mask(text: string): string {
  const stack: { at: number; kind: number }[] = [];
  const spans: { from: number; to: number }[] = [];
  for (const { 0: bracket, index } of text.matchAll(BRACKET)) {
    const opens = OPENING.indexOf(bracket);
    if (opens >= 0) {
      stack.push({ at: index, kind: opens });
      continue;
    }
    const top = stack.at(-1);
    if (!top || top.kind !== CLOSING.indexOf(bracket)) continue;
    stack.pop();
    while ((spans.at(-1)?.from ?? -1) > top.at) spans.pop();
    spans.push({ from: top.at, to: index + 1 });
  }
  let masked = '';
  let at = 0;
  for (const span of spans) {
    masked += text.slice(at, span.from) + HIDDEN.repeat(span.to - span.from);
    at = span.to;
  }
  return masked + text.slice(at);
}
