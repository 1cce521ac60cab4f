/** The items, each once by its key, where the first of its kind stood; of two the one that is better, else the first. */
export function eachOnce<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string,
  isBetter: (one: Item, other: Item) => boolean = () => false,
): Item[] {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    const before = byKey.get(key);
    if (before === undefined || isBetter(item, before)) byKey.set(key, item);
  }
  return [...byKey.values()];
}
