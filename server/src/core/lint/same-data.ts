/** Deeper than anything that a configuration tells. */
const DEEPEST = 16;

/**
 * Whether two values of plain data say the same. Objects that were kept are not looked into; of others that are no plain
 * data, such as maps, it is not known, and they differ.
 */
export function sameData(a: unknown, b: unknown, depth = 0): boolean {
  if (a === b) return true;
  if (depth > DEEPEST || !isObject(a) || !isObject(b)) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameData(item, b[index], depth + 1));
  }
  if (!isPlain(a) || !isPlain(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && sameData(a[name], b[name], depth + 1))
  );
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isPlain = (value: Fields): boolean => Object.getPrototypeOf(value) === Object.prototype;
