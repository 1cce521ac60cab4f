import type { EnvironmentVariable, HostFacts } from '../config/host-facts.js';
import type { DirectiveName } from '../directives/catalog.js';

/** What an image has instead of the server's own defaults. */
export interface ImageDefaults {
  /** Byte strings by directive. */
  readonly values: ReadonlyMap<DirectiveName, string>;
  /** Set by its entrypoint, to what is not known here. */
  readonly unknown: ReadonlySet<DirectiveName>;
}

const NONE: ImageDefaults = { values: new Map(), unknown: new Set() };
const UNPROTECTED: ImageDefaults = { ...NONE, values: new Map([['protected-mode', 'no']]) };

/**
 * The official images are compiled with protected mode off, read up to redis 8.6.4 and valkey 8.0, and taken to be so in
 * the newer ones; the entrypoint of Redis Stack switches it off. Bitnami's writes a file from its variables, unless one is
 * mounted in its place. Charts that are told to ask for no password switch it off too.
 * @param hasFile it is started with a file of somebody's own
 */
export function defaultsOfImage({ image, environment, authDisabled }: HostFacts, hasFile: boolean): ImageDefaults {
  if (authDisabled) return UNPROTECTED;
  switch (image?.family) {
    case 'redis':
    case 'valkey':
    case 'stack':
      return UNPROTECTED;
    case 'bitnami':
      return hasFile ? NONE : defaultsOfBitnami(environment);
    default:
      return NONE;
  }
}

const PASSWORD = /^(?:REDIS|VALKEY)_PASSWORD(?:_FILE)?$/;

/** Without a password it starts only where that is allowed, and switches protected mode off then. */
function defaultsOfBitnami(environment: readonly EnvironmentVariable[]): ImageDefaults {
  const password = environment.find(({ name, value }) => PASSWORD.test(name) && value !== '');
  const isAllowed = environment.some(({ name, value = '' }) => name === 'ALLOW_EMPTY_PASSWORD' && ON.test(value));
  if (!password && isAllowed) return UNPROTECTED;
  const { name = '', value } = password ?? {};
  return value === undefined || name.endsWith('_FILE')
    ? { ...NONE, unknown: new Set<DirectiveName>(['requirepass']) }
    : { ...NONE, values: new Map([['requirepass', value]]) };
}

const ON = /^(?:yes|true|1)$/i;
