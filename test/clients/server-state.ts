import { effectiveValue } from '../../server/src/core/answers/effective.js';
import type { ResolvedConfiguration } from '../../server/src/core/config/resolved-configuration.js';
import type { DirectiveName } from '../../server/src/core/directives/catalog.js';
import { comparableAclList } from '../support/comparable-acl-list.js';
import type { Host } from '../support/host.js';
import { HARNESS_USER } from '../support/real-server.js';
import type { Reply } from '../support/resp-client.js';
import type { Endpoint, Identity } from '../support/visit.js';
import { type Command, commandsOf, spoken } from './clients.js';

/** What a server says of itself when somebody with every right asks. */
export interface ServerState {
  /** `CONFIG GET *`, or what a Sentinel says of its settings and of whom it watches. */
  readonly settings: ReadonlyMap<string, string>;
  /** `ACL LIST`. */
  readonly users: readonly string[];
  /** Commands that users may run, whatever their password: `alice: SET app:x x`. */
  readonly rights: ReadonlySet<string>;
  /** How the rights were asked for. */
  readonly dryRuns: readonly Command[];
}

interface Question {
  readonly host: Host;
  readonly door: Endpoint;
  readonly identity: Identity | undefined;
  readonly config: ResolvedConfiguration;
  /** What another server was asked about rights, so that the answers can be compared. */
  readonly asked: readonly Command[];
}

/** Undefined where it does not say: `rename-command CONFIG ""`. */
export async function askState({ host, door, identity, config, asked }: Question): Promise<ServerState | undefined> {
  const [login = ['PING']] = spoken(config, ['AUTH', HARNESS_USER, 'any']);
  const ask = async (commands: readonly Command[]): Promise<readonly Reply[]> => {
    // As somebody on the machine itself: protected mode lets that pass at every address.
    const from = door.kind === 'tcp' ? { from: door.address.includes(':') ? '::1' : '127.0.0.1' } : {};
    const visit = { endpoint: door, ...from, identity, commands: [login, ...commands] };
    const [answer = ''] = await host.visit([visit]);
    return typeof answer === 'string' ? [] : answer.slice(1);
  };
  const isSentinel = config.dialect === 'sentinel';
  const questions = isSentinel
    ? [
        ['SENTINEL', 'CONFIG', 'GET', '*'],
        ['SENTINEL', 'MASTERS'],
      ]
    : [['CONFIG', 'GET', '*']];
  const [users = null, settings = null, masters = null] = await ask(
    [['ACL', 'LIST'], ...questions].flatMap((question) => spoken(config, question)),
  );
  if (!Array.isArray(users) || !Array.isArray(settings)) return undefined;
  const lines = users.map(String).filter((line) => !line.startsWith(`user ${HARNESS_USER} `));
  const dryRuns = isSentinel ? [] : [...asked, ...dryRunsOf(config)];
  const allowed = await ask(dryRuns);
  return {
    settings: new Map([...pairsOf(settings), ...mastersOf(masters), ...overriddenByUs(config)]),
    users: comparableAclList(lines, config.target),
    dryRuns,
    rights: new Set(
      dryRuns.flatMap(([, , user, ...command], index) =>
        allowed[index] === 'OK' ? [`${user}: ${command.join(' ')}`] : [],
      ),
    ),
  };
}

function dryRunsOf(config: ResolvedConfiguration): readonly Command[] {
  const { defaultUser, users } = config;
  const others = users.filter(({ name }) => name !== 'default');
  return [{ name: 'default', effective: defaultUser.effective }, ...others].flatMap(({ name, effective }) =>
    commandsOf(config, effective).flatMap((command) => spoken(config, ['ACL', 'DRYRUN', name, ...command])),
  );
}

function pairsOf(reply: readonly Reply[]): readonly (readonly [string, string])[] {
  return reply.flatMap((name, index) => (index % 2 === 0 ? [[String(name), String(reply[index + 1])] as const] : []));
}

/** Their other fields tell what happens, not what was configured. */
const CONFIGURED_FIELD =
  /^(?:ip|port|quorum|down-after-milliseconds|failover-timeout|parallel-syncs|notification-script|client-reconfig-script)$/;

/** By name: they come in another order at each start. */
function mastersOf(reply: Reply): readonly (readonly [string, string])[] {
  if (!Array.isArray(reply)) return [];
  return reply.flatMap((master: Reply) => {
    const fields = pairsOf(Array.isArray(master) ? master : []);
    const name = new Map(fields).get('name');
    return fields
      .filter(([field]) => CONFIGURED_FIELD.test(field))
      .map(([field, value]) => [`master ${name}: ${field}`, value] as const);
  });
}

/** We start every server with values of our own for these: what the linter reads stands for what it would say. */
const OVERRIDDEN: readonly DirectiveName[] = ['daemonize', 'supervised', 'syslog-enabled', 'loglevel', 'logfile'];

function overriddenByUs(config: ResolvedConfiguration): readonly (readonly [string, string])[] {
  return OVERRIDDEN.map((name) => [name, String(effectiveValue(config, name)?.value)] as const);
}

/** Whether a user of `ACL LIST` can log in, and how. */
export interface Login {
  readonly isOn: boolean;
  readonly takesAnyPassword: boolean;
  readonly hashes: ReadonlySet<string>;
}

export function loginsIn({ users }: ServerState): ReadonlyMap<string, Login> {
  return new Map(
    users.map((line) => {
      const [, name = '', ...rules] = line.split(' ');
      const hashes = new Set(rules.filter((rule) => rule.startsWith('#')));
      return [name, { isOn: rules.includes('on'), takesAnyPassword: rules.includes('nopass'), hashes }];
    }),
  );
}
