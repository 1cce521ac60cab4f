import { aclFileOf, aclSeverity } from './building-blocks/acl-users.js';
import { appendTo } from './building-blocks/edits.js';
import { writesSince } from './building-blocks/guessed-target.js';
import { CLIENTS_MUST_SEND_IT } from './building-blocks/password-fixes.js';
import { argumentAt } from './building-blocks/places.js';
import { allChannels } from './building-blocks/user-roles.js';
import { GENERATED_SECRET, type Problem, type Rule, type RuleInput } from './rule.js';

export const authDefaultUserOpenInAclfile: Rule = {
  id: 'auth-default-user-open-in-aclfile',
  summary: 'an ACL file without a line for the default user, which leaves the server open',
  category: 'authentication',
  severity: 'error',
  references: ['CWE-1188', 'CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['aclfile', 'users', 'exposure', 'files', 'lines'],
  check: checkOpenInAclfile,
};

/** Reported where people see it: at the line that names the file, or at the top of an ACL file alone. */
function* checkOpenInAclfile(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const { defaultUser, root, dialect } = config;
  const { effective } = defaultUser;
  if (!effective || defaultUser.state !== 'open' || defaultUser.decidedBy !== 'aclfile' || defaultUser.at) return;
  const file = aclFileOf(config);
  const from = config.inForce('aclfile')?.from;
  if (!file) return;
  const first = Math.max(0, [...file.file.lines.telling()].find(([, { text }]) => text.startsWith('user'))?.[0] ?? -1);
  const top = {
    source: root.id,
    line: first,
    at: { start: 0, end: root.file.lines.at(first)?.text.trimEnd().length ?? 0 },
  };
  yield {
    at: dialect === 'acl' || !from ? top : argumentAt(from),
    message:
      'The ACL file has no "user default" line: everybody is logged in and may do everything. Add "user default off".',
    severity: aclSeverity(config, { effective }),
    fixes: () => [
      {
        title: 'Add "user default off": clients need a user name',
        effect: 'access',
        consequence: 'Clients, replicas and Sentinels that log in without a user name are refused.',
        edits: [appendTo(file, 'user default off')],
      },
      writesSince(input, '6.2', '"&*"', {
        ...CLIENTS_MUST_SEND_IT,
        edits: [appendTo(file, `user default on >${GENERATED_SECRET} ~*${allChannels(config.target)} +@all`)],
      }),
    ],
  };
}
