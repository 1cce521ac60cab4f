import { sha256 } from '../acl/sha256.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { aclFileOf } from './building-blocks/acl-users.js';
import { appendTo, removeLine } from './building-blocks/edits.js';
import { writesSince } from './building-blocks/guessed-target.js';
import { CLIENTS_MUST_SEND_IT } from './building-blocks/password-fixes.js';
import { argumentAt } from './building-blocks/places.js';
import { allChannels } from './building-blocks/user-roles.js';
import { explicitValue } from './building-blocks/values-in-force.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const authRequirepassIgnoredByAclfile: Rule = {
  id: 'auth-requirepass-ignored-by-aclfile',
  summary: 'requirepass beside an ACL file, which makes the server ignore it',
  category: 'authentication',
  severity: 'error',
  references: ['CWE-1188', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel'],
  about: ['requirepass'],
  reads: ['requirepass', 'aclfile', 'users'],
  check: checkIgnoredRequirepass,
};

function* checkIgnoredRequirepass(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const requirepass = explicitValue(config, 'requirepass');
  const aclFile = config.inForce('aclfile')?.from;
  if (!requirepass || requirepass.text === '' || config.defaultUser.decidedBy !== 'aclfile' || !aclFile) return;
  const { state } = config.defaultUser;
  yield {
    at: argumentAt(requirepass.from, -1),
    message: messageFor(state),
    severity: state === 'open' ? 'error' : 'warning',
    related: [{ at: argumentAt(aclFile), message: 'This file says who may log in.' }],
    fixes: () => fixesOf(input, requirepass.values[0] ?? ''),
  };
}

function messageFor(state: RuleInput['config']['defaultUser']['state']): string {
  switch (state) {
    case 'open':
      return 'With an ACL file "requirepass" is ignored, and that file leaves the server open. Give its default user a password.';
    case 'unknown':
      return 'With an ACL file "requirepass" is ignored, and that file is not here to be checked. Make sure that it defines the default user.';
    default:
      return 'With an ACL file "requirepass" is ignored: the default user of that file decides. Remove the line.';
  }
}

/** The first closes the server as it was meant to be closed. */
function fixesOf(input: RuleInput, password: string): readonly Fix[] {
  const { config } = input;
  const removals = config.occurrences('requirepass').map(removeLine);
  const file = aclFileOf(config);
  const remove: Fix = {
    title: 'Remove requirepass: the ACL file decides',
    effect: 'access',
    consequence: consequenceOfRemoval(config),
    edits: removals,
  };
  if (config.defaultUser.state !== 'open' || config.defaultUser.at || !file) return [remove];
  const line = `user default on #${sha256(password)} ~*${allChannels(config.target)} +@all`;
  const move: Fix = {
    title: 'Move it, hashed, to the ACL file: clients must send it',
    effect: 'access',
    consequence: CLIENTS_MUST_SEND_IT.consequence,
    edits: [...removals, appendTo(file, line)],
  };
  const switchOff: Fix = {
    title: 'Switch default off in the ACL file: clients need a user name',
    effect: 'access',
    consequence: 'Clients, replicas and Sentinels that log in without a user name are refused.',
    edits: [...removals, appendTo(file, 'user default off')],
  };
  return [writesSince(input, '6.2', '"&*"', move), switchOff, remove];
}

function consequenceOfRemoval({ defaultUser: { state }, dialect }: ResolvedConfiguration): string {
  if (dialect === 'sentinel')
    return 'Sentinel also logs in to its peers with it, unless "sentinel sentinel-pass" is set.';
  return state === 'open' || state === 'unknown'
    ? 'The ACL file must define how the default user logs in, or the server is open.'
    : 'The password is then no longer in this file: make sure that its users have it.';
}
