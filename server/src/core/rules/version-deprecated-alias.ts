import { DIRECTIVE_NAMES, type DirectiveName, factsOf } from '../directives/catalog.js';
import { sinceOfNewSpelling } from './building-blocks/guessed-target.js';
import { otherProductOf } from './building-blocks/other-product.js';
import { nameOf } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { respell } from './building-blocks/spelling-fixes.js';
import type { Problem, Rule, RuleInput } from './rule.js';

/** Other aliases are second names, not old ones: Valkey's `primaryauth` for `masterauth`. */
const OLD_WORDING = /slave|ziplist|^lua-time-limit$|_cpulist$/;
const RENAMED: readonly DirectiveName[] = DIRECTIVE_NAMES.filter((name) =>
  Object.keys(factsOf(name).spellings).some((spelling) => spelling !== name && OLD_WORDING.test(spelling)),
);

export const versionDeprecatedAlias: Rule = {
  id: 'version-deprecated-alias',
  summary: 'an old name of a directive that the target knows by a new one',
  category: 'versions',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  reads: RENAMED,
  check: checkAliases,
};

function* checkAliases(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  // Forks were made before the new names came.
  if (otherProductOf(config) !== undefined) return;
  for (const name of RENAMED) {
    const preferred = config.catalog.directive(name) && config.catalog.preferredSpelling(name);
    if (preferred === undefined) continue;
    for (const occurrence of config.occurrences(name)) {
      const { directive } = occurrence;
      if (!OLD_WORDING.test(directive.key) || directive.key === preferred) continue;
      const at = nameOf(occurrence);
      yield {
        at,
        message: messageOf(input, directive.name.raw, preferred),
        state: 'old names',
        fixes: () => [respell(input, directive.key, { at, spelling: preferred, effect: 'none' })],
        tags: ['deprecated'],
      };
    }
  }
}

/** Where the server is a guess, one that does not know the new name may read the file. */
function messageOf({ targetCertainty }: RuleInput, old: string, preferred: string): string {
  const since = targetCertainty === 'guessed' ? sinceOfNewSpelling(preferred, old.toLowerCase()) : undefined;
  return since === undefined
    ? `${quote(old)} is the old name of "${preferred}". Write the new name.`
    : `${quote(old)} is called "${preferred}" from Redis ${since} on. Write that name, unless an older server reads the file.`;
}
