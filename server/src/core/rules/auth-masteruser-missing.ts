import { nameOf } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const authMasteruserMissing: Rule = {
  id: 'auth-masteruser-missing',
  summary: 'the replica logs in as the default user, which is off',
  category: 'authentication',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server'],
  about: ['masterauth'],
  reads: ['masterauth', 'masteruser', 'exposure', 'elsewhere'],
  check: checkMasteruserMissing,
};

/** Nodes of one setup have the same users: where the default user is off here, it is off on the primary. */
function* checkMasteruserMissing({ config }: RuleInput): Iterable<Problem> {
  const masterauth = config.inForce('masterauth')?.from;
  if (!masterauth || config.exposure.auth !== 'off' || config.mayBeSaidElsewhere) return;
  if (config.inForce('masteruser')?.from) return;
  const name = masterauth.directive.name.raw;
  yield {
    at: nameOf(masterauth),
    message: `"${name}" alone logs in as the default user, which is off. Name the replication user in "masteruser".`,
  };
}
