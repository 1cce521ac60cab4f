import type { YamlLibrary } from '../core/document-service.js';
import type { FileLookup, FolderLookup } from '../core/service.js';

/** What the place that the server runs in can do: Node or a browser's worker. Everything that core must not have. */
export interface Host {
  /** Runs a callback after the messages that are waiting were handled; never at once. */
  readonly defer: (callback: () => void) => void;
  /** Runs a callback after some milliseconds. */
  readonly after: (milliseconds: number, callback: () => void) => void;
  /** Bytes from a cryptographic random source. */
  readonly randomBytes: (count: number) => Uint8Array;
  readonly sha256: (text: string) => Promise<Uint8Array>;
  /** Reads the library when it is first asked for: it is as large as all else that a server needs at the start. */
  readonly yaml: () => YamlLibrary;
  /** `file:` addresses, where there is a file system. */
  readonly files?: HostFiles;
}

/**
 * Addresses as the protocol has them; errors are answers, not rejections. `root`: the folder outside of which nothing
 * is looked at; undefined: everything may be.
 */
export interface HostFiles {
  readonly readFile: (uri: string, root?: string) => Promise<FileLookup>;
  readonly listFolder: (uri: string, root?: string) => Promise<FolderLookup>;
}
