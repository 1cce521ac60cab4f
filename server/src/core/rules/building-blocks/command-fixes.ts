import { commandLifetimes } from '../../acl/commands.js';
import type { Occurrence } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import { has } from '../../directives/capabilities.js';
import { compareVersions, parseVersion, version } from '../../directives/target.js';
import type { Word } from '../../syntax/word.js';
import { type Fix, GENERATED_SECRET, type RuleInput, type SourceEdit } from '../rule.js';
import { appendLines, insertLinesBelow, removeLine, replaceAt } from './edits.js';
import { writesSince } from './guessed-target.js';
import { insertDirective } from './insert-directive.js';
import { wholeDirective } from './places.js';
import { allChannels, allow, replicaCommands } from './user-roles.js';

/**
 * Takes the dangerous commands from the default user and gives them to a new user. A `user default` line makes
 * requirepass void, so its password moves into that line: applications log in as before.
 */
export function adminUserFix(input: RuleInput): readonly Fix[] {
  const { config } = input;
  if (!has(config.target, 'acl-users') || config.occurrences('user').length > 0) return [];
  const password = config.inForce('requirepass')?.from;
  const credential = credentialOf(config, password);
  if (credential === undefined) return [];
  const forReplicas = allow(replicaCommands(input).filter((name) => name !== 'ping'));
  const all = `~*${allChannels(config.target)} +@all`;
  const lines = [
    '# Applications log in as before, without the dangerous commands; "admin" keeps them all.',
    ...(replicates(config) ? [] : [`# Replicas that log in as the default user also need: ${forReplicas}`]),
    `user default on ${credential} ${all} -@admin -@dangerous +info +role${replicates(config) ? ` ${forReplicas}` : ''}`,
    `user admin on >${GENERATED_SECRET} ${all}`,
  ];
  const fix: Fix = {
    title: 'Reserve the dangerous commands for a new user "admin"',
    effect: 'access',
    consequence: 'Replicas and Sentinels that log in as the default user need users of their own first.',
    edits: placeUsers(config, password, lines),
  };
  return [writesSince(input, '6.2', 'the line', fix)];
}

/** Whether replicas that log in as the default user are to be expected. */
function replicates(config: ResolvedConfiguration): boolean {
  const isTold = (name: 'masterauth' | 'min-replicas-to-write') => config.inForce(name)?.from !== undefined;
  return config.exposure.role !== 'server' || isTold('masterauth') || isTold('min-replicas-to-write');
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
): readonly SourceEdit[] {
  if (!password) return [insertDirective(config, 'user', ...lines)];
  const others = config.occurrences('requirepass').filter((occurrence) => occurrence !== password);
  const [first = '', ...further] = lines;
  return [
    replaceAt(wholeDirective(password), first),
    insertLinesBelow(password, ...further),
    ...others.map(removeLine),
  ];
}

/** Removes commands for everybody. Sentinel finds a server's commands by name, so the lines say what it needs. */
export function removeCommandsFix(input: RuleInput, commands: readonly string[]): readonly Fix[] {
  const { config } = input;
  if (commands.length === 0) return [];
  const forSentinel = commands.filter((name) => ['CONFIG', 'SLAVEOF'].includes(name));
  const remark =
    forSentinel.length > 0 && config.exposure.role !== 'cluster'
      ? [`# Sentinel needs ${forSentinel.join(', ')}: where one watches this server, rename instead, and tell it.`]
      : [];
  const lines = commands.map((name) => `rename-command ${name} ""`);
  const fix: Fix = {
    title: `Remove ${commands.length === 1 ? commands[0] : `${commands.length} commands`}: nobody can run them then`,
    effect: 'access',
    consequence: 'Sentinel loses them too; an append-only file with one no longer loads.',
    edits: [appendLines(config, ...remark, ...lines)],
  };
  return [withNewestCommand(input, commands, fix)];
}

/** Redis 3 and before are beyond all guesses. */
const isYoung = (since: string): boolean => (parseVersion(since)?.major ?? 0) > 3;

/** A server refuses to start where a command is renamed that it does not have. */
function withNewestCommand(input: RuleInput, commands: readonly string[], fix: Fix): Fix {
  const [newest] = commands
    .map((name) => ({ name, since: commandLifetimes(name)?.redis?.since ?? '0' }))
    .sort((a, b) => compareVersions(parseVersion(b.since) ?? version(0, 0), parseVersion(a.since) ?? version(0, 0)));
  return newest && isYoung(newest.since) ? writesSince(input, newest.since, `to rename ${newest.name}`, fix) : fix;
}
