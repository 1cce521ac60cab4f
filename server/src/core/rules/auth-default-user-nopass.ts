import { aclSeverity, knownUsers, lastKeyword, removeRule, ruleAt } from './building-blocks/acl-users.js';
import { replaceAt } from './building-blocks/edits.js';
import { CLIENTS_MUST_SEND_IT } from './building-blocks/password-fixes.js';
import { GENERATED_SECRET, type Problem, type Rule, type RuleInput } from './rule.js';

export const authDefaultUserNopass: Rule = {
  id: 'auth-default-user-nopass',
  summary: 'a "user default" line with nopass: everybody is logged in',
  category: 'authentication',
  severity: 'error',
  references: ['CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['users', 'exposure'],
  check: checkDefaultUserNopass,
};

/** Without any command there is nothing to do for whoever gets in. */
function* checkDefaultUserNopass({ config }: RuleInput): Iterable<Problem> {
  const { defaultUser } = config;
  const user = knownUsers(config).find(({ name }) => name === 'default');
  const nopass = user && lastKeyword(user, 'nopass');
  if (!nopass || defaultUser.state !== 'open' || !defaultUser.canRunCommands) return;
  const at = ruleAt(user, nopass);
  yield {
    at,
    message: '"nopass" logs in whoever connects, as the default user. Give that user a password, or turn it off.',
    severity: aclSeverity(config, user),
    fixes: () => [
      { ...CLIENTS_MUST_SEND_IT, edits: [replaceAt(at, `>${GENERATED_SECRET}`)] },
      {
        title: 'Remove "nopass": nobody can log in as default then',
        effect: 'access',
        consequence: 'Clients, replicas and Sentinels without a user of their own are refused.',
        edits: [removeRule(user, nopass)],
      },
    ],
  };
}
