import type { Target } from '../../server/src/core/directives/target.js';
import { FOLDER_LINES } from './generate-includes.js';
import { SOCKET_LINES } from './generate-network.js';

/**
 * What a server says of these depends on the machine or on how it was built, not on the configuration: no case has
 * them, and the reason stands beside each.
 */
const NOT_GENERATED: Readonly<Record<string, string>> = {
  activedefrag: 'refused without the bundled jemalloc',
  'server-cpulist': 'depends on the number of CPUs',
  server_cpulist: 'depends on the number of CPUs',
  'bio-cpulist': 'depends on the number of CPUs',
  bio_cpulist: 'depends on the number of CPUs',
  'aof-rewrite-cpulist': 'depends on the number of CPUs',
  aof_rewrite_cpulist: 'depends on the number of CPUs',
  'bgsave-cpulist': 'depends on the number of CPUs',
  bgsave_cpulist: 'depends on the number of CPUs',
  dir: 'depends on the folders of the machine',
  logfile: 'depends on the folders of the machine, and the harness reads the log',
  pidfile: 'writes outside the temporary folder',
  unixsocket: 'writes outside the temporary folder',
  loadmodule: 'depends on the modules of the machine',
  'locale-collate': 'depends on the locales of the machine',
  'availability-zone': 'read from the machine when empty',
  'hash-seed': 'random when empty',
  'rdma-bind': 'depends on the network cards of the machine',
  'rdma-port': 'depends on the network cards of the machine',
  'socket-mark-id': 'needs a privilege when anything listens',
  'syslog-enabled': 'writes to the system log',
  'lua-enable-deprecated-api': 'a security fix that distributions carry back to older versions',
  'req-res-logfile': 'exists only in test builds',
  'bind-source-addr': 'looked up by name when replicating',
};

/** Their lines are checked, but the harness has a value of its own for them, or the machine changes it. */
const VALUE_NOT_COMPARED: Readonly<Record<string, string>> = {
  loglevel: 'the harness needs the log',
  daemonize: 'the harness needs the process',
  supervised: 'the harness needs the process',
  unixsocket: 'the harness needs the socket',
  unixsocketperm: 'the harness needs the socket',
  maxclients: 'lowered to what the limit on open files allows',
  'cluster-enabled': 'without a network of its own a server must not open a cluster bus',
  port: 'without a network of its own a server must not listen',
};

export const isGenerated = (directive: string): boolean => !Object.hasOwn(NOT_GENERATED, directive);

export const isValueCompared = (directive: string): boolean => !Object.hasOwn(VALUE_NOT_COMPARED, directive);

/** More than this many databases take the machine's memory at start, more clients half a minute of system calls. */
const MOST = 100_000;

/** Lines that lead to no place but the temporary folder. */
const ALLOWED: ReadonlySet<string> = new Set([...SOCKET_LINES, ...FOLDER_LINES]);

/** Whether a case as written may be given to a server at all. */
export function isHarmless(texts: readonly string[]): boolean {
  return texts.every((text) =>
    text.split(/[\n\0]/).every((line) => {
      if (ALLOWED.has(line.replace(/\r$/, ''))) return true;
      const [, digits = '0'] = /(?:databases|maxclients)\D*(\d+)/i.exec(line) ?? [];
      return Number(digits) <= MOST && !NEVER.test(line);
    }),
  );
}

/** Directives that noise must not lead back to: they would write outside the temporary folder or depend on the host. */
const NEVER =
  /\b(?:dir|logfile|pidfile|unixsocket|loadmodule|activedefrag|\w+[-_]cpulist|socket-mark-id|locale-collate)\b(?!-)/i;

/** Whether the target was built so that it knows every directive of its version. */
export const TLS_DIRECTIVE = /^tls-/;

export const needsTlsBuild = (directive: string, { product, version }: Target): boolean =>
  TLS_DIRECTIVE.test(directive) &&
  product === 'redis' &&
  (version.major < 7 || (version.major === 7 && version.minor < 2));
