import type { Unanswered } from '../core/config/file-reader.js';

const NOT_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);
const FORBIDDEN: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'is a directory',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it would be larger than files may be',
  ELOOP: 'symbolic links form a loop',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the device failed',
  EBUSY: 'it is in use',
  EXDEV: 'it is mounted by itself',
  ETXTBSY: 'it is being run',
  EBADF: 'it is closed',
  EPIPE: 'nobody reads it',
  ENXIO: 'nobody reads it',
  ECONNREFUSED: 'nobody listens there',
  EAGAIN: 'it has nothing to read yet',
};

/** `ENOENT`, `EACCES`, ...; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Whether it says that there is no such file or folder. */
export function isNotThere(error: unknown): boolean {
  return NOT_THERE.has(codeOf(error));
}

/** What a failed file operation comes to, in words; the name of any other error. */
export function wordsOf(error: unknown): string {
  const code = codeOf(error);
  return WORDS[code] ?? (code || (error instanceof Error ? error.name : typeof error));
}

/** The answer to a question that the file system failed to answer. */
export function unansweredFor(error: unknown): Unanswered {
  const reason = FORBIDDEN.has(codeOf(error)) ? 'forbidden' : 'failed';
  return { status: 'unknown', reason, detail: wordsOf(error) };
}
