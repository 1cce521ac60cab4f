import type { Mount, Published } from '../config/deployment.js';
import type { FileReader } from '../config/file-reader.js';
import type { FillIn } from '../config/fill-in.js';
import type { HostFacts } from '../config/host-facts.js';
import type { Dialect, Holder } from '../config/occurrence.js';
import type { Told } from '../config/told.js';
import type { Unread } from '../config/unread.js';
import type { MappedText, OffsetSpan } from '../text/mapped-text.js';
import type { HostDocument } from './host-document.js';
import type { YamlLibrary } from './yaml/yaml-library.js';

/** What reading a document came to. */
export interface HostReading {
  readonly servers: readonly HostedServer[];
  /** Where something of Redis' stands that was not read, and why. */
  readonly notAnalysed: readonly NotAnalysed[];
}

/** A piece of a document that was not read. */
export interface NotAnalysed {
  /** Offsets in the document. */
  readonly at: OffsetSpan;
  readonly reason: 'not-valid' | 'template' | 'alias-depth' | 'undecodable' | 'too-large';
}

/** What a reader of documents may use. */
export interface HostTools {
  readonly yaml: () => YamlLibrary;
  /** For what stands beside the document: an overlaid compose file, the Dockerfile that a service is built from. */
  readonly reader: FileReader;
}

/** Reads one kind of document. Pure and total: what cannot be read is `notAnalysed`. */
export type ReadHost = (document: HostDocument, tools: HostTools) => HostReading;

/**
 * One server as a document starts it. Nothing is worked out yet: which configuration it reads and what that comes to is
 * `deploymentOf`'s to say, the same for all kinds of documents.
 */
export interface HostedServer {
  /** Within the document, for people and for ids: `services.cache`. */
  readonly id: string;
  readonly facts: HostFacts;
  /** The document that starts it, where that is not the one that was read: it stands beside that one. */
  readonly document?: HostDocument | undefined;
  /** Further documents that say something of it, such as the base of an overlaid compose file. */
  readonly otherHosts?: readonly HostDocument[];
  /** The words behind the program's name; undefined: the image's own command runs. */
  readonly command?: HostedCommand | undefined;
  /** Configurations that stand in documents, by their path in the container; by `''` the one that nothing names. */
  readonly texts: ReadonlyMap<string, HostedText>;
  /** What is written behind a configuration, whether that stands in a document or elsewhere; by the same paths. */
  readonly appended?: ReadonlyMap<string, readonly HostedText[]> | undefined;
  /** Files and folders here that stand in the container; `outside` is absolute. */
  readonly mounts: readonly Mount[];
  readonly published: Told<Published>;
  /** It runs in no container, but on the machine itself. */
  readonly isOnMachine?: boolean | undefined;
  readonly isDevelopment: boolean;
  /** What it says adds to another document, which has findings by itself: only those in its own lines are its own. */
  readonly isOverlay?: boolean | undefined;
  /** What starts it and was not read, such as a script: what that says of the configuration is not known. */
  readonly unread?: readonly Unread[] | undefined;
  readonly runsAs?: Told<'root' | 'other'> | undefined;
  /** In bytes. */
  readonly memoryLimit?: Told<number> | undefined;
}

/** The command line of a server. */
export interface HostedCommand {
  /** Within the document: `services.cache.command`. */
  readonly id: string;
  /** Undefined: the one that was read. */
  readonly document?: HostDocument | undefined;
  /** `sentinel`: the program is, or `--sentinel` is among the words. */
  readonly dialect: Dialect;
  readonly words: readonly ArgumentWord[];
  /** Of the program's word, or of the key: where an argument is shown that nobody wrote. */
  readonly anchor: OffsetSpan;
  /** From the first word behind the program to the last, with their quotes; the anchor where there is none. */
  readonly extent: OffsetSpan;
  /** Undefined: they stand on the command line itself; else what hands them to it. */
  readonly holder?: Holder | undefined;
}

/** A word as the server gets it, as far as that is known. */
export interface ArgumentWord {
  readonly text: MappedText;
  readonly fillIns: readonly WordFillIn[];
  /** Where it stands in the document, with its quotes; undefined: it stands elsewhere, or nobody wrote it. */
  readonly at?: OffsetSpan | undefined;
}

/** What is put into a word, by offsets in it. */
export type WordFillIn = Omit<FillIn, 'line'>;

/** A configuration that stands in a document as a whole. */
export interface HostedText {
  /** Within its document: `data.redis.conf`. */
  readonly id: string;
  readonly document: HostDocument;
  /** Undefined: by its name and its lines. */
  readonly dialect?: Dialect | undefined;
  readonly holder: Holder;
  readonly text: MappedText;
  readonly fillIns: readonly FillIn[];
  /** Of its key: where something is shown that nobody wrote. */
  readonly anchor: OffsetSpan;
  /** From the first character of its first line to the end of its last one. */
  readonly extent: OffsetSpan;
}
