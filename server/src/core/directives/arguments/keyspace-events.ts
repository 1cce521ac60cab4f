import { cString } from '../c-numbers.js';
import { has } from '../capabilities.js';
import type { Target } from '../target.js';
import { type ArgumentsReading, refuse } from './arguments-reading.js';

/** What `A` stands for, in the order in which CONFIG GET shows the classes. */
const ALL = 'g$lshzxetd';
/** The class of arrays, part of `A` where there are any. */
const ARRAYS = 'a';
/** Shown where `A` is not: the class of new keys. */
const NOT_IN_ALL = 'n';

/** `notify-keyspace-events`: a set of letters. */
export function readKeyspaceEvents(value: string, target: Target): ArgumentsReading {
  const letters = cString(value);
  const known = knownLetters(target);
  const unknown = [...letters].find((letter) => !known.includes(letter));
  if (unknown !== undefined) return refuse('has a letter that names no class of events', 0);
  const given = (letter: string) => letters.includes(letter);
  const all = known.includes(ARRAYS) ? ALL + ARRAYS : ALL;
  const isAll = given('A') || [...all].every(given);
  const classes = isAll ? 'A' : [...all, ...NOT_IN_ALL].filter(given).join('');
  return { shown: classes + [...'KEm'].filter(given).join('') };
}

function knownLetters(target: Target): string {
  if (has(target, 'arrays')) return `A${ALL}${ARRAYS}KEmnocSTIV`;
  if (has(target, 'events-of-overwrites')) return `A${ALL}KEmnoc`;
  return has(target, 'events-of-new-keys') ? `A${ALL}KEmn` : `A${ALL}KEm`;
}
