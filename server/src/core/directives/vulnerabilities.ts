import raw from './data/vulnerabilities.json';
import { compareVersions, NEWEST_PATCH, type Product, parseVersion, type Target, type Version } from './target.js';

/** A published vulnerability, as far as a configuration can say whether it matters. Only cells with a source are filled. */
export interface Vulnerability {
  /** CVE or advisory id; one of our own where it has none. */
  readonly id: string;
  /** What it allows, as the end of a sentence. */
  readonly what: string;
  readonly severity: 'error' | 'warning' | 'information';
  /** First fixed release of each line (major.minor); a line that is missing is unknown, not safe. */
  readonly fixed: Readonly<Partial<Record<Product, readonly string[]>>>;
  /** Lines (major.minor) that got no release since. */
  readonly unfixed?: Readonly<Partial<Record<Product, readonly string[]>>>;
  /** First releases with it, of lines that began without it. */
  readonly introduced?: readonly string[];
  /** Whoever may run none of these commands cannot use it. */
  readonly commands?: readonly string[];
  /** Needs no login, only a connection from outside. */
  readonly network?: boolean;
  /** Harmless without users of their own, or without one whom patterns keep to some keys. */
  readonly needs?: 'users' | 'key-patterns';
  /** Harmless while a directive has this value. */
  readonly unlessValue?: { readonly name: string; readonly value: string };
  readonly onlyIfValue?: { readonly name: string; readonly value: string };
  /** Matters only when a line sets this directive. */
  readonly onlyIfSet?: string;
  /** Harmless while the replies that wait for this class of clients have a hard limit. */
  readonly unlessOutputLimit?: 'normal';
  /** Of a Sentinel; missing: of a server. */
  readonly dialect?: 'sentinel';
}

interface Data {
  readonly asOf: string;
  /** Newest release of each line that gets some, oldest line first. */
  readonly newest: Readonly<Record<Product, readonly string[]>>;
  readonly endOfLife: Readonly<Record<Product, readonly string[]>>;
  readonly vulnerabilities: readonly Vulnerability[];
}

const DATA = raw as unknown as Data;

/** The whole table. */
export const VULNERABILITIES: readonly Vulnerability[] = DATA.vulnerabilities;

/** The day on which the table was true: findings say so, for a table ages. */
export const VULNERABILITIES_AS_OF = DATA.asOf;

/** One that a target has. */
export interface OpenVulnerability {
  readonly vulnerability: Vulnerability;
  /** First release of the target's line without it; undefined: there is none. */
  readonly fixedIn: string | undefined;
}

/** What is fixed in the target's line, but in a later release than the target, and what is not fixed in its line at all. */
export function vulnerabilitiesOf({ product, version }: Target): readonly OpenVulnerability[] {
  return DATA.vulnerabilities.flatMap((vulnerability) => {
    const { fixed, unfixed, introduced = [] } = vulnerability;
    const first = introduced.flatMap((release) => parseVersion(release) ?? []).find((each) => isLine(each, version));
    if (first && compareVersions(version, first) < 0) return [];
    if (unfixed?.[product]?.includes(lineOf(version))) return [{ vulnerability, fixedIn: undefined }];
    const fixedIn = fixed[product]?.find((release) => isLine(parseVersion(release), version));
    const release = fixedIn === undefined ? undefined : parseVersion(fixedIn);
    return release && compareVersions(version, release) < 0 ? [{ vulnerability, fixedIn }] : [];
  });
}

/**
 * The oldest line from the target's on whose newest release has none of them, by that release: `8.2.10` for 8.0, which
 * got no fix since February 2026. Undefined: none has.
 */
export function nearestSafeRelease({ product, version }: Target): string | undefined {
  return DATA.newest[product].find((text) => {
    const release = parseVersion(text);
    const isLater = release && compareVersions({ ...release, patch: NEWEST_PATCH }, version) >= 0;
    return isLater && vulnerabilitiesOf({ product, version: release }).length === 0;
  });
}

/** Whether the target's line (major.minor) gets no more fixes. */
export function isEndOfLife({ product, version }: Target): boolean {
  return DATA.endOfLife[product].includes(lineOf(version));
}

const lineOf = ({ major, minor }: Version): string => `${major}.${minor}`;
const isLine = (release: Version | undefined, { major, minor }: Version): boolean =>
  release?.major === major && release.minor === minor;
