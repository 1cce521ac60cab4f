import raw from './data/vulnerabilities.json';
import { compareVersions, type Product, parseVersion, type Target } from './target.js';

/** A published vulnerability, as far as a configuration can say whether it matters. Only cells with a source are filled. */
export interface Vulnerability {
  /** CVE id. */
  readonly id: string;
  /** What it allows, as the end of a sentence. */
  readonly what: string;
  readonly severity: 'error' | 'warning' | 'information';
  /** First fixed release of each line (major.minor); a line that is missing is unknown, not safe. */
  readonly fixed: Readonly<Partial<Record<Product, readonly string[]>>>;
  /** Whoever may run none of these commands cannot use it. */
  readonly commands?: readonly string[];
  /** Needs no login, only a connection from outside. */
  readonly network?: boolean;
  /** Harmless while a directive has this value. */
  readonly unlessSetting?: { readonly name: string; readonly value: string };
  readonly onlyIfSetting?: { readonly name: string; readonly value: string };
  /** Matters only when a line sets this directive. */
  readonly onlyIfSet?: string;
}

const DATA = raw as unknown as {
  readonly dataAsOf: string;
  readonly endOfLife: Readonly<Record<Product, readonly string[]>>;
  readonly vulnerabilities: readonly Vulnerability[];
};

/** The whole table. */
export const VULNERABILITIES: readonly Vulnerability[] = DATA.vulnerabilities;

/** The day on which the table was true: findings say so, for a table ages. */
export const VULNERABILITIES_AS_OF = DATA.dataAsOf;

/** A vulnerability that a target has. */
export interface OpenVulnerability {
  readonly vulnerability: Vulnerability;
  /** First release of the target's line without it. */
  readonly fixedIn: string;
}

/** What is fixed in the target's line, but in a later release than the target. */
export function vulnerabilitiesOf({ product, version }: Target): readonly OpenVulnerability[] {
  return DATA.vulnerabilities.flatMap((vulnerability) => {
    const fixedIn = vulnerability.fixed[product]?.find((release) => {
      const fixed = parseVersion(release);
      return fixed?.major === version.major && fixed.minor === version.minor;
    });
    const fixed = fixedIn === undefined ? undefined : parseVersion(fixedIn);
    return fixedIn !== undefined && fixed && compareVersions(version, fixed) < 0 ? [{ vulnerability, fixedIn }] : [];
  });
}

/** Whether the target's line (major.minor) gets no more fixes. */
export function isEndOfLife({ product, version }: Target): boolean {
  return DATA.endOfLife[product].includes(`${version.major}.${version.minor}`);
}
