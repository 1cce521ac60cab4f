import type { Location, SourceId } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { eachOnce } from '../text/each-once.js';

/** A word that names one file, and the path it means. */
export interface FileLink {
  readonly at: Location;
  readonly path: string;
}

/** The links of one file, each place once. Patterns that match many files are left out, and modules, which are no text. */
export function fileLinks({ fileReferences }: ResolvedConfiguration, id: SourceId): readonly FileLink[] {
  const links = fileReferences.flatMap(({ directive, at, paths }): FileLink[] => {
    const [path, ...others] = paths;
    if (at.source !== id || path === undefined || others.length > 0 || directive === 'loadmodule') return [];
    return [{ at, path }];
  });
  return eachOnce(
    links,
    ({ at: { line, at } }) => `${line} ${at.start}`,
    () => true,
  );
}
