import { MODULE_CATEGORIES, nearestCategories } from '../acl/commands.js';
import { ACL_CATEGORIES } from '../config/showing/vocabulary.js';
import { formatTarget } from '../directives/target.js';
import { lowerCaseAscii } from '../syntax/config-line.js';
import { guessAt } from './building-blocks/directive-effect.js';
import { replaceAt } from './building-blocks/edits.js';
import { quoteName, sentence } from './building-blocks/quote.js';
import { mayBeNew } from './building-blocks/unknown-parts.js';
import { removeUnknownRule } from './building-blocks/unknown-rule.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const aclUnknownCategory: Rule = {
  id: 'acl-unknown-category',
  summary: 'an ACL rule about a category that the server does not have',
  category: 'acl',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  loadProblems: ['acl-unknown-category'],
  reads: ['acl-unknown-category'],
  check: checkUnknownCategory,
};

/** The bundled modules of Redis 8 bring categories of their own. */
function* checkUnknownCategory(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('acl-unknown-category')) {
    const { at, name, isFatal } = cause;
    const isNew = mayBeNew(cause, input.config);
    const near = nearestCategories(name).slice(0, 2);
    const isOfModule = MODULE_CATEGORIES.includes(lowerCaseAscii(name));
    const fact = isOfModule
      ? `${quoteName(name, ACL_CATEGORIES, '@')} comes with a module: a server without it refuses to start`
      : `${quoteName(name, ACL_CATEGORIES, '@')} is no category of ${formatTarget(input.config.target)}${isFatal ? ', which refuses to start' : isNew ? ' as far as is known here' : '; a module may bring it'}`;
    const remedy = isOfModule
      ? 'Load the module, or remove the rule.'
      : near[0] === undefined
        ? 'Correct or remove the rule.'
        : `Change it to "@${near[0]}".`;
    const change = (category: string): Fix => ({
      title: `Change to "@${category}"`,
      ...guessAt('user'),
      edits: [replaceAt({ ...at, at: { start: at.at.start + 2, end: at.at.end } }, category)],
    });
    yield {
      at,
      cause,
      message: sentence(`${fact}.`, remedy),
      severity: isNew ? 'warning' : !isFatal ? 'hint' : isOfModule ? 'warning' : 'error',
      fixes: () => [...(isOfModule ? [] : near.map(change)), removeUnknownRule(input.config, at)],
    };
  }
}
