/** What a host answers when core asks for a file. */
export type FileLookup =
  | { readonly status: 'found'; readonly text: string; readonly encoding?: 'utf-8' | 'latin-1' }
  | { readonly status: 'missing' }
  /** The host cannot tell (not loaded yet, no file system, no permission): the answer stays open. */
  | { readonly status: 'unknown'; readonly reason: string };

export type FolderLookup =
  | { readonly status: 'found'; readonly names: readonly string[] }
  | { readonly status: 'missing' }
  | { readonly status: 'unknown'; readonly reason: string };

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
  readFile: () => ({ status: 'unknown', reason: 'no file system' }),
  listFolder: () => ({ status: 'unknown', reason: 'no file system' }),
};
