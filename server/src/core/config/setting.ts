import type { Directive } from '../directives/catalog.js';
import { splitWords } from '../syntax/split-words.js';
import type { Occurrence, Setting } from './resolved-configuration.js';

/** The setting in force after these lines, in the order read: the last one wins. */
export function settingFrom(directive: Directive, occurrences: readonly Occurrence[]): Setting {
  const from = occurrences.at(-1);
  if (from === undefined) {
    return { name: directive.name, values: defaultWords(directive), from, overridden: [], isKnown: true };
  }
  return {
    name: directive.name,
    values: from.args.map(({ value }) => value),
    from,
    overridden: occurrences.slice(0, -1),
    isKnown: !from.isTemplated,
  };
}

function defaultWords({ default: text, facts }: Directive): readonly string[] {
  if (text === null) return [];
  return facts.multiArg ? splitWords(text).words.map(({ value }) => value) : [text];
}
