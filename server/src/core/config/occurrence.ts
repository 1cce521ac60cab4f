import type { Catalog, DirectiveName } from '../directives/catalog.js';
import type { Target } from '../directives/target.js';
import type { Dialect } from '../project/recognise.js';
import type { ConfigFile } from '../syntax/config-file.js';
import type { ConfigLine, DirectiveLine } from '../syntax/config-line.js';
import { wholeDocument } from '../syntax/whole-document.js';
import type { Word } from '../syntax/word.js';
import type { Place } from '../text/place.js';
import type { Range, Span } from '../text/span.js';
import type { FillIn } from './fill-in.js';

export type { Dialect };

/**
 * What tells a configuration from all others: the path of a file by itself; of one that stands in another document, its
 * path, `#` and a name within it.
 */
export type SourceId = string;

/** Lines, and where they stand: a configuration, or a document of another kind that holds some. */
export interface Source {
  readonly id: SourceId;
  /** Of the file that holds it: absolute, with `/` separators, or any label where it has none. */
  readonly path: string;
  readonly file: ConfigFile;
  readonly place: Place;
}

/** A configuration or an ACL file. */
export interface ConfigSource extends Source {
  /** What it is read as: the ACL file that a redis.conf names is none of the server's. */
  readonly dialect: Dialect;
  /**
   * What other programs put into its words, by who holds it; then nothing else that looks like a placeholder is one.
   * Undefined: nothing is known of who holds it.
   */
  readonly fillIns?: readonly FillIn[] | undefined;
  readonly holder?: Holder | undefined;
  /** From its first character in the document that holds it to its last. Undefined: it is a file by itself. */
  readonly extent?: Range | undefined;
}

/**
 * What holds a configuration that stands in another document:
 * - command: the command line of the server
 * - public: what many may read, such as a ConfigMap
 * - secret: what few may read
 * - image: what everybody has who has the image
 * - part: lines that are put into a file of which the rest is not seen
 * - text: any other block
 */
export type Holder = 'command' | 'public' | 'secret' | 'image' | 'part' | 'text';

/** The source of a file by itself. */
export function sourceOfFile(path: string, file: ConfigFile, dialect: Dialect): ConfigSource {
  return { id: path, path, file, dialect, place: wholeDocument(file) };
}

/** A source among others; undefined where it was not read. */
export function sourceIn<Any extends Source>(sources: readonly Any[], id: SourceId): Any | undefined {
  return sources.find((source) => source.id === id);
}

/** A line of a source among others; undefined where there is none. */
export function lineIn(sources: readonly ConfigSource[], { source, line }: FileLine): ConfigLine | undefined {
  return sourceIn(sources, source)?.file.lines.at(line);
}

/** A span on one line (from 0) of one source. */
export interface Location {
  readonly source: SourceId;
  readonly line: number;
  readonly at: Span;
}

/** A line (from 0) of a source. */
export type FileLine = Pick<Location, 'source' | 'line'>;

/** One directive line, where it stands. */
export interface Occurrence {
  readonly source: SourceId;
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
export interface ValueInForce {
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
export interface LoadedValues {
  readonly target: Target;
  readonly catalog: Catalog;
  readonly dialect: Dialect;
  /** Undefined when the target has no such directive. */
  readonly inForce: (name: DirectiveName) => ValueInForce | undefined;
  /** Every line of a directive under any of its spellings, in the order read, valid or not. */
  readonly occurrences: (name: DirectiveName) => readonly Occurrence[];
  readonly renames: readonly CommandRename[];
}
