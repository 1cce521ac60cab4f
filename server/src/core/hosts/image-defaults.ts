import type { DirectiveName } from '../directives/catalog.js';
import type { Target } from '../directives/target.js';
import type { HostedServer } from './host-reading.js';

/**
 * What an image has instead of the server's own defaults: the official ones are compiled with protected mode off, read
 * up to redis 8.6.4 and valkey 8.0, and taken to be so in the newer ones.
 */
export function defaultsOfImage({ facts }: HostedServer, _target: Target): ReadonlyMap<DirectiveName, string> {
  const family = facts.image?.family;
  const isOff = family === 'redis' || family === 'valkey' || family === 'stack' || allowsEmptyPassword(facts);
  return isOff ? new Map<DirectiveName, string>([['protected-mode', 'no']]) : new Map();
}

/** Bitnami's entrypoint switches protected mode off where no password is asked for. */
function allowsEmptyPassword({ image, environment }: HostedServer['facts']): boolean {
  if (image?.family !== 'bitnami') return false;
  return environment.some(({ name, value }) => name === 'ALLOW_EMPTY_PASSWORD' && /^(yes|true|1)$/i.test(value ?? ''));
}
