import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Listener } from './listeners.js';
import type { NetworkNamespace } from './network-namespace.js';
import type { Answer, Visit } from './visit.js';
import type { Errand, Report, Request } from './visitor.js';

/** A machine, as far as the network is concerned. */
export interface Host {
  /** Of a process on it that lives as long as it does. */
  readonly pid: number;
  /** The command and arguments that run a program on it. */
  readonly wrap: NetworkNamespace['wrap'];
  /** Connects as clients on it would, all at once. One answer for each visit. */
  readonly visit: (visits: readonly Visit[]) => Promise<readonly Answer[]>;
  /** What accepts connections on it. */
  readonly listeners: () => Promise<readonly Listener[]>;
  readonly close: () => Promise<void>;
}

const VISITOR = path.join(__dirname, 'visitor.js');

/** Takes the namespace over: closing the host closes it. */
export function openHost(namespace: NetworkNamespace): Host {
  const [program = '', ...args] = namespace.wrap([process.execPath, VISITOR]);
  const visitor = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(visitor, 'exit');
  const waiting = new Map<number, (found: Report['found']) => void>();
  let last = 0;
  visitor.on('message', ({ id, found }: Report) => {
    waiting.get(id)?.(found);
    waiting.delete(id);
  });
  const send = (errand: Errand): Promise<Report['found']> => {
    const id = last++;
    const done = new Promise<Report['found']>((resolve) => waiting.set(id, resolve));
    visitor.send({ id, errand } satisfies Request);
    return Promise.race([done, ended.then(() => Promise.reject(new Error('the visitor has ended')))]);
  };
  return {
    pid: namespace.pid,
    wrap: namespace.wrap,
    visit: async (visits) =>
      visits.length === 0 ? [] : ((await send({ kind: 'visit', visits })) as readonly Answer[]),
    listeners: async () => (await send({ kind: 'listeners' })) as readonly Listener[],
    close: async () => {
      visitor.disconnect();
      await ended;
      await namespace.close();
    },
  };
}
