import type { SourceId } from '../config/occurrence.js';

/** What a configuration was read from. */
export interface ReadSources {
  /** The one that the server is started with first. */
  readonly sources: readonly SourceId[];
  /** A document starts the server: what that says of others is in other servers' documents too. */
  readonly isHosted?: boolean | undefined;
}

/**
 * The configurations that stand for themselves, in their order: a file that another one reads, or that a document gives
 * to a server, is judged as a part of that one. Of files that read each other the first stays.
 */
export function rootsAmong<Read extends ReadSources>(all: readonly Read[]): readonly Read[] {
  const included = new Set(all.flatMap(({ sources }) => sources.slice(1)));
  const kept = new Set(
    all.filter(({ sources: [root], isHosted }) => isHosted || root === undefined || !included.has(root)),
  );
  const covered = new Set([...kept].flatMap(({ sources }) => sources));
  for (const read of all) {
    const [root] = read.sources;
    if (kept.has(read) || root === undefined || covered.has(root)) continue;
    kept.add(read);
    for (const source of read.sources) covered.add(source);
  }
  return all.filter((read) => kept.has(read));
}

/** The configurations that judge a source: those that read it. */
export function judging<Read extends ReadSources>(source: SourceId, roots: readonly Read[]): readonly Read[] {
  return roots.filter(({ sources }) => sources.includes(source));
}
