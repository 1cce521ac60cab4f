import { isIP } from 'node:net';
import { aclListOf } from '../../server/src/core/answers/acl-list.js';
import { effectiveValue } from '../../server/src/core/answers/effective.js';
import { startsOf } from '../../server/src/core/config/meaning/starts.js';
import { type Catalog, catalogFor, type DirectiveName } from '../../server/src/core/directives/catalog.js';
import { comparableAclList } from '../support/comparable-acl-list.js';
import { HARNESS_USER, type Outcome, type RealServer } from '../support/real-server.js';
import { isServerError, type Reply } from '../support/resp-client.js';
import { comparedReach } from './compare-reach.js';
import type { ConfigurationCase } from './configuration-case.js';
import { isValueCompared } from './host-dependent.js';
import { FOLDER, type LinterVerdict, linterVerdict } from './linter-verdict.js';
import { verdictText } from './verdict-text.js';

/** Where linter and server differ about a case. */
export interface Disagreement {
  readonly case: ConfigurationCase;
  readonly about: 'verdict' | 'stage' | 'line' | 'reach' | 'value' | 'users';
  readonly server: string;
  readonly linter: string;
  /** Cases with the same signature are taken to have the same cause. */
  readonly signature: string;
}

/** Asks both; undefined where they agree. */
export async function compare(configuration: ConfigurationCase, server: RealServer): Promise<Disagreement | undefined> {
  const linter = linterVerdict(configuration, server.target);
  const names = linter.isStartable && !configuration.isSentinel ? comparedNames(linter, catalogFor(server.target)) : [];
  const outcome = await server.run({
    ...configuration,
    commands: commandsFor(linter, names),
  });
  const differ = (about: Disagreement['about'], said: string, expected: string, signature: string): Disagreement => ({
    case: configuration,
    about,
    server: said,
    linter: expected,
    signature: `${about}: ${signature}`,
  });
  const said = `${verdictText(outcome)}: ${outcome.error}`;
  const expected = `${verdictText(linter)}: ${linter.reason}`;
  const errors = `${withoutDetails(outcome.error)} / ${linter.reason}`;
  if (isAboutTheMachine(outcome, linter)) return undefined;
  if (stopsAtOpenLine(outcome, linter) || stopsOnTheWayRound(outcome, linter)) return undefined;
  if (outcome.isStartable !== linter.isStartable) return differ('verdict', said, expected, errors);
  if (outcome.stage !== linter.stage) return differ('stage', said, expected, errors);
  if (outcome.line !== linter.line && !hasShiftedLines(configuration)) return differ('line', said, expected, errors);
  const reach = outcome.strangers && comparedReach(outcome.strangers, linter.config);
  if (reach && reach.server !== reach.linter) {
    return differ('reach', reach.server, reach.linter, `${reach.server} / ${reach.linter}`);
  }
  for (const [index, { name, spelling }] of names.entries()) {
    const actual = shownValue(outcome.replies[index] ?? null);
    const ours = effectiveValue(linter.config, name)?.value;
    if (actual !== undefined && ours !== undefined && actual !== ours) {
      return differ('value', `${spelling} = ${JSON.stringify(actual)}`, JSON.stringify(ours), name);
    }
  }
  const comparable = (lines: readonly string[] | undefined) =>
    lines && comparableAclList(lines, server.target).join('\n');
  const actual = comparable(usersIn(outcome.replies[names.length]));
  const ours = comparable(aclListOf(linter.config));
  if (actual !== undefined && ours !== undefined && actual !== ours) return differ('users', actual, ours, 'ACL LIST');
  return undefined;
}

/** Users are asked for last, and only where the configuration says something about them. */
function commandsFor({ isStartable, config }: LinterVerdict, names: readonly ComparedName[]): readonly string[][] {
  if (config.dialect === 'sentinel') return [];
  const saysSomething = isStartable && (config.users.length > 0 || config.occurrences('requirepass').length > 0);
  return [...names.map(({ spelling }) => ['CONFIG', 'GET', spelling]), ...(saysSomething ? [['ACL', 'LIST']] : [])];
}

