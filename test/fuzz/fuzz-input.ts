import { type FileReader, NO_FILES } from '../../server/src/core/config/file-reader.js';
import type { Dialect, Target } from '../../server/src/core/service.js';
import type { TextEncoding } from '../../server/src/core/syntax/bytes.js';
import { readerOf } from '../clients/configuration-tree.js';

/** What is linted. */
export interface FuzzInput {
  /** Absolute; its name tells the dialect. */
  readonly path: string;
  readonly text: string;
  /** Further files, by absolute path. */
  readonly files: Readonly<Record<string, string>>;
}

/** How: undefined is told from the file. */
export interface Circumstances {
  readonly encoding: TextEncoding;
  readonly dialect: Dialect | undefined;
  readonly target: Target | undefined;
  readonly world: World;
}

/** What a file that is named comes to: its text where there is one, always the text itself, or nobody knows. */
export type World = keyof typeof READERS;

export const READERS = {
  files: ({ path, text, files }: FuzzInput): FileReader =>
    readerOf({ name: path, root: path, files: new Map(Object.entries({ [path]: text, ...files })) }),
  itself: ({ text }: FuzzInput): FileReader => ({
    readFile: (name) => (name.length > 200 ? { status: 'missing' } : { status: 'found', text }),
    listFolder: () => ({ status: 'found', names: ['a.conf', 'redis.conf', 'users.acl'] }),
  }),
  unknown: (): FileReader => NO_FILES,
} as const;

/** One edit of somebody who types: places and lengths are taken modulo what there is. */
export interface RandomEdit {
  readonly at: number;
  readonly removed: number;
  readonly newText: string;
  /** Taken back at once. */
  readonly isUndone: boolean;
}

export interface Trial {
  readonly input: FuzzInput;
  readonly circumstances: Circumstances;
  readonly edits: readonly RandomEdit[];
  /** Where the editor asks, modulo the length of the text. */
  readonly places: readonly number[];
  /** Whether all is fixed, too. */
  readonly isFixed: boolean;
}
