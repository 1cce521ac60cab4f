import { compareVersions, isSameLine, parseTarget, type Target } from './target.js';

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

type MeasuredServer = (typeof MEASURED_SERVERS)[number];

/** Whether no server of the target's line, or of a later one, was measured. */
export function isNewerThanMeasured(target: Target): boolean {
  return !SERVERS.some(
    ({ like, target: other }) =>
      like === undefined &&
      other.product === target.product &&
      (isSameLine(other, target) || compareVersions(other.version, target.version) > 0),
  );
}

/**
 * Servers that only sources, release notes and the builds of others tell of, each with the measured one that it is
 * like in everything that is not said to differ.
 */
const LIKE = {
  'redis-3.2.13': 'redis-6.2.16',
  'redis-4.0.14': 'redis-6.2.16',
  'redis-8.2.10': 'redis-8.0.6',
  'redis-8.4.7': 'redis-8.0.6',
  'valkey-9.0.6': 'valkey-9.1.2',
  'valkey-9.2.0': 'valkey-9.1.2',
} as const satisfies Readonly<Record<string, MeasuredServer>>;

const SERVERS = [...MEASURED_SERVERS.map((id) => [id, undefined] as const), ...Object.entries(LIKE)]
  .flatMap(([id, like]) => {
    const target = parseTarget(id);
    return target ? [{ id, like, target }] : [];
  })
  .sort((a, b) => compareVersions(a.target.version, b.target.version));

/**
 * What the server has instead that a target is taken to be: of its own line the newest that is not newer, or the
 * oldest; where there is none the newest that is not newer, or the oldest of all.
 */
export function factsForServer<T>(differsIn: Readonly<Record<string, T>> | undefined, target: Target): T | undefined {
  if (!differsIn) return undefined;
  const ofProduct = SERVERS.filter((server) => server.target.product === target.product);
  const ofLine = ofProduct.filter((server) => isSameLine(server.target, target));
  const candidates = ofLine.length > 0 ? ofLine : ofProduct;
  const notNewer = candidates.filter((server) => compareVersions(server.target.version, target.version) <= 0);
  const { id, like } = notNewer.at(-1) ?? candidates[0] ?? {};
  return differsIn[id ?? ''] ?? differsIn[like ?? ''];
}
