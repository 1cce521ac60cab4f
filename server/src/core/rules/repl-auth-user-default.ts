import { nameOf } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const replAuthUserDefault: Rule = {
  id: 'repl-auth-user-default',
  summary: 'replicas log in as the default user although there are others',
  category: 'replication',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server'],
  about: ['masterauth'],
  reads: ['masterauth', 'masteruser', 'users', 'exposure', 'elsewhere'],
  check: checkReplAuthUserDefault,
};

/** Where the default user is off the replica cannot log in at all, which is another rule's matter. */
function* checkReplAuthUserDefault({ config }: RuleInput): Iterable<Problem> {
  const from = config.inForce('masterauth')?.from;
  if (!from || config.inForce('masteruser')?.from || config.exposure.auth === 'off' || config.mayBeSaidElsewhere)
    return;
  if (!config.users.some(({ name, isTemplated }) => name !== 'default' && !isTemplated)) return;
  yield {
    at: nameOf(from),
    message: `"${from.directive.name.raw}" alone logs in as the default user. Name a user that may only replicate in "masteruser".`,
  };
}
