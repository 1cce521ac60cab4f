import { has } from '../../directives/capabilities.js';
import type { DirectiveName } from '../../directives/catalog.js';
import { textOfBytes } from '../../syntax/bytes.js';
import type { Word } from '../../syntax/word.js';
import type { LoadProblem, LoadProblemDetail } from '../load-problem.js';
import { type BindAddress, clashOf, readBindAddress } from '../meaning/bind-address.js';
import type { LoadedValues, Location, Occurrence, ValueInForce } from '../occurrence.js';

type Input = Pick<LoadedValues, 'inForce' | 'occurrences' | 'dialect' | 'target'>;

/** What the server checks when all files are read, before it serves anybody. No line is named then. */
export function* checkStartup(config: Input): Iterable<LoadProblem> {
  yield* checkDataFile(config);
  yield* checkCluster(config);
  yield* checkTls(config);
  yield* checkListeners(config);
  yield* checkModules(config);
}

/** The snapshot is opened, and a folder can be; 7.0.15 dies of what it reads from it. With the append-only file it looks at that. */
function* checkDataFile(config: Input): Iterable<LoadProblem> {
  const { from, values: [name = ''] = [] } = config.inForce('dbfilename') ?? {};
  const appendOnly = config.inForce('appendonly');
  if (config.dialect === 'sentinel' || !from || !/^\.\.?$/.test(name) || !isKnown(appendOnly) || isYes(appendOnly))
    return;
  yield invalidValue('dbfilename', from, 'is a directory');
}

function* checkCluster(config: Input): Iterable<LoadProblem> {
  const enabled = config.inForce('cluster-enabled');
  if (!isYes(enabled) || !enabled?.from) return;
  const replicaOf = config.inForce('replicaof');
  if (replicaOf?.from && isKnown(replicaOf) && !isNoOne(replicaOf)) {
    yield problem(replicaOf.from, { code: 'replicaof-in-cluster' });
  }
  if (config.dialect === 'sentinel') return;
  const nodesFile = config.inForce('cluster-config-file');
  if (nodesFile?.from && isKnown(nodesFile) && nodesFile.values[0] === '') {
    yield invalidValue('cluster-config-file', nodesFile.from, 'must name a file for the nodes of the cluster');
  }
  yield* checkBusProtection(config, enabled.from);
  const name = isYes(config.inForce('tls-cluster')) ? 'tls-port' : 'port';
  const base = portOf(config, name);
  const own = portOf(config, 'cluster-port') ?? 0;
  if (!base?.valueOf() || !isKnown(config.inForce('cluster-port'))) return;
  const from = config.inForce(name)?.from;
  if (own === 0 && base > 55535 && from) yield problem(from, { code: 'cluster-port-overflow', port: base });
  const bus = own === 0 ? base + 10000 : own;
  for (const other of ['port', 'tls-port'] as const) {
    const clash = config.inForce(other);
    const at = config.inForce('cluster-port')?.from ?? (own === 0 ? clash?.from : undefined);
    if (at && portOf(config, other) === bus) {
      yield problem(at, { code: 'port-conflict', port: bus, with: own === 0 ? 'cluster-bus' : other });
    }
  }
}

/**
 * The protected mode of the cluster bus. Whether Redis 8.12 has it on by default its sources and its documentation do not
 * agree on.
 */
function* checkBusProtection(config: Input, enabled: Occurrence): Iterable<LoadProblem> {
  const mode = config.inForce('cluster-bus-port-protected-mode');
  const tls = config.inForce('tls-cluster');
  if (!mode || !isKnown(mode) || !isKnown(tls) || isYes(tls)) return;
  const reason = 'needs "tls-cluster yes" here';
  if (mode.from && isYes(mode)) yield invalidValue('cluster-bus-port-protected-mode', mode.from, reason);
  if (mode.from || !has(config.target, 'cluster-bus-protected')) return;
  const maybe = invalidValue('cluster-enabled', enabled, 'may need "tls-cluster yes" from Redis 8.12 on');
  yield { ...maybe, isFatal: false, isUndecided: true };
}

const TLS_SWITCHES = ['tls-port', 'tls-replication', 'tls-cluster'] as const;
const TLS_PROTOCOLS: ReadonlySet<string> = new Set(['tlsv1', 'tlsv1.1', 'tlsv1.2', 'tlsv1.3']);

/** Directives of TLS only count when something switches TLS on. */
function* checkTls(config: Input): Iterable<LoadProblem> {
  const neededBy = TLS_SWITCHES.find((name) => {
    const value = config.inForce(name);
    return isKnown(value) && (name === 'tls-port' ? (portOf(config, name) ?? 0) > 0 : isYes(value));
  });
  const from = neededBy && config.inForce(neededBy)?.from;
  if (!neededBy || !from) return;
  if (isUnset(config, 'tls-cert-file')) yield problem(from, { code: 'tls-certificate-missing', neededBy });
  if (isUnset(config, 'tls-key-file')) yield problem(from, { code: 'tls-key-missing', neededBy });
  const asksClients = !config.inForce('tls-auth-clients')?.values.some((value) => value.toLowerCase() === 'no');
  const isClient = isYes(config.inForce('tls-cluster')) || isYes(config.inForce('tls-replication'));
  const hasCa = !isUnset(config, 'tls-ca-cert-file') || !isUnset(config, 'tls-ca-cert-dir');
  if ((asksClients || isClient) && !hasCa && isKnown(config.inForce('tls-auth-clients'))) {
    yield problem(from, { code: 'tls-ca-missing', neededBy });
  }
  const protocols = config.inForce('tls-protocols');
  if (!protocols?.from || !isKnown(protocols)) return;
  for (const name of (protocols.values[0] ?? '').split(' ').filter((word) => word !== '')) {
    if (TLS_PROTOCOLS.has(name.toLowerCase())) continue;
    yield problem(protocols.from, { code: 'tls-protocol-unknown', name: textOfBytes(name) }, 0);
  }
}

