import { spawnSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';

/** A pipe with a name: whoever opens it in the usual way waits for its other end. */
export function makePipe(path: string): void {
  const { status } = spawnSync('mkfifo', [path]);
  if (status !== 0) throw new Error(`mkfifo ${path} failed`);
}

export function makeSocket(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(path, () => resolve(server));
  });
}

/** A file of this size that takes no space. */
export function makeSparseFile(path: string, bytes: number): void {
  writeFileSync(path, '');
  truncateSync(path, bytes);
}

/** Mounts a file over itself, as a container does with a single file; undefined: nobody but root may. */
export function mountFile(file: string): { readonly unmount: () => void } | undefined {
  const { status } = spawnSync('mount', ['--bind', file, file]);
  return status === 0 ? { unmount: () => void spawnSync('umount', ['-l', file]) } : undefined;
}

/** A file system of this size at a folder; undefined: nobody but root may have one. */
export function mountSmallDisk(folder: string, kilobytes: number): { readonly unmount: () => void } | undefined {
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]);
  return status === 0 ? { unmount: () => void spawnSync('umount', ['-l', folder]) } : undefined;
}
