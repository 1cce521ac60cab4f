import path, { posix } from 'node:path';
import type { ResolvedConfiguration } from '../../server/src/core/config/resolved-configuration.js';
import type { Target } from '../../server/src/core/directives/target.js';
import { type Certificates, clientIdentity } from '../support/certificates.js';
import type { Host } from '../support/host.js';
import type { Listener } from '../support/listeners.js';
import { FOREGROUND, HARNESS_LOGIN, HARNESS_USER } from '../support/real-server.js';
import { runServer } from '../support/run-server.js';
import type { Verdict } from '../support/server-verdict.js';
import type { TwoHosts } from '../support/two-hosts.js';
import { openVirtualRoot, type VirtualRoot } from '../support/virtual-root.js';
import type { Answer, Endpoint, Visit } from '../support/visit.js';
import { type Attempt, attemptsAt, placeOf, servedIn, visitOf, whoOf } from './attempts.js';
import { clientsOf } from './clients.js';
import { boundAddresses, type ConfigurationTree } from './configuration-tree.js';
import { askState, type ServerState } from './server-state.js';
import type { TreeReader } from './tree-reader.js';

/** Where configurations are tried out. */
export interface Stage {
  readonly binary: string;
  readonly target: Target;
  readonly hosts: TwoHosts;
  /** Undefined: files with TLS are refused. */
  readonly certificates: Certificates | undefined;
  readonly reader: TreeReader;
}

/** Whether all clients try all they may want, or only strangers whether they are let in. */
export type Depth = 'everything' | 'strangers';

/** A server while it ran: who could do what. */
export interface Observation {
  readonly verdict: Verdict;
  readonly attempts: readonly Attempt[];
  /** Each command that was served, and to whom. */
  readonly served: ReadonlySet<string>;
  /** Where somebody on another machine without password and certificate gets an answer to PING. */
  readonly openTo: readonly string[];
  /** Undefined: the server did not start, or does not tell. */
  readonly state: ServerState | undefined;
}

/** How a server is started: its files, and what stands behind the first on the command line. */
interface Launch {
  readonly config: ResolvedConfiguration;
  readonly root: string;
  readonly files: ReadonlyMap<string, string>;
  readonly args: readonly string[];
}

const MAY_BE_OUR_USER = /user|ACL/i;
const ACL_STARTER = '/etc/redis/with-aclfile.conf';

/** Starts a server with the configuration and lets clients try, also what was tried of an earlier one. */
export async function observe(
  tree: ConfigurationTree,
  stage: Stage,
  depth: Depth = 'everything',
  earlier?: Observation,
): Promise<Observation> {
  const launch = launchOf(tree, stage.reader.load(tree, stage.target));
  await stage.hosts.addAddresses(boundAddresses(tree));
  if (depth === 'strangers') return observeLaunch(launch, stage, tryDoors);
  const attempt: Use = (...running) => tryEverything(...running, earlier);
  const observed = await observeLaunch(withHarnessUser(launch), stage, attempt);
  return MAY_BE_OUR_USER.test(observed.verdict.error) ? observeLaunch(launch, stage, attempt) : observed;
}

function launchOf(tree: ConfigurationTree, config: ResolvedConfiguration): Launch {
  if (config.dialect !== 'acl') {
    return { config, root: tree.root, files: tree.files, args: config.dialect === 'sentinel' ? ['--sentinel'] : [] };
  }
  const starter = `aclfile ${tree.root}\n`;
  return { config, root: ACL_STARTER, files: new Map([...tree.files, [ACL_STARTER, starter]]), args: [] };
}

/** An ACL file allows no user beside it: there it gets a line of its own. */
function withHarnessUser(launch: Launch): Launch {
  const { config, files, args } = launch;
  const aclFile =
    config.dialect === 'acl' ? config.root.path : config.files.find(({ dialect }) => dialect === 'acl')?.path;
  if (aclFile === undefined) return { ...launch, args: [...args, ...HARNESS_LOGIN] };
  const text = files.get(aclFile) ?? '';
  const line = `user ${HARNESS_USER} on nopass ~* &* +@all\n`;
  const end = text === '' || text.endsWith('\n') ? '' : '\n';
  return { ...launch, files: new Map([...files, [aclFile, `${text}${end}${line}`]]) };
}

type Seen = Omit<Observation, 'verdict'>;
/** What is done while the server runs. */
type Use = (config: ResolvedConfiguration, stage: Stage, virtual: VirtualRoot) => Promise<Seen>;

