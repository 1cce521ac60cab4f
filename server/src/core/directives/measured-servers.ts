import { compareVersions, parseTarget, type Target } from './target.js';

/** The servers that the facts were measured on, oldest first within a product. */
export const MEASURED_SERVERS = [
  'redis-6.2.16',
  'redis-7.0.15',
  'redis-7.2.6',
  'redis-7.4.1',
  'redis-8.0.2',
  'redis-8.0.6',
  'redis-8.6.3',
  'valkey-7.2.7',
  'valkey-8.0.1',
  'valkey-8.1.1',
  'valkey-9.1.2',
] as const;

/** The name of a measured server, as `differsIn` of the facts has it. */
export type MeasuredServer = (typeof MEASURED_SERVERS)[number];

const PARSED = MEASURED_SERVERS.flatMap((id) => {
  const target = parseTarget(id);
  return target ? [{ id, target }] : [];
});

/** The measured server whose behaviour a target is taken to have: the newest that is not newer, else the oldest. */
export function measuredServerFor({ product, version }: Target): MeasuredServer {
  const candidates = PARSED.filter(({ target }) => target.product === product);
  const known = candidates.filter(({ target }) => compareVersions(target.version, version) <= 0).at(-1);
  const sameMinor = candidates.find(
    ({ target }) => target.version.major === version.major && target.version.minor === version.minor,
  );
  return (known ?? sameMinor ?? candidates[0])?.id ?? 'redis-8.6.3';
}
