import { argumentAt } from './building-blocks/places.js';
import { explicitValue } from './building-blocks/values-in-force.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const authMasteruserWithoutMasterauth: Rule = {
  id: 'auth-masteruser-without-masterauth',
  summary: 'a user name for the primary without a password: neither is sent',
  category: 'authentication',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  dialects: ['server'],
  about: ['masteruser'],
  reads: ['masteruser', 'masterauth', 'elsewhere'],
  check: checkMasteruserWithoutMasterauth,
};

function* checkMasteruserWithoutMasterauth({ config }: RuleInput): Iterable<Problem> {
  const user = explicitValue(config, 'masteruser');
  if (!user || user.text === '' || config.inForce('masterauth')?.from || config.mayBeSaidElsewhere) return;
  const name = user.from.directive.name.raw;
  yield {
    at: argumentAt(user.from),
    message: `"${name}" has no effect without "masterauth": the replica sends no login and is the default user there. Set "masterauth" too.`,
    tags: ['unnecessary'],
  };
}
