import { ARROW, SAME_STATEMENT } from '../../catalog/changes.ts';
import { dice } from '../likeness.ts';
import { labelOf, statedName } from './one.ts';
import type { Paragraph } from './paragraphs.ts';

/** A statement of a part, with what the words in front of it say of its side; or what stands between two. */
export type Stated =
  | {
      readonly paragraph: Paragraph;
      readonly side: 'before' | 'after' | null;
      /** What it is about; null for `0.35％以上とする` alone. */
      readonly name: string | null;
    }
  | 'arrow';
type Statement = Exclude<Stated, 'arrow'>;
export type Pair = readonly [before: Statement, after: Statement];

/** No list has more under one heading; it bounds the work on a hostile one. */
const MOST = 60;

/** The statements among paragraphs, each with the side that it or a label above it names: `（変更前）`, `変更後：…`. */
export class Sides {
  readonly stated: Stated[] = [];
  private open: 'before' | 'after' | null = null;

  /** Takes an arrow or a label that stands alone. */
  takes({ text }: Paragraph): boolean {
    if (ARROW.test(text.text)) {
      this.stated.push('arrow');
      return true;
    }
    const label = labelOf(text.text);
    if (label?.length !== text.text.length) return false;
    this.open = label.side;
    return true;
  }

  add(paragraph: Paragraph): void {
    const label = labelOf(paragraph.text.text);
    this.stated.push({ paragraph, side: label?.side ?? this.open, name: statedName(paragraph.text) });
  }
}

/** Which statement became which: by their sides; around arrows; or else one behind the other, or all before and then all after. */
export function pairsIn(stated: readonly Stated[]): Pair[] {
  const only = stated.filter((one) => one !== 'arrow');
  if (only.some(({ side }) => side !== null)) return bySides(only);
  const arrows = stated.length - only.length;
  if (arrows > 1 || (arrows === 1 && only.length === 2)) {
    return stated.flatMap((one, i): Pair[] => {
      const [before, after] = [stated[i - 1], stated[i + 1]];
      return one === 'arrow' && before && after && before !== 'arrow' && after !== 'arrow' ? [[before, after]] : [];
    });
  }
  const half = Math.floor(only.length / 2);
  const [first, second] = arrows === 1 ? partedAt(stated) : [only.slice(0, half), only.slice(half)];
  const halves = zip(first, second);
  if (arrows === 1) return halves.filter(alike);
  const neighbours = zip(
    only.filter((_, i) => i % 2 === 0),
    only.filter((_, i) => i % 2 === 1),
  );
  return (likeness(neighbours) >= likeness(halves) ? neighbours : halves).filter(alike);
}

/** Each statement of before and the one of after that is most like it. */
function bySides(statements: readonly Statement[]): Pair[] {
  const of = (side: Statement['side']) => statements.filter((one) => one.side === side).slice(0, MOST);
  const [before, after] = [of('before'), new Set(of('after'))];
  if (before.length === 1 && after.size === 1) return before.flatMap((one) => [...after].map((other): Pair => [one, other]));
  return before.flatMap((one): Pair[] => {
    const pairs = [...after].map((other): Pair => [one, other]).filter(alike);
    const [best] = pairs.toSorted((a, b) => likeness([b]) - likeness([a]));
    if (best) after.delete(best[1]);
    return best ? [best] : [];
  });
}

function partedAt(stated: readonly Stated[]): [Statement[], Statement[]] {
  const arrow = stated.indexOf('arrow');
  const of = (part: readonly Stated[]) => part.filter((one) => one !== 'arrow');
  return [of(stated.slice(0, arrow)), of(stated.slice(arrow))];
}

const zip = (before: readonly Statement[], after: readonly Statement[]): Pair[] =>
  before.flatMap((one, i): Pair[] => (after[i] ? [[one, after[i]]] : []));

/** By what the statements are about; `0.35％以上とする` alone goes with any. */
const likeness = (pairs: readonly Pair[]): number =>
  pairs.reduce((sum, [{ name: was }, { name: is }]) => {
    return sum + (was && is ? Math.max(dice(was, is), dice(unbracketed(was), unbracketed(is))) : 1);
  }, 0);

/** `返納金債権（診療報酬返還金（不当請求）を除く。）の回収率` without its brackets: the same KPI, defined anew. */
const unbracketed = (name: string): string => name.replace(/[(（][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)?[)）]/g, '');

/** Two statements that have little in common are of two KPIs. */
const alike = (pair: Pair): boolean => likeness([pair]) >= SAME_STATEMENT;
