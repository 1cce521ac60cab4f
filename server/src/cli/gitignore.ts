import path from 'node:path';
import { readFileNow } from '../node/disk.js';
import { type IgnoreRules, ignoreRules } from './ignore-rules.js';
import { isRepository } from './project-root.js';

/** Whether git would leave a path out; a folder is asked for with a trailing separator. */
export type IsIgnored = (absolutePath: string) => boolean;

/** Reads the .gitignore files from the repository's root down to a path, each once. */
export function gitIgnored(start: string): IsIgnored {
  const root = repositoryRoot(start);
  const rules = new Map<string, IgnoreRules | undefined>();
  const rulesOf = (folder: string): IgnoreRules | undefined => {
    if (!rules.has(folder)) rules.set(folder, readRules(folder));
    return rules.get(folder);
  };
  return (absolutePath) => {
    if (root === undefined) return false;
    const isFolder = absolutePath.endsWith(path.sep);
    const parts = path.relative(root, absolutePath).split(path.sep).filter(Boolean);
    if (parts[0] === '..' || parts.length === 0) return false;
    let isLeftOut = false;
    for (let depth = 0; depth < parts.length; depth++) {
      const below = parts.slice(depth).join('/') + (isFolder ? '/' : '');
      isLeftOut = rulesOf(path.join(root, ...parts.slice(0, depth)))?.(below) ?? isLeftOut;
    }
    return isLeftOut;
  };
}

function readRules(folder: string): IgnoreRules | undefined {
  const found = readFileNow(path.join(folder, '.gitignore'));
  return found.status === 'found' ? ignoreRules(found.text) : undefined;
}

function repositoryRoot(start: string): string | undefined {
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (isRepository(folder)) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}
