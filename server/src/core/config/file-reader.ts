/**
 * Why a file that is named was not read; what hangs on it is unknown.
 * - another-machine: an absolute path into a folder that does not exist here
 * - outside-root: beyond the folder that the linter was given, which it does not leave by itself
 * - forbidden: no permission
 * - special: a device, a pipe, a socket, or a file that the kernel makes up
 * - too-large: beyond the bound of the host
 * - foreign: no configuration of Redis at all; its text is never quoted
 * - budget: a bound on files, depth or bytes is spent
 * - not-loaded: the host has no file system, or has not answered yet
 * - program: no file, but a program that may give the server anything, such as a script or an image of somebody's own
 * - failed: the file system failed otherwise
 */
export type UnreadReason =
  | 'another-machine'
  | 'outside-root'
  | 'forbidden'
  | 'special'
  | 'too-large'
  | 'foreign'
  | 'budget'
  | 'not-loaded'
  | 'program'
  | 'failed';

/** In bytes, for every host: beyond this it is no configuration that anybody wrote. */
export const LARGEST_FILE = 10_000_000;

/** What a host answers when core asks for a file; a folder is one without text, as it is to the server. */
export type FileLookup =
  | { readonly status: 'found'; readonly text: string; readonly encoding?: 'utf-8' | 'latin-1' }
  | { readonly status: 'missing' }
  | Unanswered;

/** What a host answers when core asks what is in a folder: names without paths, in any order. */
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
