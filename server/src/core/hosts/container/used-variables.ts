import type { EnvironmentVariable } from '../../config/host-facts.js';
import type { ArgumentWord } from '../host-reading.js';

/** Marks the variables whose names stand in one of the texts that a server, its shell or its probe is given. */
export function markUsed(
  variables: readonly Omit<EnvironmentVariable, 'isUsed'>[],
  words: readonly Pick<ArgumentWord, 'text'>[],
): readonly EnvironmentVariable[] {
  return variables.map((variable) => ({
    ...variable,
    isUsed: words.some(({ text }) => text.text.includes(variable.name)),
  }));
}
