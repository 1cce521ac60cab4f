import type { Deployment } from '../config/deployment.js';
import { containerSignOf } from '../config/meaning/container.js';
import type { ConfigSource } from '../config/occurrence.js';
import type { Told } from '../config/told.js';
import type { Target } from '../directives/target.js';

/** What is known of the server that a file alone is for. */
export interface BareRequest {
  readonly source: ConfigSource;
  readonly target: Told<Target>;
  /** The folder of its project; undefined: nobody knows. */
  readonly rootFolder: string | undefined;
  readonly around: string | undefined;
  readonly isDevelopment: boolean;
}

/** The server that is started with a file, where nothing tells who starts it. */
export function deploymentOf({ source, target, rootFolder, around, isDevelopment }: BareRequest): Deployment {
  const containerSign = containerSignOf(source, rootFolder);
  return {
    id: source.id,
    hosts: [],
    mounts: [],
    target,
    layers: [{ kind: 'file', source }],
    published: { value: 'unknown', by: 'default' },
    container: containerSign === undefined ? 'no' : 'guessed',
    containerSign,
    isDevelopment,
    unread: [],
    around,
  };
}
