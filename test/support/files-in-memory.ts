import type { FileReader } from '../../server/src/core/config/file-reader.js';

/** Texts by absolute path, and the folders that hold them. */
export type FilesInMemory = Readonly<Record<string, string>>;

/** `asked` collects what was looked at; a folder ends with `/`. */
export function filesInMemory(files: FilesInMemory, asked: string[] = []): FileReader {
  return {
    readFile: (path) => {
      asked.push(path);
      const text = files[path];
      return text === undefined ? { status: 'missing' } : { status: 'found', text };
    },
    listFolder: (folder) => {
      const prefix = folder === '/' ? '/' : `${folder}/`;
      asked.push(prefix);
      const inside = Object.keys(files).filter((path) => path.startsWith(prefix));
      const names = new Set(inside.map((path) => path.slice(prefix.length).split('/')[0] ?? ''));
      return inside.length > 0 ? { status: 'found', names: [...names] } : { status: 'missing' };
    },
  };
}
