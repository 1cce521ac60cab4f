import type { Exposure } from '../config/meaning/exposure.js';
import type { Location } from '../config/occurrence.js';
import type { FindingDraft } from './finding.js';

/**
 * What makes a server open to strangers, in the order in which one finding tells the whole: nobody has to log in, it
 * listens beyond this machine, and protected mode lets strangers in; and what they may do then.
 */
const OPEN_SERVER: readonly string[] = [
  'auth-missing',
  'auth-requirepass-empty',
  'auth-default-user-nopass',
  'auth-default-user-open-in-aclfile',
  'net-bind-all',
  'net-bind-public-address',
  'net-bind-missing',
  'net-protected-mode-off',
  'net-protected-mode-defeated-by-bind',
  'cmd-dangerous-available',
];

/**
 * One state, one leading finding: it names the places of the others, which stay where they are, with their severity and
 * their fixes, as parts of it.
 */
export function withLeadingFinding(
  findings: readonly FindingDraft[],
  { auth, isReachable }: Pick<Exposure, 'auth' | 'isReachable'>,
): readonly FindingDraft[] {
  if (auth !== 'open' || !isReachable) return findings;
  const state = findings
    .filter(({ rule }) => OPEN_SERVER.includes(rule))
    .sort((a, b) => OPEN_SERVER.indexOf(a.rule) - OPEN_SERVER.indexOf(b.rule));
  const [leading, ...parts] = state;
  if (!leading || parts.length === 0) return findings;
  const elsewhere = parts.filter(({ at }) => !isSamePlace(at, leading.at));
  const places = elsewhere.map(({ at }) => ({ at, message: 'This is a part of it.' }));
  return findings.map((finding) => {
    if (finding === leading) return { ...finding, related: [...finding.related, ...places] };
    return parts.includes(finding) ? { ...finding, partOf: leading.rule } : finding;
  });
}

function isSamePlace(one: Location, other: Location): boolean {
  return one.source === other.source && one.line === other.line && one.at.start === other.at.start;
}
