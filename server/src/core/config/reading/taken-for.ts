import type { DirectiveName } from '../../directives/catalog.js';
import type { Location } from '../occurrence.js';
import { directoryOf, fileNameOf } from '../paths.js';
import type { FileReference } from './file-references.js';

/** A file that was read, or only found, in the place of one that the configuration names by a path of another machine. */
export interface TakenFor {
  /** What the configuration names. */
  readonly named: string;
  /** What stands here in its place. */
  readonly path: string;
  /** Where it is named. */
  readonly at: Location;
  /** What of it counts: its lines, the users in it, or only that it is there, as of a key. */
  readonly use: 'configuration' | 'users' | 'presence';
}

const USES: Readonly<Partial<Record<DirectiveName, TakenFor['use']>>> = { include: 'configuration', aclfile: 'users' };

/** Those of the files named that something else stands in for. */
export function takenForIn(references: readonly FileReference[]): readonly TakenFor[] {
  return references.flatMap(({ directive, at, paths, named }) => {
    if (named === undefined) return [];
    const use = USES[directive] ?? 'presence';
    return paths.map((path) => ({ named: `${directoryOf(named)}/${fileNameOf(path)}`, path, at, use }));
  });
}
