import type { HostFacts, PublishedPort } from '../../config/host-facts.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import type { Fix } from '../rule.js';

/** Whether nobody has to log in; where that is not known, nobody says so. */
export function isOpenToStrangers({ defaultUser }: Pick<ResolvedConfiguration, 'defaultUser'>): boolean {
  return defaultUser.state === 'open';
}

/** Whether a document tells a cluster what to run, rather than one machine. */
export function isForCluster({ kind }: Pick<HostFacts, 'kind'>): boolean {
  return kind === 'kubernetes' || kind === 'helm';
}

/** A fix of a way in, where the document can be written so. */
export function fixOfWayIn(
  { at: { source } }: PublishedPort,
  edits: ReturnType<PublishedPort['narrowed']>,
  words: Pick<Fix, 'title'> & { readonly consequence: string },
): readonly Fix[] {
  return edits ? [{ ...words, effect: 'access', edits: edits.map((edit) => ({ ...edit, source })) }] : [];
}
