import type { Unanswered } from '../file-reader.js';

// What reading one configuration may cost. Counted, never timed, so that every host comes to the same answer on every
// machine. Whoever finds a budget spent says so, and what hangs on it is unknown. Bounds of one file are the host's.

/** The answer where one is spent. */
export const SPENT: Unanswered = { status: 'unknown', reason: 'budget' };

/** Names of files that one pattern is held against. */
export const MOST_NAMES = 20_000;

/** Files that include each other, one within the other. The server goes as deep as its stack lets it. */
export const DEEPEST_INCLUDE = 20;
/** Different files of one root. */
const MOST_FILES = 1000;
/** Times that files are read for one root: the same file counts each time, as each time its lines count. */
const MOST_READS = 20_000;
/** UTF-16 code units of all files of one root together. */
const MOST_TEXT = 64_000_000;
/** What is read again costs as much and tells nothing new. */
const MOST_TEXT_AGAIN = 1_000_000;

/** What is left for the files that a root includes. */
export class IncludeBudget {
  readonly #files = new Set<string>();
  #reads = 0;
  #text = 0;
  #textAgain = 0;

  /** Whether a file may still be read, which then counts. */
  takes(path: string): boolean {
    const isSpent =
      this.#reads >= MOST_READS ||
      this.#text > MOST_TEXT ||
      (this.#files.has(path) ? this.#textAgain > MOST_TEXT_AGAIN : this.#files.size >= MOST_FILES);
    if (!isSpent) this.#reads++;
    return !isSpent;
  }

  /** A file was read. */
  spend(path: string, length: number): void {
    if (this.#files.has(path)) this.#textAgain += length;
    else this.#text += length;
    this.#files.add(path);
  }
}