/** In bytes, on Linux: `sun_path` has 108 with the zero that ends it. Others have room for fewer. */
const LONGEST_SOCKET_PATH = 107;

/** Whether the server can listen. A port that only the command line names would come too late to be seen here. */
function* checkListeners(config: Input): Iterable<LoadProblem> {
  const port = config.inForce('port');
  const tlsPort = config.inForce('tls-port');
  const bind = config.inForce('bind');
  if (!isKnown(port) || !isKnown(tlsPort)) return;
  const tcp = portOf(config, 'port') ?? 0;
  const tls = portOf(config, 'tls-port') ?? 0;
  if (tcp > 0 && tcp === tls && tlsPort?.from) {
    yield problem(tlsPort.from, { code: 'port-conflict', port: tls, with: 'port' });
  }
  const hasNoPort = tcp === 0 && tls === 0;
  const hasNoAddress = bind?.from !== undefined && isKnown(bind) && hasNoAddresses(config, bind);
  const decider = hasNoPort ? port?.from : hasNoAddress ? bind?.from : undefined;
  if (decider && isUnset(config, 'unixsocket')) yield problem(decider, { code: 'no-listener' });
  if (!hasNoPort && !hasNoAddress && bind?.from && isKnown(bind)) yield* checkAddresses(bind.from);
  yield* checkUnixSocket(config);
}

/** Redis 6.2 cuts the path and listens at what is left. */
function* checkUnixSocket(config: Input): Iterable<LoadProblem> {
  const socket = config.inForce('unixsocket');
  const bytes = socket?.values[0]?.length ?? 0;
  if (!socket?.from || !isKnown(socket) || bytes <= LONGEST_SOCKET_PATH) return;
  if (has(config.target, 'socket-path-checked')) yield problem(socket.from, { code: 'unixsocket-too-long', bytes });
}

/**
 * What stands after a `#` was meant as a comment; the server takes each word for an address all the same. It never
 * comes to that for a line that it refuses, as it does with more than 16 of them.
 */
function* checkAddresses(from: Occurrence): Iterable<LoadProblem> {
  if (from.shown === undefined) return;
  const before: { readonly read: BindAddress; readonly word: Word }[] = [];
  for (const [index, word] of from.args.entries()) {
    if (word.raw.startsWith('#')) {
      yield problem(from, { code: 'bind-comment' }, index);
      return;
    }
    const read = readBindAddress(textOfBytes(word.value));
    if (read.kind === 'malformed') {
      yield problem(from, { code: 'bind-malformed', address: word.raw, fault: read.fault }, index);
    }
    const clashes = before.flatMap((other) => {
      const clash = clashOf(read, other.read);
      return clash ? [{ clash, other: other.word.raw }] : [];
    });
    const [first] = clashes;
    if (first) yield problem(from, { code: 'bind-duplicate', address: word.raw, ...first }, index);
    before.push({ read, word });
  }
}

/** A module that finds its name taken does not load, and the server aborts (7.0.15). Sentinel loads none. */
function* checkModules({ occurrences, dialect }: Input): Iterable<LoadProblem> {
  if (dialect === 'sentinel') return;
  const loaded = new Map<string, Occurrence>();
  for (const line of occurrences('loadmodule')) {
    const path = line.args[0]?.value;
    if (path === undefined || line.isTemplated) continue;
    const earlier = loaded.get(path);
    if (earlier) yield problem(line, { code: 'module-loaded-twice', earlier: locationOf(earlier) });
    else loaded.set(path, line);
  }
}

/** Redis 6.2 takes `""` for an address that nobody has; later it means no address. */
function hasNoAddresses({ target }: Input, { values }: ValueInForce): boolean {
  const isEmpty = values.length === 0 || (values.length === 1 && values[0] === '');
  return isEmpty && has(target, 'bind-to-nothing');
}

function invalidValue(directive: DirectiveName, from: Occurrence, reason: string): LoadProblem {
  return problem(from, { code: 'invalid-value', directive, value: from.args[0]?.raw ?? '', reason });
}

function problem(from: Occurrence, detail: LoadProblemDetail, index = 0): LoadProblem {
  return { ...detail, at: locationOf(from, index), stage: 'startup', isFatal: true, occurrence: from };
}

/** Of an argument, or of the name where it is missing. */
function locationOf({ source, line, args, directive }: Occurrence, index = 0): Location {
  return { source, line, at: args[index] ?? directive.name };
}

function portOf(config: Input, name: 'port' | 'tls-port' | 'cluster-port'): number | undefined {
  const text = config.inForce(name)?.values[0];
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined;
}

/** Not set, or set to nothing; false where a placeholder decides. */
function isUnset(config: Input, name: DirectiveName): boolean {
  const value = config.inForce(name);
  return !value || (value.isKnown && (value.values[0] ?? '') === '');
}

const isYes = (value: ValueInForce | undefined): boolean =>
  value?.isKnown === true && value.values[0]?.toLowerCase() === 'yes';
const isKnown = (value: ValueInForce | undefined): boolean => value?.isKnown !== false;
const isNoOne = ({ values }: ValueInForce): boolean => values.join(' ').toLowerCase() === 'no one';
