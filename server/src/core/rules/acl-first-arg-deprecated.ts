import { hiddenInRule } from '../config/showing/hidden-acl-words.js';
import type { AclUser } from '../config/users/users.js';
import { has } from '../directives/capabilities.js';
import { ruleAt } from './building-blocks/acl-users.js';
import { quote } from './building-blocks/quote.js';
import type { Problem, RuleInput } from './rule.js';
import { userRule } from './user-rule.js';

export const aclFirstArgDeprecated = userRule({
  id: 'acl-first-arg-deprecated',
  summary: 'a command allowed for one first argument only',
  category: 'acl',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  users: 'known',
  check: (user, { config }) => [...firstArguments(user, config)],
});

/** From Redis 7.0 on subcommands are commands of their own; for all other commands the form is on its way out. */
function* firstArguments(user: AclUser, { target, aclLanguage }: RuleInput['config']): Iterable<Problem> {
  if (!has(target, 'subcommands')) return;
  const { table } = aclLanguage.sets;
  const { permissions, selectors } = user.effective;
  if ([permissions, ...selectors].every(({ commands }) => commands.firstArguments.size === 0)) return;
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
