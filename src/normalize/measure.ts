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

/**
 * The measure (具体的施策) is the heading above a statement that is most like the one the catalog names for its indicator. When none above
 * is, though one elsewhere in the plan is (columns that PDF extraction interleaved), the statement belongs there. A plan of
 * headings that the catalog does not know keeps its own: the innermost numbered one. The left column of a table is not asked twice.
 */
export class Measures {
  private byText: Map<string, Heading[]> | null = null;

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
    const elsewhere = this.named(heading, indicator) ?? this.best(this.nearestFirst(heading), indicator);
    if (elsewhere && elsewhere.likeness >= SURE) return placeAt(pathOf(elsewhere.heading), elsewhere.heading, indicator.area);
    return placeAt(path, above && above.likeness >= SAME ? above.heading : own, indicator.area);
  }

  /** The nearest heading that is word for word one of the indicator's measures; before the statement, if there is one. */
  private named(heading: Heading | null, indicator: Indicator): Candidate | null {
    this.byText ??= byText(this.headings);
    const same = indicator.measures.map((measure) => this.byText?.get(measure)).find((found) => found !== undefined);
    const here = heading?.line.number ?? Number.POSITIVE_INFINITY;
    const nearest = same?.findLast(({ line }) => line.number <= here) ?? same?.[0];
    return nearest ? { heading: nearest, likeness: 1 } : null;
  }

  /** The headings before this one, then those behind it. */
  private nearestFirst(heading: Heading | null): Heading[] {
    const at = heading ? this.headings.indexOf(heading) + 1 : this.headings.length;
    return [...this.headings.slice(0, at).reverse(), ...this.headings.slice(at)];
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

function byText(headings: readonly Heading[]): Map<string, Heading[]> {
  const found = new Map<string, Heading[]>();
  for (const heading of headings) {
    const same = found.get(heading.text);
    if (same) same.push(heading);
    else found.set(heading.text, [heading]);
  }
  return found;
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
