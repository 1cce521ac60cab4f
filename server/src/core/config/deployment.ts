import type { DirectiveName } from '../directives/catalog.js';
import type { Target } from '../directives/target.js';
import type { HostFacts } from './host-facts.js';
import type { ConfigSource, Source } from './occurrence.js';
import type { Told } from './told.js';
import type { Unread } from './unread.js';

/**
 * What a server is given, in the order in which it takes it: the defaults of its image, the file that it is started
 * with, the arguments behind it.
 */
export type Layer =
  | {
      readonly kind: 'defaults';
      readonly values: ReadonlyMap<DirectiveName, string>;
      /** Set by the image as well, to what is not known here. */
      readonly unknown?: ReadonlySet<DirectiveName>;
    }
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

/** A path of the container, of a file or of a folder, and the path here that stands at its place. */
export interface Mount {
  readonly inside: string;
  readonly outside: string;
}

/** One server, as far as what starts it is known: a file alone, or with the document that gives it to the server. */
export interface Deployment {
  readonly id: string;
  /** The documents that start it, in the order in which they are laid over each other; none for a file alone. */
  readonly hosts: readonly Source[];
  /** What these say of it; undefined: there are none. */
  readonly facts?: HostFacts | undefined;
  /** Where paths of the container lead to here. */
  readonly mounts: readonly Mount[];
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

/** What the server reads, one behind the other: the file that it is started with, then its arguments. */
export function sourcesIn({ layers }: Pick<Deployment, 'layers'>): readonly ConfigSource[] {
  return layers.flatMap((layer) => (layer.kind === 'defaults' ? [] : [layer.source]));
}

/** What the image has instead of the target's own defaults: byte strings by directive; undefined: not known here. */
export function defaultsIn({ layers }: Pick<Deployment, 'layers'>): ReadonlyMap<DirectiveName, string | undefined> {
  return new Map(
    layers.flatMap((layer): readonly (readonly [DirectiveName, string | undefined])[] => {
      if (layer.kind !== 'defaults') return [];
      return [...layer.values, ...[...(layer.unknown ?? [])].map((name) => [name, undefined] as const)];
    }),
  );
}
