import { existsSync } from 'node:fs';
import path from 'node:path';
import { CONFIGURATION_FILE_NAME } from '../core/lint/project-configuration/configuration-file.js';
import { parseConfigurationFile } from '../core/lint/project-configuration/parse-configuration-file.js';
import { readFileNow } from '../node/disk.js';

/** The folder of the project that a file belongs to: nothing outside it is read. Undefined: it belongs to none. */
export type FindRoot = (file: string) => string | undefined;

/** Looks at each folder once. */
export function createRootFinder(): FindRoot {
  const known = new Map<string, string | undefined>();
  const rootAt = (folder: string): string | undefined => {
    if (known.has(folder)) return known.get(folder);
    const parent = path.dirname(folder);
    const root = isRoot(folder) ? folder : parent === folder ? undefined : rootAt(parent);
    known.set(folder, root);
    return root;
  };
  return (file) => rootAt(path.dirname(file));
}

/** Whether a folder holds a repository; `.git` is a file in a work tree of its own. */
export function isRepository(folder: string): boolean {
  return existsSync(path.join(folder, '.git'));
}

function isRoot(folder: string): boolean {
  return isRepository(folder) || saysRoot(path.join(folder, CONFIGURATION_FILE_NAME));
}

function saysRoot(file: string): boolean {
  const found = readFileNow(file);
  return found.status === 'found' && parseConfigurationFile(found.text, []).configuration.root === true;
}
