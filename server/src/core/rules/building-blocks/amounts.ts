import { parseMemory } from '../../directives/values.js';
import type { ExplicitSetting } from './settings.js';

type Amount = Pick<ExplicitSetting, 'text'>;

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
