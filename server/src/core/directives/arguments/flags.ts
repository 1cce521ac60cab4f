import { cString } from '../c-numbers.js';
import type { Directive } from '../catalog.js';
import { type ArgumentsReading, refuse } from './arguments-reading.js';

/** The flag that stands for no other flag, and the flag that stands for all others. */
const NONE: ReadonlySet<string> = new Set(['default', 'no']);
const EVERY = 'yes';

/** A directive that takes several names at once: `shutdown-on-sigterm save now`, `cluster-slot-stats-enabled cpu net`. */
export function readFlags({ values = [] }: Directive, args: readonly string[]): ArgumentsReading {
  if (args.length === 0) return { problem: { code: 'not-in-enum', values } };
  const given = new Set<string>();
  for (const [index, arg] of args.entries()) {
    const wanted = cString(arg).toLowerCase();
    if (!values.includes(wanted)) return { problem: { code: 'not-in-enum', values }, index };
    given.add(wanted);
  }
  if (given.has('save') && given.has('nosave')) return refuse('asks for saving and for not saving');
  const single = values.filter((name) => !NONE.has(name) && name !== EVERY);
  const isEvery = values.includes(EVERY) && (given.has(EVERY) || single.every((name) => given.has(name)));
  if (isEvery) return { shown: EVERY };
  const shown = single.filter((name) => given.has(name)).join(' ');
  return { shown: shown === '' ? (values.find((name) => NONE.has(name)) ?? '') : shown };
}
