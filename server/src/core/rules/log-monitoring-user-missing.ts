import { hasCommand } from '../acl/command-set.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { usableUsers } from './building-blocks/acl-users.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const logMonitoringUserMissing: Rule = {
  id: 'log-monitoring-user-missing',
  summary: 'no user that may only watch',
  category: 'logging',
  severity: 'hint',
  references: ['CWE-250', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server', 'acl'],
  isOptIn: true,
  reads: ['users', 'elsewhere'],
  check: checkLogMonitoringUserMissing,
};

/** An exporter needs INFO; what may also write or configure is no monitoring user. */
function* checkLogMonitoringUserMissing({ config }: RuleInput): Iterable<Problem> {
  const [first] = config.users;
  if (!first || config.mayBeSaidElsewhere || config.users.some(({ isTemplated }) => isTemplated)) return;
  if (mayWatchOnly(config)) return;
  yield {
    at: first.at,
    message:
      'No user may only watch, so monitoring logs in with more rights than it needs. Add one with +ping +info +slowlog +latency.',
  };
}

function mayWatchOnly(config: ResolvedConfiguration): boolean {
  const { table } = config.aclLanguage.sets;
  return usableUsers(config).some(({ effective: { permissions } }) => {
    const may = (name: string) => {
      const command = table.lookup(name);
      return command !== undefined && hasCommand(permissions.commands, command);
    };
    return may('info') && !may('set') && !may('flushall') && !may('config|set') && !may('shutdown');
  });
}
