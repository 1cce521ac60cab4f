import { hiddenInRule } from '../config/showing/hidden-acl-words.js';
import { has } from '../directives/capabilities.js';
import { knownUsers, ruleAt } from './building-blocks/acl-users.js';
import { quote } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const aclFirstArgDeprecated: Rule = {
  id: 'acl-first-arg-deprecated',
  summary: 'a command allowed for one first argument only',
  category: 'acl',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['users'],
  check: checkFirstArgument,
};

/** From Redis 7.0 on subcommands are commands of their own; for all other commands the form is on its way out. */
function* checkFirstArgument({ config }: RuleInput): Iterable<Problem> {
  if (!has(config.target, 'subcommands')) return;
  const { table } = config.aclLanguage.sets;
  for (const user of knownUsers(config)) {
    const { permissions, selectors } = user.effective;
    if ([permissions, ...selectors].every(({ commands }) => commands.firstArguments.size === 0)) continue;
    for (const rule of user.rules) {
      if (rule.kind !== 'command' || !rule.isAllowed || !rule.name.includes('|') || table.lookup(rule.name)) continue;
      const container = table.lookup(rule.name.slice(0, rule.name.lastIndexOf('|')));
      if (!container || container.subcommands.length > 0 || container.parent) continue;
      yield {
        at: ruleAt(user, rule),
        message: `${hiddenInRule(rule.word).length === 0 ? quote(rule.word.raw) : 'This rule'} allows its command for one first argument only, a deprecated form. Allow or forbid the whole command.`,
        tags: ['deprecated'],
      };
    }
  }
}
