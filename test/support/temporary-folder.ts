import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder of a test's own, without symbolic links in its path. */
export interface TemporaryFolder {
  readonly path: string;
  readonly of: (name: string) => string;
  /** Writes a file, with the folders it needs; answers its path. */
  readonly file: (name: string, content?: string | Uint8Array) => string;
  readonly remove: () => void;
}

export function temporaryFolder(): TemporaryFolder {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'redis-conf-lint-')));
  const of = (name: string) => path.join(folder, name);
  return {
    path: folder,
    of,
    file: (name, content = '') => {
      mkdirSync(path.dirname(of(name)), { recursive: true });
      writeFileSync(of(name), content);
      return of(name);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
