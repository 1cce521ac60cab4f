import { allowedAmong, listCommands, mayRunEverything, removalsOf } from './building-blocks/acl-commands.js';
import { appendRules, userLabel } from './building-blocks/acl-users.js';
import { userRule } from './user-rule.js';

const EMPTYING = ['flushall', 'flushdb', 'swapdb'];
const LISTING = ['keys', 'scan', 'randomkey', 'dbsize'];

/** Key patterns only limit commands that name keys in their arguments. */
export const aclKeylessDangerWithPatterns = userRule({
  id: 'acl-keyless-danger-with-patterns',
  summary: 'a user limited to some keys that may empty or list whole databases',
  category: 'acl',
  severity: 'warning',
  references: ['CWE-863', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'acl'],
  users: 'usable',
  check: (user, { config }) => {
    const { keys } = user.effective.permissions;
    if (keys === 'all' || keys.length === 0 || mayRunEverything(config, user)) return undefined;
    const emptying = allowedAmong(config, user, EMPTYING, false);
    const found = [...emptying, ...allowedAmong(config, user, LISTING, false)];
    if (found.length === 0) return undefined;
    const reach = emptying.length > 0 ? 'reaches all keys' : 'sees the name of every key';
    return {
      at: user.at,
      message: `Key patterns do not limit ${listCommands(found)}: ${userLabel(user)} ${reach}. Take these commands away.`,
      severity: emptying.length > 0 ? 'warning' : 'information',
      fixes: () => [
        {
          title: `Take away ${listCommands(found)}`,
          effect: 'access',
          consequence: 'Clients of this user that send one of these commands are refused.',
          edits: [appendRules(user, removalsOf(found))],
        },
      ],
    };
  },
});
