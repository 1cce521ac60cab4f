import type { Catalog, DirectiveName } from '../directives/catalog.js';
import type { Target } from '../directives/target.js';
import type { ValueProblem } from '../directives/values.js';
import type { ConfigFile } from '../syntax/config-file.js';
import type { DirectiveLine } from '../syntax/config-line.js';
import type { Word } from '../syntax/word.js';
import type { Span } from '../text/span.js';
import type { DefaultUser } from './default-user.js';
import type { Exposure } from './exposure.js';

/** What a file is to the program that reads it: redis-server, redis-sentinel, or the server's ACL loader. */
export type Dialect = 'server' | 'sentinel' | 'acl';

/** A file with its absolute path (`/` separators), or any label where it has none. */
export interface SourceFile {
  readonly path: string;
  readonly file: ConfigFile;
}

/** A span on one line (from 0) of one file. */
export interface Location {
  readonly path: string;
  readonly line: number;
  readonly at: Span;
}

/** One directive line, where it stands. */
export interface Occurrence {
  readonly path: string;
  readonly line: number;
  readonly directive: DirectiveLine;
  /** The arguments as the server takes them: a single quoted one of a multi-argument directive is split again. */
  readonly args: readonly Word[];
  /** A template placeholder stands in the line: what the server will read is unknown. */
  readonly isTemplated: boolean;
}

/** The value of a directive that is in force when every file was read. */
export interface Setting {
  readonly name: DirectiveName;
  /** Byte strings: the arguments in force, or the words of the target's default. All lines' for cumulative directives. */
  readonly values: readonly string[];
  /** The line that decides; undefined: the target's default. */
  readonly from: Occurrence | undefined;
  /** Earlier lines that have no effect any more. */
  readonly overridden: readonly Occurrence[];
  /** False where a template placeholder decides. */
  readonly isKnown: boolean;
}

/** One `rename-command OLD NEW`. */
export interface CommandRename {
  readonly from: Occurrence;
  /** Upper case. */
  readonly oldName: string;
  /** Empty: the command is removed. */
  readonly newName: string;
}

/** When the server finds out. `crash`: it dies of it. */
export type LoadStage = 'config' | 'startup' | 'crash';

/**
 * Something that the server stumbles over while it reads the files and starts.
 * One code, one rule: rules turn these into problems with a message and fixes.
 */
export type LoadProblem = LoadProblemBase & LoadProblemDetail;

export interface LoadProblemBase {
  readonly at: Location;
  readonly stage: LoadStage;
  /** The target refuses to start; false: it goes on and does something else than the line says. */
  readonly isFatal: boolean;
  readonly occurrence?: Occurrence;
}

export type LoadProblemDetail =
  | { readonly code: 'unbalanced-quotes'; readonly kind: 'unterminated' | 'text-after-quote' }
  | { readonly code: 'byte-order-mark' }
  /** No supported server has the name. */
  | { readonly code: 'unknown-directive'; readonly name: string }
  /** A newer version of the target's product has it, since `since`. */
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
  /** `max` null: no limit. */
  | {
      readonly code: 'wrong-arity';
      readonly name: string;
      readonly min: number;
      readonly max: number | null;
      readonly given: number;
    }
  | ({ readonly directive: DirectiveName; readonly value: string } & ValueProblem)
  /** A value that is refused (or swallowed) for a reason of its own; `reason` completes "... because it ...". */
  | {
      readonly code: 'invalid-value';
      readonly directive: DirectiveName;
      readonly value: string;
      readonly reason: string;
    }
  | { readonly code: 'include-missing'; readonly name: string }
  | { readonly code: 'include-cycle'; readonly name: string }
  | { readonly code: 'rename-unknown-command'; readonly name: string }
  | { readonly code: 'rename-target-exists'; readonly name: string }
  | { readonly code: 'no-listener' };

export type LoadProblemCode = LoadProblem['code'];

/** The configuration as the server has it after reading every file, and what it would say on the way. */
export interface ResolvedConfiguration {
  readonly target: Target;
  readonly catalog: Catalog;
  readonly dialect: Dialect;
  /** The file that the server is started with. */
  readonly root: SourceFile;
  /** Every file read, the root first, each once, in the order of first reading. */
  readonly files: readonly SourceFile[];
  /** Undefined when the target has no such directive. */
  readonly setting: (name: DirectiveName) => Setting | undefined;
  /** Every line of a directive under any of its spellings, in the order read, valid or not. */
  readonly occurrences: (name: DirectiveName) => readonly Occurrence[];
  readonly renames: readonly CommandRename[];
  /** In the order in which the server meets them: the first fatal one is what it reports. */
  readonly problems: readonly LoadProblem[];
  readonly defaultUser: DefaultUser;
  readonly exposure: Exposure;
  /** Files that are named and could not be read, with the reason: what depends on them is unknown. */
  readonly unread: readonly { readonly path: string; readonly reason: string; readonly at: Location }[];
}
