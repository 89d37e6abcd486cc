import type { Area, Indicator } from '../model/index.ts';
import { dice } from '../parse/likeness.ts';
import { type Heading, pathOf, TABLE_COLUMN } from '../parse/outline.ts';

/** Where a statement belongs. */
export interface Place {
  readonly area: Area | null;
  readonly measure: string | null;
  readonly outline: readonly string[];
}

/** From this likeness on, a heading is the measure that the catalog names for the indicator. */
const SAME = 0.5;
/** A heading elsewhere must be this alike before a statement is moved under it. */
const SURE = 0.72;

interface Candidate {
  readonly heading: Heading;
  readonly likeness: number;
}

/** Indexes of headings, ascending. */
type Indexes = readonly number[];

/**
 * The measure (具体的施策) is the heading above a statement that is most like the one the catalog names for its indicator. When none above
 * is, though one elsewhere in the plan is (columns that PDF extraction interleaved), the statement belongs there. A plan of
 * headings that the catalog does not know keeps its own: the innermost numbered one. The left column of a table is not asked twice.
 */
export class Measures {
  /** Worked out once for all statements: a file may repeat one branch's plan, and its headings, hundreds of times. */
  private byText: Map<string, number[]> | null = null;
  private indexes: Map<Heading, number> | null = null;
  private readonly likest = new Map<Indicator, Indexes>();

  constructor(
    private readonly headings: readonly Heading[],
    /** Shared by the plans of one document: their headings are much the same. */
    private readonly likeness: Map<Indicator, Map<string, number>>,
  ) {}

  place(heading: Heading | null, indicator: Indicator | null): Place {
    const path = pathOf(heading);
    const own = path.findLast((one) => !one.area && !isBullet(one)) ?? path.findLast((one) => !one.area);
    if (heading?.style === TABLE_COLUMN) return placeAt(path, heading, indicator?.area ?? null);
    if (!indicator || indicator.measures.length === 0) return placeAt(path, own, null);
    const same = path.find((one) => indicator.measures.includes(one.text));
    const above = same ? { heading: same, likeness: 1 } : this.best(path, indicator);
    if (above && above.likeness >= SURE) return placeAt(path, above.heading, indicator.area);
    const elsewhere = this.elsewhere(heading, indicator);
    if (elsewhere) return placeAt(pathOf(elsewhere), elsewhere, indicator.area);
    return placeAt(path, above && above.likeness >= SAME ? above.heading : own, indicator.area);
  }

  /** The nearest of the plan's headings that are surely the indicator's measure; before the statement, if there is one. */
  private elsewhere(heading: Heading | null, indicator: Indicator): Heading | undefined {
    let indexes = this.likest.get(indicator);
    if (!indexes) {
      indexes = this.likestOf(indicator);
      this.likest.set(indicator, indexes);
    }
    if (indexes.length === 0) return undefined;
    this.indexes ??= new Map(this.headings.map((one, index) => [one, index]));
    const here = heading ? (this.indexes.get(heading) ?? -1) : this.headings.length;
    return this.headings[indexes[Math.max(countUpTo(indexes, here) - 1, 0)] ?? -1];
  }

  /** The headings that are word for word one of the indicator's measures; else those most like one, if they are surely it. */
  private likestOf(indicator: Indicator): Indexes {
    this.byText ??= byText(this.headings);
    for (const measure of indicator.measures) {
      const same = this.byText.get(measure);
      if (same) return same;
    }
    let most = SURE;
    let found: Indexes[] = [];
    for (const [text, indexes] of this.byText) {
      const likeness = this.likenessOf(text, indicator);
      if (likeness < most) continue;
      if (likeness > most) found = [];
      most = likeness;
      found.push(indexes);
    }
    return found.flat().sort((a, b) => a - b);
  }

  private best(headings: readonly Heading[], indicator: Indicator): Candidate | null {
    let best: Candidate | null = null;
    for (const heading of headings) {
      if (heading.area) continue;
      const likeness = this.likenessOf(heading.text, indicator);
      if (!best || likeness > best.likeness) best = { heading, likeness };
      if (likeness === 1) break;
    }
    return best;
  }

  private likenessOf(text: string, indicator: Indicator): number {
    let known = this.likeness.get(indicator);
    if (!known) {
      known = new Map();
      this.likeness.set(indicator, known);
    }
    let likeness = known.get(text);
    if (likeness === undefined) {
      likeness = Math.max(...indicator.measures.map((measure) => dice(text, measure)));
      known.set(text, likeness);
    }
    return likeness;
  }
}

function byText(headings: readonly Heading[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, { text, area }] of headings.entries()) {
    if (area) continue;
    const same = found.get(text);
    if (same) same.push(index);
    else found.set(text, [index]);
  }
  return found;
}

/** How many of the ascending indexes are at most `limit`. */
function countUpTo(indexes: Indexes, limit: number): number {
  let [low, high] = [0, indexes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((indexes[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param usual the area under which the catalog puts the indicator, where the paper prints none */
function placeAt(path: readonly Heading[], measure: Heading | undefined, usual: Area | null): Place {
  return {
    area: path.find((heading) => heading.area)?.area ?? usual,
    measure: measure?.text ?? null,
    outline: path.map((heading) => heading.text),
  };
}

const isBullet = (heading: Heading): boolean => '●○◆■'.includes(heading.style);
