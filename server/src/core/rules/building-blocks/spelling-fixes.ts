import type { Location } from '../../config/occurrence.js';
import { type Catalog, ownNameOf } from '../../directives/catalog.js';
import type { Fix, RuleInput } from '../rule.js';
import { effectOf } from './directive-effect.js';
import { removeLine, replaceAt } from './edits.js';
import { sinceOfNewSpelling, writesSince } from './guessed-target.js';

/** Writes the target's spelling of a directive in place of another one. */
export function respell(
  input: RuleInput,
  name: string,
  { at, spelling, effect }: { readonly at: Location; readonly spelling: string; readonly effect: 'none' | 'safe' },
): Fix {
  const fix: Fix = { title: `Change to "${spelling}"`, effect, isPreferred: true, edits: [replaceAt(at, spelling)] };
  const since = sinceOfNewSpelling(spelling, name.toLowerCase());
  return since === undefined ? fix : writesSince(input, since, 'the new name', fix);
}

/** The name that the target has for the directive that a name means; undefined: it has none. */
export function otherSpelling(catalog: Catalog, name: string): string | undefined {
  const own = ownNameOf(name.toLowerCase());
  return own !== undefined && catalog.directive(own) ? catalog.preferredSpelling(own) : undefined;
}

/** For a name that the target lacks: the name that it has for the same directive, else to remove the line. */
export function otherSpellingFixes(input: RuleInput, name: string, at: Location): readonly Fix[] {
  const spelling = otherSpelling(input.config.catalog, name);
  return [
    spelling === undefined ? removeUnknownLine(name, at) : respell(input, name, { at, spelling, effect: 'safe' }),
  ];
}

/** For a directive that the target lacks. */
export function removeUnknownLine(name: string, at: Location): Fix {
  return {
    title: 'Remove the line',
    effect: effectOf(ownNameOf(name.toLowerCase())),
    consequence: 'A server that does know the directive then takes its default: check which one will read the file.',
    edits: [removeLine(at)],
  };
}
