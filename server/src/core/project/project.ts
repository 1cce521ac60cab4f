import type { Deployment } from '../config/deployment.js';
import type { SourceId } from '../config/occurrence.js';
import { judging, type ReadSources, rootsAmong } from './membership.js';
import { type FileReport, type RootResult, reportsByFile } from './reports.js';

/** A deployment and what its configuration was read from. */
export interface Member extends ReadSources {
  readonly deployment: Deployment;
}

/** The servers that some files are for. */
export interface Project {
  /** Those that stand for themselves. */
  readonly roots: readonly Deployment[];
  /** Those that read a source. */
  readonly judging: (source: SourceId) => readonly Deployment[];
  /** What they come to, by the source that has to change; results of others are left out. */
  readonly reports: (results: Iterable<RootResult>) => readonly FileReport[];
}

/** @param members in the order in which they were named or opened: of files that read each other the first is a root. */
export function projectOf(members: readonly Member[]): Project {
  const roots = rootsAmong(members.map((member) => ({ isHosted: member.deployment.hosts.length > 0, ...member })));
  const ids = new Set(roots.map(({ deployment }) => deployment.id));
  return {
    roots: roots.map(({ deployment }) => deployment),
    judging: (source) => judging(source, roots).map(({ deployment }) => deployment),
    reports: (results) => reportsByFile([...results].filter(({ deployment }) => ids.has(deployment))),
  };
}
