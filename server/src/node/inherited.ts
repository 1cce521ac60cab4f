import { readFileSync } from 'node:fs';

const STREAMS_OF_EVERYBODY = 2;
const CLOSED_FOR_OTHER_PROGRAMS = 0o2000000;

/**
 * Whoever starts a program hands it open files. What Node itself keeps open has numbers too, and reading that would
 * wait for ever; its files are marked as not to be handed on. Only Linux tells. @throws EBADF as for a number that
 * nothing is open under
 */
export function refuseOwnDescriptor(descriptor: number): void {
  if (descriptor <= STREAMS_OF_EVERYBODY || !isOwn(descriptor)) return;
  throw Object.assign(new Error('not inherited'), { code: 'EBADF', syscall: 'write' });
}

function isOwn(descriptor: number): boolean {
  try {
    const [, flags = '0'] = /^flags:\s*([0-7]+)/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'latin1')) ?? [];
    return (Number.parseInt(flags, 8) & CLOSED_FOR_OTHER_PROGRAMS) !== 0;
  } catch {
    return false;
  }
}
