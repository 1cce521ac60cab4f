import type { Occurrence, ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { isRedisOrForkAtLeast } from '../../directives/target.js';
import type { Word } from '../../syntax/word.js';
import { type FileEdit, type Fix, GENERATED_SECRET } from '../rule.js';
import { appendLines, removeLine, replaceAt } from './edits.js';
import { insertDirective } from './insert-directive.js';
import { wholeDirective } from './places.js';

/**
 * Takes the dangerous commands from the default user and gives them to a new user. A `user default` line makes
 * requirepass void, so its password moves into that line: applications log in as before.
 */
export function adminUserFix(config: ResolvedConfiguration): readonly Fix[] {
  if (!isRedisOrForkAtLeast(config.target, '6.0') || config.occurrences('user').length > 0) return [];
  const password = config.setting('requirepass')?.from;
  const credential = credentialOf(config, password);
  if (credential === undefined) return [];
  const channels = isRedisOrForkAtLeast(config.target, '6.2') ? ' &*' : '';
  const { role } = config.exposure;
  const replicates = role !== 'server' || config.setting('masterauth')?.from !== undefined;
  const lines = [
    '# Applications log in as before, without the dangerous commands; "admin" keeps them all.',
    ...(replicates ? [] : ['# Replicas that log in as the default user also need: +psync +replconf']),
    `user default on ${credential} ~*${channels} +@all -@admin -@dangerous +info${replicates ? ' +psync +replconf' : ''}`,
    `user admin on >${GENERATED_SECRET} ~*${channels} +@all`,
  ];
  const title = 'Keep the dangerous commands for a new user "admin" with a generated password';
  return [{ title, effect: 'access', edits: placeUsers(config, password, lines) }];
}

/** The ACL rule by which the default user logs in as now; undefined where it cannot be written down. */
function credentialOf({ defaultUser }: ResolvedConfiguration, password: Occurrence | undefined): string | undefined {
  if (defaultUser.state === 'open') return 'nopass';
  const word = password?.args[0];
  return defaultUser.state === 'password' && word ? passwordRule(word) : undefined;
}

/** The password with `>` before it, quoted as it was: the file holds it in clear text already. */
function passwordRule({ raw, quote }: Word): string | undefined {
  if (quote === 'plain') return `>${raw}`;
  return quote === 'mixed' ? undefined : `${raw.slice(0, 1)}>${raw.slice(1)}`;
}

function placeUsers(
  config: ResolvedConfiguration,
  password: Occurrence | undefined,
  lines: readonly string[],
): readonly FileEdit[] {
  if (!password) return [insertDirective(config, 'user', ...lines)];
  const others = config.occurrences('requirepass').filter((occurrence) => occurrence !== password);
  return [replaceAt(wholeDirective(password), lines.join('\n')), ...others.map(removeLine)];
}

/** Removes commands for everybody. Sentinel finds a server's commands by name, so the lines say what it needs. */
export function removeCommandsFix(config: ResolvedConfiguration, commands: readonly string[]): readonly Fix[] {
  if (commands.length === 0) return [];
  const forSentinel = commands.filter((name) => ['CONFIG', 'REPLICAOF', 'SLAVEOF'].includes(name));
  const remark =
    forSentinel.length > 0 && config.exposure.role !== 'cluster'
      ? [`# Sentinel needs ${forSentinel.join(', ')}: where one watches this server, rename instead, and tell it.`]
      : [];
  const lines = commands.map((name) => `rename-command ${name} ""`);
  const title = `Remove ${commands.length === 1 ? commands[0] : `${commands.length} commands`} with rename-command`;
  return [{ title, effect: 'access', edits: [appendLines(config, ...remark, ...lines)] }];
}
