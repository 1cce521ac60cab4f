import { fileNameOf } from '../../config/paths.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';

/** Servers that read a file like redis.conf, with directives that no Redis and no Valkey has. */
const PRODUCTS = ['KeyDB', 'Kvrocks', 'Dragonfly', 'Pika', 'Garnet'] as const;

/** The product that the root file's name speaks of, where this linter does not know that product's directives. */
export function otherProductOf({ root }: ResolvedConfiguration): string | undefined {
  const name = fileNameOf(root.path).toLowerCase();
  return PRODUCTS.find((product) => name.includes(product.toLowerCase()));
}
