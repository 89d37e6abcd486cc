import type { Target } from '../model/index.ts';
import { indicatorKey } from '../normalize/catalog.ts';

type Named = Pick<Target, 'branch' | 'fiscalYear' | 'name' | 'indicator'>;

/** The targets of other documents, by branch and year, and by the names and indicators that they go by. */
export class Planned {
  private readonly byName = new Map<string, Target[]>();
  private readonly byIndicator = new Map<string, Target[]>();
  private readonly byScope = new Map<string, Target[]>();

  constructor(targets: readonly Target[]) {
    for (const target of targets) {
      if (target.duplicateOf !== null) continue;
      put(this.byScope, scoped(target, ''), target);
      put(this.byName, scoped(target, indicatorKey(target.name)), target);
      if (target.indicator !== null) put(this.byIndicator, scoped(target, target.indicator), target);
    }
  }

  of(scope: Pick<Target, 'branch' | 'fiscalYear'>): readonly Target[] {
    return this.byScope.get(scoped(scope, '')) ?? [];
  }

  /** Each document's promise of the same KPI: by its name, else by its indicator. A document with several is not sure which. */
  promises(named: Named): Target[] {
    const same = this.byName.get(scoped(named, indicatorKey(named.name)));
    const found = same ?? (named.indicator === null ? [] : (this.byIndicator.get(scoped(named, named.indicator)) ?? []));
    const documents = new Map<string, Target[]>();
    for (const target of found) put(documents, target.source.document, target);
    return [...documents.values()].flatMap(([target, ...others]) => (target && others.length === 0 ? [target] : []));
  }
}

const scoped = ({ branch, fiscalYear }: Pick<Target, 'branch' | 'fiscalYear'>, key: string): string => `${branch} ${fiscalYear} ${key}`;

function put<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const same = map.get(key);
  if (same) same.push(item);
  else map.set(key, [item]);
}
