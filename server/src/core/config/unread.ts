import type { Unanswered, UnreadReason } from './file-reader.js';
import type { Location } from './occurrence.js';

/** A file that a configuration names and that was not read. */
export interface Unread {
  readonly path: string;
  readonly reason: UnreadReason;
  /** More words for people, where the reason alone does not tell: `symbolic links form a loop`. */
  readonly detail?: string;
  /** Where it is named. */
  readonly at: Location;
}

/** What a host did not answer about a file that is named at a place. */
export function unreadFrom({ reason, detail }: Unanswered, path: string, at: Location): Unread {
  return { path, reason, at, ...(detail === undefined ? {} : { detail }) };
}

const WORDS: Readonly<Record<UnreadReason, string>> = {
  'another-machine': 'it is a path of another machine',
  'outside-root': 'it is outside the directory that may be read',
  forbidden: 'permission denied',
  special: 'it is not a regular file',
  'too-large': 'it is too large',
  foreign: 'it is not a Redis file',
  budget: 'there are too many files to read',
  'not-loaded': 'there is no access to files here',
  program: 'what it gives to the server is not known',
  failed: 'it cannot be read',
};

/** The reason in words, to stand behind the path of the file. */
export function describeUnread({ reason, detail }: Pick<Unread, 'reason' | 'detail'>): string {
  return detail ?? WORDS[reason];
}
