import type { AclRuleErrorReason } from '../acl/effective-user.js';
import type { AclRule } from '../acl/rule-syntax.js';
import type { HostFault } from '../directives/addresses.js';
import type { DirectiveName } from '../directives/catalog.js';
import type { ValueProblem } from '../directives/value-problem.js';
import type { FileLine, Location, Occurrence } from './occurrence.js';

/** Why a line about a user is refused: one of its rules, or the line as a whole. */
export type AclSyntaxReason =
  | Exclude<
      AclRuleErrorReason,
      'unknown-command' | 'unknown-category' | 'selector' | 'key-permission' | 'databases' | 'removed-subcommand'
    >
  | 'white-space-in-name'
  | 'not-a-user-line';

/** A file whose last line has no line end, so that the first line of the next file is part of it. */
export interface GluedLine {
  readonly last: FileLine;
  readonly next: FileLine;
  /** The server takes what the next file begins with for the rest of a comment. */
  readonly isComment: boolean;
}

/** Of two words that cannot both be listened on: the same address, or one that covers the other. */
export type BindClash = 'same' | 'covered';

/** When the server finds out. `crash`: it dies of it. */
export type LoadStage = 'config' | 'startup' | 'crash';

/** Every code of a load problem; each belongs to exactly one rule. */
export const LOAD_PROBLEM_CODES = [
  'unbalanced-quotes',
  'byte-order-mark',
  'nul-byte',
  'unknown-directive',
  'directive-too-new',
  'directive-removed',
  'directive-of-fork',
  'conflict-marker',
  'foreign-comment',
  'key-with-separator',
  'inline-comment',
  'foreign-character',
  'unclaimed-module-directive',
  'wrong-arity',
  'not-boolean',
  'not-integer',
  'not-memory',
  'not-octal',
  'not-in-enum',
  'out-of-range',
  'path-in-file-name',
  'invalid-value',
  'value-misread',
  'placeholder',
  'include-missing',
  'include-cycle',
  'include-glob-unsupported',
  'include-glued-line',
  'template-tag-unclosed',
  'rename-unknown-command',
  'rename-duplicate',
  'rename-target-exists',
  'rename-subcommand',
  'no-listener',
  'port-conflict',
  'bind-comment',
  'bind-malformed',
  'bind-duplicate',
  'unixsocket-too-long',
  'module-loaded-twice',
  'cluster-port-overflow',
  'replicaof-in-cluster',
  'tls-certificate-missing',
  'tls-key-missing',
  'tls-ca-missing',
  'tls-protocol-unknown',
  'sentinel-outside-sentinel',
  'sentinel-unknown-statement',
  'sentinel-invalid-value',
  'sentinel-unknown-master',
  'sentinel-duplicate-master',
  'sentinel-host-name',
  'acl-syntax',
  'acl-unknown-command',
  'acl-unknown-category',
  'acl-duplicate-user',
  'acl-comment',
  'acl-file-and-users',
  'acl-file-missing',
  'acl-selector-unsupported',
  'acl-key-permission-unsupported',
  'acl-subcommand-removal-unsupported',
  'acl-databases-unsupported',
] as const satisfies readonly LoadProblemDetail['code'][];

/** What kind of problem it is. */
export type LoadProblemCode = (typeof LOAD_PROBLEM_CODES)[number];

const CODES: ReadonlySet<string> = new Set(LOAD_PROBLEM_CODES);

/** Whether a word is the code of a load problem; no name of a directive is. */
export const isLoadProblemCode = (word: string): word is LoadProblemCode => CODES.has(word);

/** The problems of one code. */
export type LoadProblemOf<Code extends LoadProblemCode> = Extract<LoadProblem, { readonly code: Code }>;

/**
 * Something that the server stumbles over while it reads the files and starts.
 * One code, one rule: rules turn these into problems with a message and fixes.
 */
export type LoadProblem = LoadProblemBase & LoadProblemDetail;

/** What every load problem tells. */
export interface LoadProblemBase {
  readonly at: Location;
  readonly stage: LoadStage;
  /** The target refuses to start; false: it goes on and does something else than the line says. */
  readonly isFatal: boolean;
  /** Not fatal as far as can be told here, though it may be where the server runs: whether it starts is unknown. */
  readonly isUndecided?: boolean;
  readonly occurrence?: Occurrence;
}

