import { MODULE_CATEGORIES, nearestCategories } from '../acl/commands.js';
import type { LoadProblemOf } from '../config/load-problem.js';
import type { Location } from '../config/occurrence.js';
import { ACL_CATEGORIES } from '../config/showing/vocabulary.js';
import { formatTarget } from '../directives/target.js';
import { lowerCaseAscii } from '../syntax/config-line.js';
import { guessAt } from './building-blocks/directive-effect.js';
import { replaceAt } from './building-blocks/edits.js';
import { quoteName, sentence } from './building-blocks/quote.js';
import { lacks, mayBeNew, whatFollows } from './building-blocks/unknown-parts.js';
import { removeUnknownRule } from './building-blocks/unknown-rule.js';
import { refusalRule } from './refusal-rule.js';
import type { Fix } from './rule.js';

/** The bundled modules of Redis 8 bring categories of their own. */
export const aclUnknownCategory = refusalRule({
  id: 'acl-unknown-category',
  summary: 'an ACL rule about a category that the server does not have',
  category: 'acl',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  codes: ['acl-unknown-category'],
  message: (cause, { config }) =>
    isOfModule(cause)
      ? sentence(
          `${label(cause)} comes with a module: a server without it refuses to start.`,
          'Load the module, or remove the rule.',
        )
      : sentence(
          `${lacks(formatTarget(config.target), 'category', label(cause))}${whatFollows(cause, config)}.`,
          remedyFor(cause),
        ),
  severityOf: (cause, { config }) => {
    if (mayBeNew(cause, config)) return 'warning';
    if (!cause.isFatal) return 'hint';
    return isOfModule(cause) ? 'warning' : 'error';
  },
  fixes: (cause, { config }) => [
    ...(isOfModule(cause) ? [] : near(cause).map((category) => changeTo(cause.at, category))),
    removeUnknownRule(config, cause.at),
  ],
});

type Unknown = LoadProblemOf<'acl-unknown-category'>;

const isOfModule = ({ name }: Unknown): boolean => MODULE_CATEGORIES.includes(lowerCaseAscii(name));

const label = ({ name }: Unknown): string => quoteName(name, ACL_CATEGORIES, '@');

const near = ({ name }: Unknown): readonly string[] => nearestCategories(name).slice(0, 2);

function remedyFor(cause: Unknown): string {
  const [best] = near(cause);
  return best === undefined ? 'Correct or remove the rule.' : `Change it to "@${best}".`;
}

/** Keeps sign and `@`. */
const changeTo = (at: Location, category: string): Fix => ({
  title: `Change to "@${category}"`,
  ...guessAt('user'),
  edits: [replaceAt({ ...at, at: { start: at.at.start + 2, end: at.at.end } }, category)],
});
