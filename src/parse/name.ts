import { BRACKETED_DATE, CASE, FIGURE_ADVERB, LEADING_CLAUSE, LEADING_DATE, PARTICLES, TRAILING_DATE } from '../catalog/phrases.ts';
import { maskBrackets } from './target-phrase.ts';

/** `folded` and `raw` are the same stretch of text, equally long. */
interface Stretch {
  readonly folded: string;
  readonly raw: string;
}

/**
 * The indicator's name in what stands before a target phrase: without the case it holds in (returned beside it), a lead-in clause, the
 * date the figure is taken at (returned as well, when it says more than the year), particles and footnote signs.
 */
export function nameOf(before: Stretch, numeric: boolean): { name: string; condition: string | null; asOf: string | null } {
  let from = 0;
  let to = before.folded.length;
  const now = () => before.folded.slice(from, to);
  let condition: string | null = null;

  const masked = maskBrackets(before.folded);
  const inCase = CASE.exec(masked);
  if (numeric && inCase && inCase.index + inCase[0].length < to) {
    from = inCase.index + inCase[0].length;
    condition = before.raw.slice(0, from).replace(/、$/, '');
  }
  if (numeric) from += leading(now(), LEADING_CLAUSE);
  from += leading(now(), /^[:、。\s]{1,8}/);
  let asOf: string | null = null;
  const dated = (length: number, at: number): number => {
    const said = length > 0 ? DATE.exec(before.folded.slice(at, at + length)) : null;
    if (said) asOf ??= before.raw.slice(at + said.index, at + said.index + said[0].length);
    return length;
  };
  const datedEnd = (length: number): number => dated(length, to - length);
  if (numeric) from += dated(leading(now(), LEADING_DATE), from);
  // `令和6年11月末時点の、マイナ保険証利用率`
  from += leading(now(), /^[、\s]{1,8}/);
  to -= trailing(now(), /[。\s]{1,4}$/);
  for (let again = true; again; ) {
    const length = to - from;
    to -= trailing(now(), /(?:\(※[^()]*\)|※\d{0,2}){1,4}$/);
    if (numeric) to -= trailing(now(), FIGURE_ADVERB);
    if (numeric) to -= datedEnd(trailing(now(), TRAILING_DATE));
    if (numeric) to -= datedEnd(trailing(now(), BRACKETED_DATE));
    if (numeric) to -= trailing(now(), PARTICLES);
    again = to - from < length && to > from;
  }
  return { name: withoutFootnoteSigns(before.raw.slice(from, to)), condition, asOf };
}

/** A date, and not only the year that the paper is of: `令和6年11月末時点`. */
const DATE =
  /(?:(?:令和|平成|R|H)(?:元|\d{1,2})年|20\d\d年|年度末)(?:度?(?:\d{1,2}月(?:\d{1,2}日)?(?:末日?|中)?|末)|(?<=末))(?:診療分)?(?:時点|現在)?/;

const leading = (text: string, pattern: RegExp): number => pattern.exec(text)?.[0].length ?? 0;
const trailing = leading;

function withoutFootnoteSigns(name: string): string {
  return name.replace(/[（(]※[^（）()]*[）)]|※\d*/g, '');
}
