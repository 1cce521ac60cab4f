import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { FileLookup, FileReader, FolderLookup } from '../core/config/file-reader.js';
import { readText, reasonOf } from './read-file.js';

/** Texts that stand for files: what was read from standard input, and files with fixes that aren't written yet. */
export type Overlay = ReadonlyMap<string, { readonly text: string; readonly encoding: 'utf-8' | 'latin-1' }>;

/** A path as core has it: absolute, with `/` separators. */
export function corePath(file: string, cwd: string): string {
  return path.resolve(cwd, file).split(path.sep).join('/');
}

/**
 * Files from the disk, each read once, however many configurations include it; what a fix changed, from memory.
 */
export function nodeReader(overlay: Overlay = new Map()): FileReader {
  const known = new Map<string, FileLookup>();
  const folders = new Map<string, FolderLookup>();
  return {
    readFile: (file) => {
      const text = overlay.get(file);
      if (text) return { status: 'found', ...text };
      const answer = known.get(file) ?? readText(file);
      known.set(file, answer);
      return answer;
    },
    listFolder: (folder) => {
      const answer = folders.get(folder) ?? listFolder(folder);
      folders.set(folder, answer);
      return answer;
    },
  };
}

function listFolder(folder: string): FolderLookup {
  try {
    return { status: 'found', names: readdirSync(folder) };
  } catch (error) {
    const isMissing = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    return isMissing ? { status: 'missing' } : { status: 'unknown', reason: 'failed', detail: reasonOf(error) };
  }
}
