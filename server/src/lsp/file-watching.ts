import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import type { ClientFeatures } from './client-features.js';

/** Has the client watch configuration files, and every folder that a configuration includes something from. */
export interface FileWatching {
  readonly watch: (folders: ReadonlySet<string>) => Promise<void>;
}

const EVERYWHERE: FileSystemWatcher = { globPattern: '**/*.{conf,acl}' };

export function createFileWatching(connection: Connection, features: ClientFeatures): FileWatching {
  let watched = '';
  let registration: Disposable | undefined;
  return {
    watch: async (folders) => {
      if (!features.registersWatchedFiles) return;
      const names = features.watchesRelativePatterns ? [...folders].sort() : [];
      const wanted = names.join('\n');
      if (registration && wanted === watched) return;
      watched = wanted;
      const watchers = [EVERYWHERE, ...names.map((baseUri) => ({ globPattern: { baseUri, pattern: '*' } }))];
      const before = registration;
      registration = await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      before?.dispose();
    },
  };
}
