import type { DirectiveName } from '../directives/catalog.js';
import type { Target } from '../directives/target.js';
import type { ConfigSource, SourceId } from './occurrence.js';
import type { Told } from './told.js';
import type { Unread } from './unread.js';

/**
 * What a server is given, in the order in which it takes it: the defaults of its image, the file that it is started
 * with, the arguments behind it.
 */
export type Layer =
  | { readonly kind: 'defaults'; readonly values: ReadonlyMap<DirectiveName, string> }
  | { readonly kind: 'file' | 'arguments'; readonly source: ConfigSource };

/**
 * Who can reach a port of the server, by what starts it:
 * - nobody: no port is open beyond the container
 * - siblings: what shares a network of containers with it
 * - cluster: what runs in the same cluster
 * - host: what runs on the same machine
 * - network: everybody who reaches the machine
 * - unknown: nothing that says so is known
 */
export type Published = 'nobody' | 'siblings' | 'cluster' | 'host' | 'network' | 'unknown';

/** One server, as far as what starts it is known: a file alone, or with the document that gives it to the server. */
export interface Deployment {
  readonly id: string;
  /** The documents that start it, in the order in which they are laid over each other; none for a file alone. */
  readonly hosts: readonly SourceId[];
  readonly target: Told<Target>;
  readonly layers: readonly Layer[];
  readonly published: Told<Published>;
  /** Proven: by a document that starts it. Guessed: it looks like one, by `containerSign`. */
  readonly container: 'proven' | 'guessed' | 'no';
  /** In words: `directory "docker"`. */
  readonly containerSign?: string | undefined;
  /** Somebody says that it is for development: findings about strangers are milder. */
  readonly isDevelopment: boolean;
  readonly runsAs?: Told<'root' | 'other'>;
  /** In bytes. */
  readonly memoryLimit?: Told<number>;
  /** What the documents that start it name and what was not read. */
  readonly unread: readonly Unread[];
  /** The folder that holds all that belongs to it: nothing beside or above it is looked at. Undefined: nobody knows. */
  readonly around: string | undefined;
}

/** The file that the server is started with; undefined: there are arguments alone. */
export function fileOf({ layers }: Pick<Deployment, 'layers'>): ConfigSource | undefined {
  return layers.flatMap((layer) => (layer.kind === 'file' ? [layer.source] : []))[0];
}
