/**
 * Each item with what its task comes to, in the order of the items, while no more than `ahead` of them are under way or done and not
 * yet taken: what is held does not grow with their number. The first tasks begin at once.
 */
export function inOrder<Item, Result>(
  items: readonly Item[],
  ahead: number,
  task: (item: Item) => Promise<Result>,
): Iterable<readonly [Item, Promise<Result>]> {
  const pairs = begun(items, ahead, task);
  const first = pairs.next();
  return first.done ? [] : continued(first.value, pairs);
}

function* begun<Item, Result>(
  items: readonly Item[],
  ahead: number,
  task: (item: Item) => Promise<Result>,
): Generator<readonly [Item, Promise<Result>], void> {
  const underWay: (readonly [Item, Promise<Result>])[] = [];
  for (const item of items) {
    const result = task(item);
    // A failure is the taker's to see, and may come before its turn.
    result.catch(() => {});
    underWay.push([item, result]);
    if (underWay.length >= ahead) yield* underWay.splice(0, 1);
  }
  yield* underWay;
}

function* continued<Pair>(first: Pair, others: Iterable<Pair>): Generator<Pair> {
  yield first;
  yield* others;
}
