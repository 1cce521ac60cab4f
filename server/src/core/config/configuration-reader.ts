import type { FileReader } from './file-reader.js';
import { isForeign } from './foreign.js';
import { directoryOf, isBelow } from './paths.js';
import type { Dialect } from './resolved-configuration.js';

/**
 * The file system as a configuration may see it. Files that are none of Redis' have no text. A missing folder is of
 * another machine only where it is not below the configuration's own folder, which is on this one.
 */
export function configurationReader(reader: FileReader, rootPath: string, dialect: Dialect): FileReader {
  const own = directoryOf(rootPath);
  return {
    readFile: (path) => {
      const found = reader.readFile(path);
      if (found.status === 'found' && isForeign(found.text, dialect)) return { status: 'unknown', reason: 'foreign' };
      return isElsewhere(found) && isBelow(path, own) ? { status: 'missing' } : found;
    },
    listFolder: (path) => {
      const found = reader.listFolder(path);
      return isElsewhere(found) && isBelow(path, own) ? { status: 'missing' } : found;
    },
  };
}

function isElsewhere(found: ReturnType<FileReader['readFile'] | FileReader['listFolder']>): boolean {
  return found.status === 'unknown' && found.reason === 'another-machine';
}
