import type { Location, SourceId } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';

/** A word that names one file, and the path it means. */
export interface FileLink {
  readonly at: Location;
  readonly path: string;
}

/** The links of one file, each place once. Patterns that match many files are left out, and modules, which are no text. */
export function fileLinks({ fileReferences }: ResolvedConfiguration, id: SourceId): readonly FileLink[] {
  const links = new Map<string, FileLink>();
  for (const { directive, at, paths } of fileReferences) {
    const [target, ...others] = paths;
    if (at.source !== id || target === undefined || others.length > 0 || directive === 'loadmodule') continue;
    links.set(`${at.line} ${at.at.start}`, { at, path: target });
  }
  return [...links.values()];
}
