import type { LoadProblemCode } from '../../server/src/core/config/load-problem.js';
import { hasPlaceholder } from '../../server/src/core/config/reading/placeholders.js';
import type { LintResult } from '../../server/src/core/service.js';
import { textOfBytes } from '../../server/src/core/syntax/bytes.js';
import { type ConfigLine, parseLine } from '../../server/src/core/syntax/config-line.js';
import { CANARY, type Placement } from './placements.js';

/** Arguments of lines that the server reads without complaint and that are no secrets, each with the reason. */
const ALL = 99;

/** By directive: how many arguments, from the first, are shown whatever stands there. */
const KINDS: readonly (readonly [why: string, first: number, names: readonly string[]])[] = [
  [
    'paths: a finding about a file says which',
    1,
    [
      'aclfile',
      'appenddirname',
      'appendfilename',
      'cluster-config-file',
      'dbfilename',
      'dir',
      'include',
      'loadmodule',
      'logfile',
      'pidfile',
      'req-res-logfile',
      'tls-ca-cert-dir',
      'tls-ca-cert-file',
      'tls-cert-file',
      'tls-client-cert-file',
      'tls-client-key-file',
      'tls-dh-params-file',
      'tls-key-file',
      'unixsocket',
    ],
  ],
  [
    'addresses and names of hosts: a finding about who can connect says where',
    ALL,
    [
      'bind',
      'rdma-bind',
      'bind-source-addr',
      'cluster-announce-client-ipv4',
      'cluster-announce-client-ipv6',
      'cluster-announce-hostname',
      'cluster-announce-ip',
      'replica-announce-ip',
      'slave-announce-ip',
    ],
  ],
  ['the host of a primary', 1, ['replicaof', 'slaveof']],
  [
    'labels that the server shows to everybody: in the process list, the log, to other nodes',
    1,
    [
      'availability-zone',
      'cluster-announce-human-nodename',
      'locale-collate',
      'proc-title-template',
      'syslog-ident',
      'unixsocketgroup',
      'masteruser',
      'primaryuser',
    ],
  ],
  [
    'what OpenSSL and the kernel are told',
    1,
    [
      'tls-ciphers',
      'tls-ciphersuites',
      'server-cpulist',
      'bio-cpulist',
      'aof-rewrite-cpulist',
      'bgsave-cpulist',
      'server_cpulist',
      'bio_cpulist',
      'aof_rewrite_cpulist',
      'bgsave_cpulist',
    ],
  ],
];

const SHOWN_ARGUMENTS: ReadonlyMap<string, number> = new Map(
  KINDS.flatMap(([, first, names]) => names.map((name) => [name, first] as const)),
);

/** Of sentinel's statements: names of masters and users, hosts, paths of scripts. */
const SENTINEL: ReadonlyMap<string, readonly number[]> = new Map([
  ['monitor', [1, 2]],
  ['auth-user', [1, 2]],
  ['sentinel-user', [1]],
  ['known-replica', [1, 2]],
  ['known-slave', [1, 2]],
  ['known-sentinel', [1, 2]],
  ['announce-ip', [1]],
  ['notification-script', [1, 2]],
  ['client-reconfig-script', [1, 2]],
]);
/** Statements about a master begin with its name. */
const MASTER = [1];

/** What is wrong is another line, another file or the world, or a path too long to be a password; the words are as they should be. */
const ABOUT_OTHERS: ReadonlySet<string> = new Set<LoadProblemCode>([
  'acl-duplicate-user',
  'acl-file-and-users',
  'acl-file-missing',
  'bind-comment',
  'bind-duplicate',
  'include-cycle',
  'include-glob-unsupported',
  'include-missing',
  'port-conflict',
  'replicaof-in-cluster',
  'sentinel-duplicate-master',
  'sentinel-host-name',
  'sentinel-unknown-master',
  'tls-ca-missing',
  'tls-certificate-missing',
  'tls-key-missing',
  'unixsocket-too-long',
]);

/** Whether the canary stands where the product shows what stands there. */
export function isShownByKind({ text, line }: Placement, { config }: LintResult): boolean {
  const own = text.split('\n')[line] ?? '';
  const parsed = parseLine(own);
  const isAclFile = config.dialect === 'acl';
  const isUser = isAclFile ? /^\s*user /i.test(own) : parsed.kind === 'directive' && parsed.key === 'user';
  if (isUser)
    return isNameOrPattern(
      isAclFile
        ? own
            .trim()
            .split(/[ \t\r]+/)
            .slice(1)
        : wordsOf(parsed),
    );
  if (isAclFile || parsed.kind !== 'directive' || bringsSecret(own) || hasPlaceholder(own)) return false;
  const isWrong = config.problems.some(
    ({ at, code }) => at.line === line && at.source === config.root.path && !ABOUT_OTHERS.has(code),
  );
  if (isWrong || parsed.name.value.includes(CANARY)) return false;
  const index = parsed.args.findIndex(({ value }) => value.includes(CANARY));
  if (index < 0) return false;
  const comment = parsed.args.findIndex(({ value }) => value.startsWith('#'));
  if (comment >= 0 && comment <= index) return false;
  if (parsed.key !== 'sentinel') return index < (SHOWN_ARGUMENTS.get(parsed.key) ?? 0);
  const statement = parsed.args[0]?.value.toLowerCase() ?? '';
  return !/-pass$/.test(statement) && (SENTINEL.get(statement) ?? MASTER).includes(index);
}

/** An address with a password in it, a placeholder's default, a second word behind a blank that is none. */
const bringsSecret = (text: string): boolean => /:\/\/|\u00a0|\{\w+:-|default\(/.test(text);

const wordsOf = (line: ConfigLine): readonly string[] =>
  line.kind === 'directive' ? line.args.map(({ value }) => textOfBytes(value)) : [];

/** The name of a user, patterns of keys and channels: also where another rule of the line is wrong. */
function isNameOrPattern([name = '', ...rules]: readonly string[]): boolean {
  const word = [name, ...rules].find((each) => each.includes(CANARY));
  if (word === undefined || bringsSecret(word)) return false;
  return word === name ? !/^[>#<!]/.test(name) : /^\(?(~|%[RW]{1,2}~|&)/i.test(word);
}
