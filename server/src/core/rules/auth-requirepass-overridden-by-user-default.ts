import { sha256 } from '../acl/sha256.js';
import { appendRules, knownUsers, lastKeyword, ruleAt } from './building-blocks/acl-users.js';
import { removeLine, replaceAt } from './building-blocks/edits.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { FileEdit, Problem, Rule, RuleInput } from './rule.js';

export const authRequirepassOverriddenByUserDefault: Rule = {
  id: 'auth-requirepass-overridden-by-user-default',
  summary: 'requirepass beside a "user default" line, which overrides it',
  category: 'authentication',
  severity: 'error',
  references: ['CWE-1188', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel'],
  check: checkOverriddenRequirepass,
};

/** In either order; the password still shows in CONFIG GET. */
function* checkOverriddenRequirepass({ config }: RuleInput): Iterable<Problem> {
  const requirepass = explicitSetting(config, 'requirepass');
  const { defaultUser } = config;
  const user = knownUsers(config).find(({ name }) => name === 'default');
  if (!requirepass || requirepass.text === '' || defaultUser.decidedBy !== 'user-line' || !user) return;
  const isOpen = defaultUser.state === 'open';
  const hash = `#${sha256(requirepass.values[0] ?? '')}`;
  const nopass = lastKeyword(user, 'nopass');
  const moved: FileEdit = nopass ? replaceAt(ruleAt(user, nopass), hash) : appendRules(user, hash);
  const removals = config.occurrences('requirepass').map(removeLine);
  yield {
    at: argumentAt(requirepass.from, -1),
    message: isOpen
      ? '"requirepass" is ignored: the "user default" line, with "nopass", leaves the server open. Move the password there.'
      : '"requirepass" is ignored: the "user default" line decides alone. Move the password there, or remove this line.',
    severity: isOpen ? 'error' : 'warning',
    related: [{ at: user.at, message: 'This line decides.' }],
    fixes: [
      { title: 'Move the password, hashed, to the user line', effect: 'access', edits: [moved, ...removals] },
      { title: 'Remove requirepass', effect: 'access', edits: removals },
    ],
  };
}
