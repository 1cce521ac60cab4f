import type { UnreadReason } from './unread.js';

/** In bytes, for every host: beyond this it is no configuration that anybody wrote. */
export const LARGEST_FILE = 10_000_000;

/** What a host answers when core asks for a file; a folder is one without text, as it is to the server. */
export type FileLookup =
  | { readonly status: 'found'; readonly text: string; readonly encoding?: 'utf-8' | 'latin-1' }
  | { readonly status: 'missing' }
  | Unanswered;

export type FolderLookup =
  | { readonly status: 'found'; readonly names: readonly string[] }
  | { readonly status: 'missing' }
  | Unanswered;

/** The host cannot tell (not loaded yet, no permission, not to be read): the answer stays open. */
export interface Unanswered {
  readonly status: 'unknown';
  readonly reason: UnreadReason;
  readonly detail?: string;
}

/**
 * How core sees files: absolute paths with `/`, answered at once. A host whose files come asynchronously answers
 * `unknown`, notes what was asked, and asks for the configuration again when it has it.
 */
export interface FileReader {
  readonly readFile: (path: string) => FileLookup;
  /** The names in a folder, without `.` and `..`. */
  readonly listFolder: (path: string) => FolderLookup;
}

/** For a text that stands alone. */
export const NO_FILES: FileReader = {
  readFile: () => ({ status: 'unknown', reason: 'not-loaded' }),
  listFolder: () => ({ status: 'unknown', reason: 'not-loaded' }),
};
