import type { Decimal } from '../model/index.ts';
import { fold } from '../source/fold.ts';

/**
 * Figures as a quote prints them, with their unit: `９２．０％` for 92.0, `14,254,909` for 14254909. What the quote does not print, as for a
 * figure that was computed, is left out.
 */
export function marksIn(quote: string, figures: readonly (Decimal | null)[]): string[] {
  const folded = fold(quote);
  return figures.flatMap((figure) => {
    const found = figure && patternOf(figure).exec(folded);
    return found ? [quote.slice(found.index, found.index + found[0].length)] : [];
  });
}

/** A number that is no part of a longer one, its thousands parted or not. */
function patternOf({ text }: Decimal): RegExp {
  const [whole = '', fraction] = text.replace('-', '').split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',?') + (fraction === undefined ? '' : `\\.${fraction}`);
  return new RegExp(`${text.startsWith('-') ? '[▲-] ?' : ''}(?<![\\d.]|\\d,)${digits}(?![.,]?\\d)(?: ?${UNIT})?`);
}

const UNIT = '(?:%|ポイント|[一-龠]{1,3}(?=[^一-龠]|$))';
