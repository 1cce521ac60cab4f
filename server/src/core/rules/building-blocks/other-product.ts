import { fileNameOf } from '../../config/paths.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { lifetimesOf } from '../../directives/catalog.js';

/** Servers that read a file like redis.conf, with directives that no Redis and no Valkey has. */
const PRODUCTS = ['KeyDB', 'Kvrocks', 'Dragonfly', 'Pika', 'Garnet'] as const;

/** The product that the root file's name speaks of, where this linter does not know that product's directives. */
export function otherProductOf({ root }: ResolvedConfiguration): string | undefined {
  const name = fileNameOf(root.path).toLowerCase();
  return PRODUCTS.find((product) => name.includes(product.toLowerCase()));
}

/** Whether names say the same that only KeyDB has, in a file that is called one of another product. */
export function showsOtherProduct(config: ResolvedConfiguration): boolean {
  return otherProductOf(config) !== undefined && config.problemsOf('directive-of-fork').some(isOfNoTarget);
}

/** Neither Redis nor Valkey has it in any version: KeyDB does. */
export const isOfNoTarget = ({ name }: { readonly name: string }): boolean =>
  lifetimesOf(name.toLowerCase()) === undefined;

/** Whether what no line says is what Redis does: KeyDB grew from it, the others are made anew. */
export function hasDefaultsOfRedis(config: ResolvedConfiguration): boolean {
  const product = otherProductOf(config);
  return product === undefined || product === 'KeyDB';
}
