import { sha256 } from '../acl/sha256.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { DefaultUser } from '../config/users/default-user.js';
import type { AclUser } from '../config/users/users.js';
import { appendRules, knownUsers, lastKeyword, ruleAt } from './building-blocks/acl-users.js';
import { removeLine, replaceAt } from './building-blocks/edits.js';
import { CLIENTS_MUST_SEND_IT } from './building-blocks/password-fixes.js';
import { argumentAt } from './building-blocks/places.js';
import { explicitValue } from './building-blocks/values-in-force.js';
import type { Fix, Problem, Rule, RuleInput, SourceEdit } from './rule.js';

export const authRequirepassOverriddenByUserDefault: Rule = {
  id: 'auth-requirepass-overridden-by-user-default',
  summary: 'requirepass beside a "user default" line, which overrides it',
  category: 'authentication',
  severity: 'error',
  references: ['CWE-1188', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel'],
  about: ['requirepass'],
  reads: ['requirepass', 'users'],
  check: checkOverriddenRequirepass,
};

/** In either order; the password still shows in CONFIG GET. CONFIG REWRITE writes both lines, with one password. */
function* checkOverriddenRequirepass({ config }: RuleInput): Iterable<Problem> {
  const requirepass = explicitValue(config, 'requirepass');
  const { defaultUser } = config;
  const user = knownUsers(config).find(({ name }) => name === 'default');
  if (!requirepass || requirepass.text === '' || defaultUser.decidedBy !== 'user-line' || !user) return;
  const isTwice = logsIn(user, requirepass.values[0] ?? '');
  yield {
    at: argumentAt(requirepass.from, -1),
    message: isTwice ? REWRITTEN : MESSAGES[defaultUser.state],
    severity: isTwice ? 'information' : defaultUser.state === 'open' ? 'error' : 'warning',
    related: [{ at: user.at, message: 'This line decides.' }],
    fixes: () => {
      const removals = config.occurrences('requirepass').map(removeLine);
      return [
        ...(isTwice ? [] : [moveFix(config, user, requirepass.values[0] ?? '', removals)]),
        {
          title: 'Remove requirepass',
          effect: 'access',
          consequence:
            config.dialect === 'sentinel'
              ? 'Sentinel also logs in to its peers with it, unless "sentinel sentinel-pass" is set.'
              : 'The password is then no longer in this file: make sure that its users have it.',
          edits: removals,
        },
      ];
    },
  };
}

const REWRITTEN =
  'The "user default" line has this password too, as CONFIG REWRITE writes it, and decides alone. Change both, or remove this line.';
const CLOSED =
  '"requirepass" is ignored: the "user default" line decides alone. Move the password there, or remove this line.';
const MESSAGES: Readonly<Record<DefaultUser['state'], string>> = {
  open: '"requirepass" is ignored: the "user default" line, with "nopass", leaves the server open. Move the password there.',
  password: CLOSED,
  off: CLOSED,
  unknown: CLOSED,
};

function logsIn({ effective }: AclUser, password: string): boolean {
  const hash = sha256(password);
  return effective.passwords.some((known) => known.clear === password || known.hash === hash);
}

function moveFix(
  { defaultUser: { state } }: ResolvedConfiguration,
  user: AclUser,
  password: string,
  removals: readonly SourceEdit[],
): Fix {
  const hash = `#${sha256(password)}`;
  const nopass = lastKeyword(user, 'nopass');
  const moved = nopass ? replaceAt(ruleAt(user, nopass), hash) : appendRules(user, hash);
  return {
    title:
      state === 'open'
        ? 'Move it, hashed, to the user line: clients must send it'
        : 'Move it, hashed, to the user line',
    effect: 'access',
    consequence:
      state === 'open'
        ? CLIENTS_MUST_SEND_IT.consequence
        : 'It then logs in as the default user, beside the passwords of that line.',
    edits: [moved, ...removals],
  };
}