/** The lines of ACL LIST without the harness's own user; undefined where the configuration keeps us from asking. */
export function usersIn(reply: Reply = null): readonly string[] | undefined {
  if (reply === null || isServerError(reply) || typeof reply !== 'object') return undefined;
  return reply.map(String).filter((line) => !line.startsWith(`user ${HARNESS_USER} `));
}

const FAILED_LISTENING = /Failed listening on port|Could not create server TCP/;
/** `dir` and `unixsocket`: whether the folder is there; a script of Sentinel: whether it may be run. */
const NOT_THERE =
  /^(?:No such file or directory|Not a directory|Failed opening Unix socket: bind: |(?:Notification|Client reconfiguration) script seems non existing)/;

/** The server stumbles over what the linter cannot know, does not ask, or says that it does not know. */
const isAboutTheMachine = ({ error }: Outcome, linter: LinterVerdict): boolean =>
  NOT_THERE.test(error) ||
  startsOf(linter.config) === 'unknown' ||
  (linter.isStartable && FAILED_LISTENING.test(error) && bindsNames(linter));

/** A placeholder's line, or one of a file that was not read: the linter names the first one that is surely refused. */
const stopsAtOpenLine = ({ isStartable, line }: Outcome, { isStartable: starts, config }: LinterVerdict): boolean =>
  !isStartable &&
  !starts &&
  (config.unread.length > 0 || config.problems.some(({ isUndecided, at }) => isUndecided && at.line + 1 === line));

/** What a file says that includes itself may be refused the second time, before the stack is full. */
const stopsOnTheWayRound = ({ error }: Outcome, { reason }: LinterVerdict): boolean =>
  reason === 'include-cycle' && /Duplicate user|No such command/.test(error);

/** Whether a name can be looked up depends on the machine. */
const bindsNames = ({ config }: LinterVerdict): boolean =>
  config
    .inForce('bind')
    ?.values.map((address) => address.replace(/^-/, ''))
    .some((address) => address !== '*' && address !== '::*' && isIP(address) === 0) ?? false;

/** Numbers and quoted parts vary from case to case of one cause. */
const withoutDetails = (error: string): string => error.replace(/'[^']*'/g, "'...'").replace(/\d+/g, 'N');

/**
 * A NUL byte hides a line end, and files that match a pattern are read as one: the server counts lines that are not
 * those of any file, the linter names the place.
 */
function hasShiftedLines({ text, files }: ConfigurationCase): boolean {
  return [text, ...Object.values(files)].some((file) => file.includes('\0')) || /include .*[*?[]/i.test(text);
}

interface ComparedName {
  readonly name: DirectiveName;
  readonly spelling: string;
}

function comparedNames({ config }: LinterVerdict, catalog: Catalog): readonly ComparedName[] {
  const set = new Set<DirectiveName>();
  for (const { file } of config.files) {
    for (const [, line] of file.lines.telling()) {
      const directive = line.kind === 'directive' ? catalog.lookup(line.key) : undefined;
      if (directive && !directive.isIgnored && directive.default !== null) set.add(directive.name);
    }
  }
  return [...set]
    .map((name) => ({ name, spelling: catalog.preferredSpelling(name) }))
    .filter(({ spelling }) => isValueCompared(spelling));
}

const TEMPORARY_FOLDER = /^.*\/real-server-\w+/;

/** Undefined where the configuration itself keeps us from asking (`rename-command CONFIG ""`). */
function shownValue(reply: Reply): string | undefined {
  if (reply === null || isServerError(reply) || !Array.isArray(reply)) return undefined;
  return typeof reply[1] === 'string' ? reply[1].replace(TEMPORARY_FOLDER, FOLDER) : undefined;
}
