import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Listener, listenersIn } from './listeners.js';
import type { NetworkNamespace } from './network-namespace.js';
import type { Answer, Visit } from './visit.js';

/** A machine, as far as the network is concerned. */
export interface Host {
  /** The command and arguments that run a program on it. */
  readonly wrap: NetworkNamespace['wrap'];
  /** Connects as clients on it would, all at once. One answer for each visit. */
  readonly visit: (visits: readonly Visit[]) => Promise<readonly Answer[]>;
  /** What accepts connections on it. */
  readonly listeners: () => readonly Listener[];
  readonly close: () => Promise<void>;
}

interface Reply {
  readonly id: number;
  readonly answers: readonly Answer[];
}

const VISITOR = path.join(__dirname, 'visitor.js');

/** Takes the namespace over: closing the host closes it. */
export function openHost(namespace: NetworkNamespace): Host {
  const [program = '', ...args] = namespace.wrap([process.execPath, VISITOR]);
  const visitor = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(visitor, 'exit');
  const waiting = new Map<number, (answers: readonly Answer[]) => void>();
  let last = 0;
  visitor.on('message', ({ id, answers }: Reply) => {
    waiting.get(id)?.(answers);
    waiting.delete(id);
  });
  const visit: Host['visit'] = (visits) => {
    if (visits.length === 0) return Promise.resolve([]);
    const id = last++;
    const answered = new Promise<readonly Answer[]>((resolve) => waiting.set(id, resolve));
    visitor.send({ id, visits });
    return Promise.race([answered, ended.then(() => Promise.reject(new Error('the visitor has ended')))]);
  };
  return {
    wrap: namespace.wrap,
    visit,
    listeners: () => listenersIn((name) => readFileSync(`/proc/${namespace.pid}/net/${name}`, 'latin1')),
    close: async () => {
      visitor.disconnect();
      await ended;
      await namespace.close();
    },
  };
}
