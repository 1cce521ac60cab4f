import { parseMemory } from '../../directives/values.js';
import type { ExplicitValue } from './values-in-force.js';

type Amount = Pick<ExplicitValue, 'text'>;

/** Whether a number or an amount of memory, in bytes, is larger than a limit. */
export const above =
  (limit: bigint) =>
  ({ text }: Amount): boolean =>
    (parseMemory(text) ?? limit) > limit;

/** Whether it is smaller. */
export const below =
  (limit: bigint) =>
  ({ text }: Amount): boolean =>
    (parseMemory(text) ?? limit) < limit;
