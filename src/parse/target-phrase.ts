import {
  COMPARATORS,
  DIRECTIONS,
  MAX_OF_PREVIOUS_AND_MEAN,
  PAST_THREE_YEARS,
  PREVIOUS_YEAR,
  QUALITATIVE_END,
  TARGET_TAIL,
} from '../catalog/phrases.ts';
import { MAGNITUDES, UNITS } from '../catalog/units.ts';

/** What a statement promises, in the document's own words; `normalize/target.ts` gives the words their meaning. */
export type Promise_ =
  | { readonly kind: 'absolute'; readonly number: string; readonly magnitude: string; readonly unit: string; readonly comparator: string }
  | { readonly kind: 'relative'; readonly basis: RelativeBasis; readonly comparator: string }
  | { readonly kind: 'qualitative' };
export type RelativeBasis = 'previous_year' | 'max_of_previous_year_and_3y_mean' | 'mean_of_3y';

export interface TargetPhrase {
  readonly promise: Promise_;
  /** The phrase stands at `[from, to)`; what is before it is the indicator's name. */
  readonly from: number;
  readonly to: number;
  /** `closed`: nothing that follows can change it (`…以上とする`); `open`: the text ends before it is closed (`…以上`). */
  readonly strength: 'closed' | 'open';
}

/** No KPI counts in more digits. */
const LONGEST_NUMBER = 20;

const HIDDEN = '\u0001';
const NUMBER = '[▲+-]?\\d[\\d,]*(?:\\.\\d+)?';
const MAGNITUDE = `[${Object.keys(MAGNITUDES).join('')}]*`;
const COMPARATOR = COMPARATORS.map(([words]) => words).join('|');
const KNOWN_UNIT = UNITS.join('|');
/** A unit that the list does not know, when a comparator closes it: `600 宣言以上`. */
const ANY_UNIT = `[^\\d\\s${HIDDEN}、。・,()をはがでにとのへも]{1,6}?(?=${COMPARATOR})`;
const PLACE = `(?:${HIDDEN})*`;

const ABSOLUTE = new RegExp(
  `(?<![\\d.,])(?<number>${NUMBER})(?<magnitude>${MAGNITUDE})(?<unit>${KNOWN_UNIT}|${ANY_UNIT})?(?:${PLACE}(?<comparator>${COMPARATOR}))?`,
  'g',
);
/** Basis, a cheap hint that the pattern may be there at all, the pattern. */
const RELATIVE: readonly (readonly [RelativeBasis, RegExp, RegExp])[] = [
  ['max_of_previous_year_and_3y_mean', /いずれか/, new RegExp(`${MAX_OF_PREVIOUS_AND_MEAN}${PLACE}(?<comparator>${COMPARATOR})`, 'g')],
  ['mean_of_3y', /過去|直近/, new RegExp(`${PAST_THREE_YEARS}${PLACE}(?<comparator>${COMPARATOR})`, 'g')],
  ['previous_year', /前年|前度|昨年/, new RegExp(`${PREVIOUS_YEAR}${PLACE}(?<comparator>${COMPARATOR})`, 'g')],
  [
    'previous_year',
    new RegExp(DIRECTIONS.map(([word]) => word).join('|')),
    new RegExp(
      `(?:${PREVIOUS_YEAR})?${PLACE}(?:より|から|で|に比べて?|と比較して)?(?:も)?(?<comparator>${DIRECTIONS.map(([word]) => word).join('|')})(?:させる|する)`,
      'g',
    ),
  ],
];
/** A closed phrase is not followed by what it would only qualify: `10営業日以内とする割合を…`. */
const TAIL = new RegExp(`${PLACE}(?:${TARGET_TAIL}(?=$|[${HIDDEN}。、.,・■□※(【①-⑳]|とともに|ただし|但し|なお)|。)`, 'y');
/** The text ends here, or goes on with something that is no part of the phrase: brackets, a footnote, a condition, the next item. */
const OPEN_END = new RegExp(`$|${HIDDEN}+(?![${HIDDEN}のをがはにでともへ])|※|ただし|但し|[①-⑳【]`, 'y');

/** The first target phrase that closes a statement. Numbers inside the indicator's name (`３部位以上、かつ`) go on, and are not it. */
export function findTarget(text: string, from = 0): TargetPhrase | null {
  const masked = maskBrackets(text);
  let best: TargetPhrase | null = null;
  const offer = (promise: Promise_, start: number, end: number) => {
    if (best && best.from <= start) return;
    const strength = closing(masked, end);
    if (strength) best = { promise, from: start, to: strength.to, strength: strength.strength };
  };
  for (const [basis, hint, pattern] of RELATIVE) {
    if (!hint.test(masked)) continue;
    for (const match of matches(pattern, masked, from)) {
      offer({ kind: 'relative', basis, comparator: match.groups?.comparator ?? '' }, match.index, match.index + match[0].length);
    }
  }
  for (const match of matches(ABSOLUTE, masked, from)) {
    const { number = '', magnitude = '', unit = '', comparator = '' } = match.groups ?? {};
    if (number.length > LONGEST_NUMBER) continue;
    offer({ kind: 'absolute', number, magnitude, unit, comparator }, match.index, match.index + match[0].length);
  }
  return best;
}

/** A statement without any number that ends as a sentence does: `…効果的な意見発信を実施する`. */
export function findQualitative(text: string): TargetPhrase | null {
  const match = QUALITATIVE_END.exec(maskBrackets(text).replace(new RegExp(`${HIDDEN}+$`), ''));
  if (!match || match.index < 4) return null;
  const to = match.index + match[0].length;
  return { promise: { kind: 'qualitative' }, from: to, to, strength: /(?:する|う|る|む|す|ます|。)$/.test(match[0]) ? 'closed' : 'open' };
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

const OPENING = '([【〔「『（《';
const CLOSING = ')]】〕」』）》';

/** Every bracket with its content replaced, so that a number inside (`（40歳以上）`) is never taken for the target. Unpaired ones stay. */
export function maskBrackets(text: string): string {
  const first = text.search(/[([【〔「『（《]/);
  if (first < 0) return text;
  const stack: { at: number; kind: number }[] = [];
  const spans: { from: number; to: number }[] = [];
  for (let i = first; i < text.length; i++) {
    const opens = OPENING.indexOf(text[i] ?? '');
    if (opens >= 0) {
      stack.push({ at: i, kind: opens });
      continue;
    }
    const closes = CLOSING.indexOf(text[i] ?? '');
    if (closes < 0) continue;
    const top = stack.at(-1);
    if (!top || top.kind !== closes) continue;
    stack.pop();
    while (spans.length > 0 && (spans.at(-1)?.from ?? -1) > top.at) spans.pop();
    spans.push({ from: top.at, to: i + 1 });
  }
  let masked = '';
  let at = 0;
  for (const span of spans) {
    masked += text.slice(at, span.from) + HIDDEN.repeat(span.to - span.from);
    at = span.to;
  }
  return masked + text.slice(at);
}
