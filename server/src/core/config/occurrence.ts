import type { Catalog, DirectiveName } from '../directives/catalog.js';
import type { Target } from '../directives/target.js';
import type { Dialect } from '../project/recognise.js';
import type { ConfigFile } from '../syntax/config-file.js';
import type { DirectiveLine } from '../syntax/config-line.js';
import type { Word } from '../syntax/word.js';
import type { Span } from '../text/span.js';

export type { Dialect };

/** A file with its absolute path (`/` separators), or any label where it has none. */
export interface SourceFile {
  readonly path: string;
  readonly file: ConfigFile;
  /** Where it is another than the configuration's: the ACL file that a redis.conf names. */
  readonly dialect?: Dialect;
}

/** What a text is known by: of a file its path. */
export type SourceId = string;

/** A span on one line (from 0) of one file. */
export interface Location {
  readonly source: SourceId;
  readonly line: number;
  readonly at: Span;
}

/** A line (from 0) of a file. */
export type FileLine = Pick<Location, 'source' | 'line'>;

/** One directive line, where it stands. */
export interface Occurrence {
  readonly source: string;
  readonly line: number;
  readonly directive: DirectiveLine;
  /** The arguments as the server takes them: a single quoted one of a multi-argument directive is split again. */
  readonly args: readonly Word[];
  /** A template placeholder stands in the line: what the server will read is unknown. */
  readonly isTemplated: boolean;
  /** An `include` line stands above it in the same text. */
  readonly isAfterInclude?: boolean;
  /** The line's value as CONFIG GET would show it, a byte string; missing where it is refused or unknown. */
  readonly shown?: string;
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
  /** False where a placeholder or a refused line decides, or what could not be read may. */
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

/** What all lines that were read come to, before anything is made of it. */
export interface LoadedSettings {
  readonly target: Target;
  readonly catalog: Catalog;
  readonly dialect: Dialect;
  /** Undefined when the target has no such directive. */
  readonly setting: (name: DirectiveName) => Setting | undefined;
  /** Every line of a directive under any of its spellings, in the order read, valid or not. */
  readonly occurrences: (name: DirectiveName) => readonly Occurrence[];
  readonly renames: readonly CommandRename[];
}
