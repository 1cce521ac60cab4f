import { fstatSync, type Stats } from 'node:fs';

const STREAMS_OF_EVERYBODY = 2;
/** Node opens its own when it starts, so that they have small numbers. */
const HIGHEST_OF_NODE = 64;

/**
 * Whoever starts a program hands it open files. What Node opens for itself has numbers too: events, which are no files,
 * and pipes of which it holds both ends, so that reading one would wait for ever. @throws EBADF for these, as for a
 * number that nothing is open under
 */
export function refuseOwnDescriptor(descriptor: number): void {
  if (descriptor <= STREAMS_OF_EVERYBODY) return;
  const stream = fstatSync(descriptor);
  const isStream = stream.isFile() || stream.isDirectory() || stream.isCharacterDevice() || stream.isSocket();
  if (isStream || (stream.isFIFO() && !holdsOtherEnd(descriptor, stream))) return;
  throw Object.assign(new Error('not inherited'), { code: 'EBADF' });
}

function holdsOtherEnd(descriptor: number, pipe: Stats): boolean {
  for (let other = STREAMS_OF_EVERYBODY + 1; other <= HIGHEST_OF_NODE; other++) {
    const end = other === descriptor ? undefined : statOf(other);
    if (end?.isFIFO() && end.ino === pipe.ino && end.dev === pipe.dev) return true;
  }
  return false;
}

function statOf(descriptor: number): Stats | undefined {
  try {
    return fstatSync(descriptor);
  } catch {
    return undefined;
  }
}
