import { RELEASE_LINES } from './release-lines.js';

/** What the facts cover; a target begins with its name. */
export type Product = keyof typeof RELEASE_LINES;

/** `major.minor.patch`; `NEWEST_PATCH` where no patch level was named. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** The server that a configuration is for. */
export interface Target {
  readonly product: Product;
  readonly version: Version;
}

/** The first release of a line, or the one of that patch level. */
export const version = (major: number, minor: number, patch = 0): Version => ({ major, minor, patch });

/** Stands for "the newest patch level" where none was named. */
export const NEWEST_PATCH = 999;

/** The newest server whose facts the project holds: what a file without any hint is read for. */
export const NEWEST_REDIS: Target = { product: 'redis', version: version(8, 10, NEWEST_PATCH) };
/** The same for Valkey. */
export const NEWEST_VALKEY: Target = { product: 'valkey', version: version(9, 1, NEWEST_PATCH) };

/** Negative, zero or positive as `a` is older than, the same as or newer than `b`. */
export function compareVersions(a: Version, b: Version): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}

/** `7`, `7.0` or `7.0.15`; undefined for anything else. A missing part is 0. */
export function parseVersion(text: string): Version | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?$/.exec(text);
  return match ? version(Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)) : undefined;
}

/**
 * `redis-7.2`, `redis 7.2.6`, `valkey:8.1`; `redis-7` or `valkey` for the newest line of it that is wholly known.
 * Without a patch level the newest one is meant: facts of a minor version are those of its last measured patch.
 * Undefined for anything else, also for a release line that does not exist.
 */
export function parseTarget(text: string): Target | undefined {
  const match = /^(redis|valkey)(?:[-\s:@]+v?(\d{1,3}(?:\.\d{1,3}){0,2}))?$/i.exec(text.trim());
  if (!match) return undefined;
  const product = match[1]?.toLowerCase() === 'valkey' ? 'valkey' : 'redis';
  return match[2] === undefined ? newestOf(product) : releaseOf(product, match[2]);
}

/** The release that `7.2.6`, `7.2` or `7` means; undefined where there is no such line. */
export function releaseOf(product: Product, text: string): Target | undefined {
  const [major, minor, patch] = text.split('.');
  const lines = RELEASE_LINES[product]
    .filter((line) => (minor === undefined ? line.startsWith(`${major}.`) : line === `${major}.${minor}`))
    .map((line) => targetOfLine(product, line, patch === undefined ? NEWEST_PATCH : Number(patch)));
  return lines.findLast(isWhollyKnown) ?? lines.at(-1);
}

/** What a product's name alone stands for. */
export function newestOf(product: Product): Target {
  return product === 'redis' ? NEWEST_REDIS : NEWEST_VALKEY;
}

/** Whether the project holds all facts of a target: on a newer one, a name that it does not know may well exist. */
export function isWhollyKnown({ product, version: { major, minor } }: Target): boolean {
  return compareVersions(version(major, minor, NEWEST_PATCH), newestOf(product).version) <= 0;
}

/** Whether two targets are patch levels of one release line. */
export function isSameLine(a: Target, b: Target): boolean {
  return a.product === b.product && a.version.major === b.version.major && a.version.minor === b.version.minor;
}

/** Every release line in words: `Redis 2.6, 2.8, ... and Valkey 7.2, ...`. */
export function describeReleaseLines(): string {
  return `Redis ${RELEASE_LINES.redis.join(', ')} and Valkey ${RELEASE_LINES.valkey.join(', ')}`;
}

function targetOfLine(product: Product, line: string, patch: number): Target {
  const [major = 0, minor = 0] = line.split('.').map(Number);
  return { product, version: version(major, minor, patch) };
}

/** `Redis 7.2`, or `Redis 7.2.6` where a patch level is known. */
export function formatTarget({ product, version: { major, minor, patch } }: Target): string {
  const name = product === 'redis' ? 'Redis' : 'Valkey';
  return `${name} ${major}.${minor}${patch === NEWEST_PATCH ? '' : `.${patch}`}`;
}

/** `redis-7.2`, as `parseTarget` reads it. */
export function targetId(target: Target): string {
  return formatTarget(target).toLowerCase().replace(' ', '-');
}

/**
 * Whether the target is among these releases: `8.6.3` is that one alone, `7.4.9+` it and what follows it in its line.
 * For what one patch brought, and perhaps another took away again.
 */
export function isAmong(target: Target, releases: Readonly<Partial<Record<Product, readonly string[]>>>): boolean {
  return (releases[target.product] ?? []).some((release) => {
    const first = parseVersion(release.replace('+', ''));
    if (!first || first.major !== target.version.major || first.minor !== target.version.minor) return false;
    return release.endsWith('+') ? target.version.patch >= first.patch : target.version.patch === first.patch;
  });
}
