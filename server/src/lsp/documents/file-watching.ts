import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import type { Client } from '../client.js';

/** Has the client watch configuration files, and every folder that a configuration includes something from. */
export interface FileWatching {
  /** Answers the folders that are watched from now on and were not before: what changed in them until now went unseen. */
  readonly watch: (folders: ReadonlySet<string>) => Promise<ReadonlySet<string>>;
}

/** Configurations, and what says for which server they are. */
const EVERYWHERE: FileSystemWatcher = {
  globPattern: '**/{*.conf,*.acl,compose*,docker-compose*,Dockerfile*,Containerfile*,Chart.yaml,values.yaml}',
};

/** A client that cannot be asked to watch is asked for nothing, and nothing is watched. */
export function createFileWatching(connection: Connection, client: Client): FileWatching {
  let watched: readonly string[] = [];
  let registration: Disposable | undefined;
  return {
    watch: async (folders) => {
      if (!client.registersWatchedFiles) return new Set();
      const wanted = client.watchesRelativePatterns ? [...folders].sort() : [];
      const before = watched;
      if (registration && wanted.join('\n') === before.join('\n')) return new Set();
      watched = wanted;
      const watchers = [EVERYWHERE, ...wanted.map((baseUri) => ({ globPattern: { baseUri, pattern: '*' } }))];
      const replaced = registration;
      registration = await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      replaced?.dispose();
      return new Set(wanted.filter((folder) => !before.includes(folder)));
    },
  };
}
