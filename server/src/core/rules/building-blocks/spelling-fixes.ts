import type { Location, ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { ownNameOf } from '../../directives/catalog.js';
import type { Fix } from '../rule.js';
import { removeLine, replaceAt } from './edits.js';

/** For a name that the target lacks: the name that it has for the same directive, else to remove the line. */
export function otherSpellingFixes({ catalog }: ResolvedConfiguration, name: string, at: Location): readonly Fix[] {
  const own = ownNameOf(name.toLowerCase());
  if (own !== undefined && catalog.directive(own)) {
    const spelling = catalog.preferredSpelling(own);
    return [{ title: `Change to "${spelling}"`, effect: 'safe', isPreferred: true, edits: [replaceAt(at, spelling)] }];
  }
  return [{ title: 'Remove the line', effect: 'access', isPreferred: true, edits: [removeLine(at)] }];
}
