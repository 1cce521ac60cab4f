import { readFileSync, statSync } from 'node:fs';
import type { Unanswered } from '../core/config/file-reader.js';
import type { TextEncoding } from '../core/syntax/bytes.js';

export type ReadResult =
  | { readonly status: 'found'; readonly text: string; readonly encoding: TextEncoding }
  | { readonly status: 'missing' }
  | Unanswered;

/** Reads a file (0: standard input). Never throws: what went wrong is in the answer, in words. */
export function readText(file: string | 0): ReadResult {
  try {
    if (file !== 0) {
      // Most lookups are for a configuration file of the linter that isn't there: cheaper without an exception.
      const stat = statSync(file, { throwIfNoEntry: false });
      if (!stat) return { status: 'missing' };
      if (stat.isDirectory()) return { status: 'unknown', reason: 'failed', detail: 'is a folder' };
    }
    return { status: 'found', ...decode(readFileSync(file)) };
  } catch (error) {
    const reason = reasonOf(error);
    return reason === NOT_THERE ? { status: 'missing' } : { status: 'unknown', reason: 'failed', detail: reason };
  }
}

/** UTF-8 where the bytes are UTF-8 (a byte order mark stays: the server doesn't skip it either), else one character a byte. */
export function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding: 'utf-8' };
  } catch {
    return { text: Buffer.from(bytes).toString('latin1'), encoding: 'latin-1' };
  }
}

/** The bytes that `decode` reads as this text. */
export function encode(text: string, encoding: TextEncoding): Buffer {
  return Buffer.from(text, encoding === 'latin-1' ? 'latin1' : 'utf8');
}

const NOT_THERE = 'there is no such file';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: NOT_THERE,
  ENOTDIR: NOT_THERE,
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'is a folder',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  ELOOP: 'symbolic links form a loop',
};

/** What a failed file operation comes to, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message;
}
