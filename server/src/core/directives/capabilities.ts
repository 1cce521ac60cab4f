import { compareVersions, type Product, parseVersion, type Target, type Version } from './target.js';

/** The first release of a product that has something; a product that is missing has it in no release. */
type Since = Readonly<Partial<Record<Product, string>>>;

/** Redis from a version on, and every Valkey, which continues Redis 7.2. */
const redisAndForks = (redis: string): Since => ({ redis, valkey: '0' });

/**
 * What some servers do and others don't, beside which directives and commands they have. Where servers on both sides of a
 * version were measured, the conformance and differential suites hold it; the other versions are from release notes.
 */
const CAPABILITIES = {
  /** Users with rules: `user` lines, ACL files, names at login. */
  'acl-users': redisAndForks('6.0'),
  'acl-channels': redisAndForks('6.2'),
  'acl-payload-rules': redisAndForks('6.2'),
  /** Takes payload rules and does nothing about them. */
  'acl-payload-rules-ignored': { valkey: '9.1' },
  /** ACL LIST shows of every user whether payloads are checked. */
  'acl-payload-rules-shown': redisAndForks('7.2'),
  /** Selectors and `%R~`. */
  'acl-selectors': redisAndForks('7.0'),
  'acl-databases': { valkey: '9.1' },
  'acl-roles': { valkey: '9.2' },
  /** A user may use no channel unless a rule says so. */
  'acl-channels-closed': redisAndForks('7.0'),
  /** Refuses a user that two lines describe; older ones take the later line. */
  'acl-users-unique': redisAndForks('7.0'),
  /** ACL LIST shows the rules as they were given, not those that fit the outcome best. */
  'acl-rules-kept': redisAndForks('7.2'),
  'acl-file-comments': { redis: '8.8' },
  /** Subcommands are commands of their own. */
  subcommands: redisAndForks('7.0'),

  /** `cluster-bus-port-protected-mode` may be on by default: a release note says so, a page of the documentation does not. */
  'cluster-bus-protected': { redis: '8.12' },
  tls: redisAndForks('6.0'),
  /** `-` before an address that the machine may lack. */
  'optional-addresses': redisAndForks('6.2'),
  /** `bind` with no address or `""` means none. */
  'bind-to-nothing': redisAndForks('7.0'),
  /** A `bind` line leaves protected mode on. */
  'protected-mode-beside-bind': redisAndForks('7.0'),
  /** Exits at a path that a socket has no room for; older ones cut it. */
  'socket-path-checked': redisAndForks('7.0'),
  /** Where `supervised` works, `daemonize` has no effect; from the change that made it so. */
  'supervised-over-daemonize': redisAndForks('6.2'),
  /** Reads the users before it opens sockets. */
  'users-before-sockets': redisAndForks('7.2'),

  /** Reads `sentinel` lines by kind when all is read, not one by one. */
  'sentinel-statements-queued': redisAndForks('6.2'),
  /** Looks up no name unless a line says so; older ones look up every name, and refuse one that they do not find. */
  'sentinel-resolves-on-demand': redisAndForks('6.2'),
  /** Knows AUTH: with a password, older ones serve nobody. */
  'sentinel-auth': redisAndForks('5.0.1'),
  /** A password among Sentinels. */
  'sentinel-pass': redisAndForks('6.2'),
  /** Sentinel asks the primary to hand over. */
  'coordinated-failover': { valkey: '9.0' },
  /** A node of a cluster has one database, whatever the file says. */
  'cluster-databases-fixed': redisAndForks('7.2'),
  /** It has as many as `cluster-databases` says. */
  'cluster-databases-chosen': { valkey: '9.0' },
  /** A replica opens a second connection for the snapshot. */
  'snapshot-connection': { redis: '8.0', valkey: '8.0' },
  /** Nodes of a cluster move slots by CLUSTER SYNCSLOTS. */
  'slot-migration': { valkey: '9.0' },

  /** Of the command line only what begins with no dash at all is the file; older ones take `-x` for one too. */
  'single-dash-arguments': redisAndForks('6.2'),
  /** Behind an option without a value, a word that begins with `--` is its value. */
  'arguments-may-begin-with-dashes': redisAndForks('7.0.1'),
  /** But `--save` and `--sentinel` may stand alone. */
  'options-without-value': redisAndForks('7.0.3'),
  /** Options leave the default save points as they are. */
  'save-kept-with-options': redisAndForks('6.2'),
  'include-patterns': redisAndForks('7.0'),
  /** Below an `include` line each `save` line replaces those before it; older ones add up the lines of a file. */
  'save-replaces-below-include': redisAndForks('7.0'),
  /** `save` with several pairs on a line. */
  'save-pairs': redisAndForks('7.0'),
  /** `client-output-buffer-limit` with several classes on a line, and units. */
  'output-buffer-groups': redisAndForks('7.0'),
  /** Splits a lone quoted argument of a directive that takes several. */
  'lone-argument-split': redisAndForks('7.0'),
  /** Keeps `module.name` for modules, and complains when all is read. */
  'module-directives': redisAndForks('7.0'),
  /** Says `replica` beside `slave`. */
  'replica-words': redisAndForks('5.0'),
  /** Keeps every name that it does not know for modules. */
  'unknown-names-kept': { redis: '8.0' },
  /** Reads on after a closing quote; 9.0 by a build of others. */
  'closing-quote-continues': { valkey: '9.0' },
  'byte-ff-dropped': { valkey: '8.1' },

  /** Refuses what is no amount of memory; older ones take it for 0. */
  'memory-checked': redisAndForks('6.0'),
  /** Memory is an unsigned number, which saturates. */
  'memory-unsigned': redisAndForks('7.0'),
  /** Refuses digits beyond 64 bits. */
  'memory-bounded': { valkey: '9.1' },
  /** A product with its unit saturates too. */
  'memory-saturates': { redis: '8.10' },
  /** Refuses permissions that are no octal number to the end. */
  'octal-strict': redisAndForks('7.0'),
  /** A percentile is no hexadecimal number. */
  'percentiles-decimal': { valkey: '9.1' },
  /** Values that are arrays, and their commands and events. */
  arrays: { redis: '8.8' },
  /** The letter `n`. */
  'events-of-new-keys': redisAndForks('7.0'),
  /** The letters `o` and `c`. */
  'events-of-overwrites': { redis: '8.2' },
  'dbfilename-needed': { valkey: '8.0' },
  'appendfilename-needed': redisAndForks('7.0'),
  'cluster-config-file-needed': { valkey: '8.0' },
} as const satisfies Readonly<Record<string, Since>>;

/** Something that some servers do and others don't. */
export type Capability = keyof typeof CAPABILITIES;

/** The names of all of them. */
export const ALL_CAPABILITIES = Object.keys(CAPABILITIES) as readonly Capability[];

const FIRST_RELEASES: ReadonlyMap<string, Version | undefined> = new Map(
  Object.entries<Since>(CAPABILITIES).flatMap(([capability, since]) =>
    (['redis', 'valkey'] as const).map((product) => [
      `${product} ${capability}`,
      since[product] === undefined ? undefined : parseVersion(since[product]),
    ]),
  ),
);

/** Whether a server does something: `has(target, 'acl-selectors')`. */
export function has({ product, version }: Target, capability: Capability): boolean {
  const first = FIRST_RELEASES.get(`${product} ${capability}`);
  return first !== undefined && compareVersions(version, first) >= 0;
}
