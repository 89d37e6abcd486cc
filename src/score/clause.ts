import { Decimal } from '../model/index.ts';
import { fold } from '../source/fold.ts';

/** What a clause beside a target says, as far as it can be decided from data. */
export type Clause =
  /** `入札件数の見込み件数が4件以下の場合は一者応札件数を1件以下とする` */
  | { readonly kind: 'few_bids'; readonly text: string; readonly bids: Decimal; readonly singleBids: Decimal }
  /** `入札件数が5件以上の場合、…`: the target holds only then. */
  | { readonly kind: 'enough_bids'; readonly text: string; readonly bids: Decimal }
  /** `前年度において20%以下となった場合は前年度以下とする` */
  | { readonly kind: 'previous_year'; readonly text: string; readonly comparator: '<=' | '>='; readonly limit: Decimal }
  /** For the analyst. */
  | { readonly kind: 'other'; readonly text: string };

/** One condition may hold several: `前年度において…は前年度以下とする。ただし一般競争入札件数が4件以下となる場合は…`. */
export function readClauses(text: string): Clause[] {
  return text
    .split(/(?<=。)|(?=ただし)|(?=なお、)/)
    .map((part) => part.trim())
    .filter((part) => /[^\s。、（）()]/.test(part))
    .map(readClause);
}

/** Longer than any clause; keeps the patterns below linear enough on hostile text. */
const LONGEST = 300;

function readClause(text: string): Clause {
  const folded = countsInDigits(fold(text).replace(/[\s、,]/g, ''));
  if (folded.length > LONGEST) return { kind: 'other', text };
  const few = FEW_BIDS.exec(folded);
  if (few) {
    const [, bids = '', kind, singleBids = ''] = few;
    return { kind: 'few_bids', text, bids: atMost(bids, kind), singleBids: Decimal.of(singleBids) };
  }
  const enough = ENOUGH_BIDS.exec(folded);
  if (enough) return { kind: 'enough_bids', text, bids: Decimal.of(enough[1] ?? '0') };
  const previous = PREVIOUS_YEAR.exec(folded);
  if (previous && previous[2] === previous[3]) {
    return { kind: 'previous_year', text, comparator: previous[2] === '以下' ? '<=' : '>=', limit: Decimal.of(previous[1] ?? '0') };
  }
  return { kind: 'other', text };
}

const FEW_BIDS = /入札[^\d]*(\d+)件(以下|未満)[^\d]*場合[^\d]*一者応札[^\d]*(\d+)件以下/;
const ENOUGH_BIDS = /入札[^\d]*(\d+)件以上[^\d]*場合[^\d]*$/;
const PREVIOUS_YEAR = /前年度[^\d]*(\d+(?:\.\d+)?)%?(以下|以上)[^\d]*場合[^\d]*前年度(以下|以上)/;

const atMost = (bids: string, kind: string | undefined): Decimal => {
  const limit = Decimal.of(bids);
  return kind === '未満' ? limit.minus(Decimal.of('1')) : limit;
};

const KANJI_DIGITS = '一二三四五六七八九';

/** `一件` is 1件; 一者応札 keeps its name. */
const countsInDigits = (text: string): string =>
  text.replace(/[一二三四五六七八九](?=件)/g, (digit) => String(KANJI_DIGITS.indexOf(digit) + 1));