/** What only problems of one code tell. Names and values are as the user wrote them. */
export type LoadProblemDetail =
  | { readonly code: 'unbalanced-quotes'; readonly kind: 'unterminated' | 'text-after-quote' }
  /** U+FEFF begins the first word: also a comment is refused then. `length` in UTF-16 code units: 1, or 3 where read as Latin-1. */
  | { readonly code: 'byte-order-mark'; readonly length: number }
  /** Never fatal by itself: the rest of the line is not read, and the next line is read as part of this one. */
  | { readonly code: 'nul-byte' }
  /** No supported server has the name. Redis 8 finds out when all files are read (`startup`); its Sentinel never does (not fatal). */
  | { readonly code: 'unknown-directive'; readonly name: string }
  /** A newer version of the target's product has it, since `since`. Stage and fatality as for an unknown name. */
  | { readonly code: 'directive-too-new'; readonly name: string; readonly since: string }
  /** Versions of the target's product before `in` had it. */
  | { readonly code: 'directive-removed'; readonly name: string; readonly in: string }
  /** Only another product has it. */
  | { readonly code: 'directive-of-fork'; readonly name: string }
  /** `<<<<<<<` and the like, left by a version control system. */
  | { readonly code: 'conflict-marker' }
  /** A comment in the style of another language. */
  | { readonly code: 'foreign-comment' }
  /** `name=value` or `name: value`. */
  | { readonly code: 'key-with-separator'; readonly name: string; readonly separator: string }
  /** A `#` after the arguments, which starts no comment there. */
  | { readonly code: 'inline-comment'; readonly name: string }
  /** A refused line holds a character from a web page or word processor (UTF-16 code). */
  | { readonly code: 'foreign-character'; readonly character: number }
  /** `module.name`: no line loads a module that could claim it, or it has no value at all. */
  | { readonly code: 'unclaimed-module-directive'; readonly name: string; readonly hasValue: boolean }
  /** `max` null: no limit. */
  | {
      readonly code: 'wrong-arity';
      readonly name: string;
      readonly min: number;
      readonly max: number | null;
      readonly given: number;
    }
  | ({ readonly directive: DirectiveName; readonly value: string } & ValueProblem)
  /** `dbfilename` and the like take a name in `dir`, not a path. */
  | { readonly code: 'path-in-file-name'; readonly directive: DirectiveName; readonly value: string }
  /** A value that is refused for a reason of its own; `reason` completes "... because it ...". */
  | {
      readonly code: 'invalid-value';
      readonly directive: DirectiveName;
      readonly value: string;
      readonly reason: string;
    }
  /** Never fatal: the server takes the value for something else; `effect` completes "The server reads it as ...". */
  | {
      readonly code: 'value-misread';
      readonly directive: DirectiveName;
      readonly value: string;
      readonly effect: string;
    }
  /**
   * Never fatal; undecided where the target refuses the line as it stands. `directive`: missing where it is one itself;
   * `statement`: of Sentinel, where it is one, in lower case.
   */
  | { readonly code: 'placeholder'; readonly directive?: DirectiveName; readonly statement?: string }
  | { readonly code: 'include-missing'; readonly name: string }
  | { readonly code: 'include-cycle'; readonly name: string }
  /** Before Redis 7.0 wildcards are ordinary characters of a file's name. */
  | { readonly code: 'include-glob-unsupported'; readonly name: string }
  /** Not fatal by itself: files that match a pattern are read as one text, and a last line has no line end. */
  | ({ readonly code: 'include-glued-line' } & GluedLine)
  /** A tag that a line begins with; without the mark `closing` it hides nothing. */
  | { readonly code: 'template-tag-unclosed'; readonly mark: string; readonly closing: string }
  | { readonly code: 'rename-unknown-command'; readonly name: string }
  /** The old name was renamed or removed by an earlier line. */
  | { readonly code: 'rename-duplicate'; readonly name: string; readonly earlier: Location }
  | { readonly code: 'rename-target-exists'; readonly name: string }
  /** `container|subcommand`: the server dies of it from 7.0 on. */
  | { readonly code: 'rename-subcommand'; readonly name: string }
  | { readonly code: 'no-listener' }
  /** Two listeners on one port; `with` is the other directive (`port` for the cluster bus derived from it). */
  | { readonly code: 'port-conflict'; readonly port: number; readonly with: 'port' | 'tls-port' | 'cluster-bus' }
  /** A `#` among the addresses: taken for one. */
  | { readonly code: 'bind-comment' }
  /** No machine can listen on it. */
  | { readonly code: 'bind-malformed'; readonly address: string; readonly fault: HostFault | 'mapped' }
  /** The same address as `other`, which stands before it, or one of the two covers the other. */
  | { readonly code: 'bind-duplicate'; readonly address: string; readonly other: string; readonly clash: BindClash }
  /** Longer than the address of a Unix socket on Linux has room for; `bytes` is its length. */
  | { readonly code: 'unixsocket-too-long'; readonly bytes: number }
  /** An earlier line loads the same file: the second time its name is taken. */
  | { readonly code: 'module-loaded-twice'; readonly earlier: Location }
  /** The cluster bus would be at the port plus 10000, which is no port. */
  | { readonly code: 'cluster-port-overflow'; readonly port: number }
  | { readonly code: 'replicaof-in-cluster' }
  /** TLS is on: by `tls-port`, `tls-replication` or `tls-cluster`. */
  | { readonly code: 'tls-certificate-missing'; readonly neededBy: DirectiveName }
  | { readonly code: 'tls-key-missing'; readonly neededBy: DirectiveName }
  | { readonly code: 'tls-ca-missing'; readonly neededBy: DirectiveName }
  | { readonly code: 'tls-protocol-unknown'; readonly name: string }
  /** A `sentinel` line in a file that redis-server reads. */
  | { readonly code: 'sentinel-outside-sentinel' }
  /** The words after `sentinel` are no statement that the target knows, or their number is wrong. */
  | { readonly code: 'sentinel-unknown-statement'; readonly name: string }
  /** `reason` completes "... because it ...". */
  | {
      readonly code: 'sentinel-invalid-value';
      readonly statement: string;
      readonly value: string;
      readonly reason: string;
    }
  /** A statement about a master that no `sentinel monitor` line names. */
  | { readonly code: 'sentinel-unknown-master'; readonly statement: string; readonly master: string }
  | { readonly code: 'sentinel-duplicate-master'; readonly master: string }
  /** A host name where only an address is allowed, as `sentinel resolve-hostnames yes` is missing. */
  | { readonly code: 'sentinel-host-name'; readonly statement: string; readonly host: string }
  /** `rule` is missing where the line as a whole is wrong. It may hold a secret: only quote what can be none. */
  | { readonly code: 'acl-syntax'; readonly reason: AclSyntaxReason; readonly rule?: AclRule }
  /** Name without the sign. A module that a line loads may bring it: then it is not fatal. */
  | { readonly code: 'acl-unknown-command'; readonly name: string }
  /** Name without sign and `@`. */
  | { readonly code: 'acl-unknown-category'; readonly name: string }
  /** `name` is a byte string. */
  | { readonly code: 'acl-duplicate-user'; readonly name: string; readonly first: Location }
  /** A comment in an ACL file; not fatal from Redis 8.8 on. */
  | { readonly code: 'acl-comment' }
  /** `user` lines beside an `aclfile` line. */
  | { readonly code: 'acl-file-and-users'; readonly users: readonly Occurrence[] }
  | { readonly code: 'acl-file-missing'; readonly name: string; readonly path: string }
  | { readonly code: 'acl-selector-unsupported' }
  | { readonly code: 'acl-key-permission-unsupported' }
  /** `-config|set` before Redis 7.0. */
  | { readonly code: 'acl-subcommand-removal-unsupported'; readonly name: string }
  /** `db=`, `alldbs`, `resetdbs` anywhere but in Valkey 9.1. */
  | { readonly code: 'acl-databases-unsupported' };
