import { mayRunEverything } from './building-blocks/acl-commands.js';
import { hasAdminName, lastKeyword, ruleAt, userLabel } from './building-blocks/acl-users.js';
import { quote } from './building-blocks/quote.js';
import { userRule } from './user-rule.js';

/** What begins with `+@all` goes on to allow commands that come later; before Redis 8 modules are in no category. */
export const aclModuleCommandsViaAll = userRule({
  id: 'acl-module-commands-via-all',
  summary: 'a limited user that may run every command of the loaded modules',
  category: 'acl',
  severity: 'information',
  references: ['CWE-863', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'sentinel', 'acl'],
  users: 'usable',
  check: (user, { config }) => {
    if (config.occurrences('loadmodule').length === 0 || hasAdminName(user)) return undefined;
    const rule = lastKeyword(user, 'allcommands');
    const isLimited = user.effective.permissions.commands.allowsFuture && !mayRunEverything(config, user);
    if (!rule || !isLimited) return undefined;
    return {
      at: ruleAt(user, rule),
      message: `${quote(rule.word.raw)} gives ${userLabel(user)} all commands of loaded modules, whatever the other rules take away. Begin with "-@all".`,
    };
  },
  also: ['loadmodule'],
});