async function observeLaunch({ config, root, files, args }: Launch, stage: Stage, use: Use): Promise<Observation> {
  const { binary, hosts, certificates } = stage;
  const virtual = openVirtualRoot(files, certificates);
  const folder = path.join(virtual.folder, posix.dirname(root));
  const command = hosts.server.wrap([binary, posix.basename(root), ...args, ...FOREGROUND]);
  try {
    const { verdict, result } = await runServer(folder, command, () => use(config, stage, virtual));
    return { verdict, ...(result ?? NOTHING) };
  } finally {
    await virtual.remove();
  }
}

const NOTHING: Seen = { attempts: [], served: new Set(), openTo: [], state: undefined };

/** Every client at every door. */
async function attemptsNow(config: ResolvedConfiguration, { hosts }: Stage, virtual: VirtualRoot) {
  const listeners = (await hosts.server.listeners()).map((listener) => inVirtual(listener, virtual));
  return attemptsAt(listeners, config, clientsOf(config));
}

const tryDoors: Use = async (config, stage, virtual) => {
  const attempts = await attemptsNow(config, stage, virtual);
  return { ...NOTHING, attempts, openTo: await openDoors(attempts, stage.hosts.stranger.visit) };
};

async function tryEverything(
  config: ResolvedConfiguration,
  stage: Stage,
  virtual: VirtualRoot,
  earlier: Observation | undefined,
): Promise<Seen> {
  const { hosts, certificates } = stage;
  const identity = certificates && clientIdentity(certificates);
  const own = await attemptsNow(config, stage, virtual);
  const attempts = [
    ...new Map([...own, ...(earlier?.attempts ?? [])].map((attempt) => [whoOf(attempt), attempt])).values(),
  ];
  const door = own.find(({ from }) => from === 'here')?.endpoint;
  const asked = earlier?.state?.dryRuns ?? [];
  const state = door && (await askState({ host: hosts.server, door: inReal(door, virtual), identity, config, asked }));
  const visits = attempts.map((attempt) => {
    const visit = visitOf(attempt, identity);
    return { attempt, visit: { ...visit, endpoint: inReal(visit.endpoint, virtual) } };
  });
  const of = (from: Attempt['from']) => visits.filter(({ attempt }) => attempt.from === from);
  const [here, elsewhere, openTo] = await Promise.all([
    answersTo(of('here'), hosts.server.visit),
    answersTo(of('elsewhere'), hosts.stranger.visit),
    openDoors(own, hosts.stranger.visit),
  ]);
  return {
    attempts,
    served: new Set([...here, ...elsewhere].flatMap(({ attempt, answer }) => servedIn(attempt, answer))),
    openTo,
    state: state && withoutFolder(state, virtual),
  };
}

/** Where somebody without a password and without a certificate gets an answer. */
async function openDoors(attempts: readonly Attempt[], visit: Host['visit']): Promise<readonly string[]> {
  const elsewhere = attempts.filter(({ from }) => from === 'elsewhere');
  const doors = [...new Map(elsewhere.map(({ endpoint }) => [placeOf(endpoint), endpoint])).entries()];
  const answers = await visit(doors.map(([, endpoint]) => ({ endpoint, commands: [['PING']] })));
  return doors.flatMap(([place], index) => (answers[index]?.[0] === 'PONG' ? [place] : []));
}

interface Answered {
  readonly attempt: Attempt;
  readonly answer: Answer;
}

async function answersTo(
  visits: readonly { readonly attempt: Attempt; readonly visit: Visit }[],
  visit: Host['visit'],
): Promise<readonly Answered[]> {
  const answers = await visit(visits.map((each) => each.visit));
  return visits.map(({ attempt }, index) => ({ attempt, answer: answers[index] ?? '' }));
}

function inVirtual(listener: Listener, { withoutFolder }: VirtualRoot): Listener {
  return listener.kind === 'unix' ? { kind: 'unix', path: withoutFolder(listener.path) } : listener;
}

function inReal(endpoint: Endpoint, { folder }: VirtualRoot): Endpoint {
  return endpoint.kind === 'unix' ? { kind: 'unix', path: path.join(folder, endpoint.path) } : endpoint;
}

function withoutFolder(state: ServerState, virtual: VirtualRoot): ServerState {
  const settings = [...state.settings].map(([name, value]) => [name, virtual.withoutFolder(value)] as const);
  return { ...state, settings: new Map(settings) };
}
