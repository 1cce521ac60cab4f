import { has } from '../directives/capabilities.js';
import { adminUserFix, removeCommandsFix } from './building-blocks/command-fixes.js';
import { availableDangerousCommands, worstFirst } from './building-blocks/dangerous-commands.js';
import { nameOf } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput, Severity } from './rule.js';

export const cmdDangerousAvailable: Rule = {
  id: 'cmd-dangerous-available',
  summary: 'every client may run the commands that destroy data or take the server over',
  category: 'commands',
  severity: 'error',
  references: [
    'CWE-250',
    'CWE-749',
    'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/',
    'http://antirez.com/news/96',
  ],
  dialects: ['server'],
  reads: [
    'user',
    'requirepass',
    'enable-debug-command',
    'enable-module-command',
    'masterauth',
    'min-replicas-to-write',
    'users',
    'renames',
    'exposure',
    'start',
    'elsewhere',
  ],
  check: checkCommands,
};

const SHOWN = 3;

/** The default user may run everything unless a line of its own says otherwise; those lines are checked as ACL rules. */
function* checkCommands(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  const { state, decidedBy } = config.defaultUser;
  if (decidedBy === 'user-line' || decidedBy === 'aclfile' || state === 'off' || state === 'unknown') return;
  if (config.mayBeSaidElsewhere || hasDefaultUserLine(config)) return;
  const { takeover, destructive } = availableDangerousCommands(config);
  const commands = [...takeover, ...destructive];
  if (commands.length === 0) return;
  const hasAcl = has(config.target, 'acl-users');
  const severity = severityOf(config, takeover.length > 0, hasAcl);
  // Who may run every command for want of a password is told so, and reserves nothing before there is one.
  if (state === 'open' && (severity === 'information' || severity === 'hint')) return;
  const shown = worstFirst(commands).slice(0, SHOWN).join(', ');
  const others = commands.length > SHOWN ? ` and ${commands.length - SHOWN} more dangerous commands` : '';
  const password = config.inForce('requirepass')?.from;
  yield {
    at: password ? nameOf(password) : config.start,
    message: `Every client may run ${shown}${others}. ${hasAcl ? "Reserve them for an administrator's ACL user" : 'Remove them with rename-command'}.`,
    severity,
    fixes: () => [...adminUserFix(input), ...removeCommandsFix(input, commands)],
  };
}

/** From 6.0 on clients that know the password are the concern of ACLs; before, renaming is all there is. */
function severityOf({ exposure }: RuleInput['config'], canTakeOver: boolean, hasAcl: boolean): Severity {
  const { isReachable, auth, listen, container } = exposure;
  if (container === 'proven') return 'hint';
  if (!canTakeOver || listen === 'loopback' || listen === 'none') return 'information';
  if (isReachable && auth === 'open') return 'error';
  return hasAcl ? 'information' : 'warning';
}

function hasDefaultUserLine(config: RuleInput['config']): boolean {
  return config.occurrences('user').some(({ args }) => args[0]?.value === 'default');
}
