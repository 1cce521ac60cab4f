import { directoryOf, resolvePath } from '../config/paths.js';
import type { Location, ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { DirectiveName } from '../directives/catalog.js';
import { textOfBytes } from '../syntax/bytes.js';

/** A word that names a file, and the path it means. */
export interface FileReference {
  readonly at: Location;
  readonly path: string;
}

const NAMING_FILES: readonly DirectiveName[] = ['include', 'aclfile'];

/** Files that lines of one file name: `include` and `aclfile`. Patterns name many files and are left out. */
export function fileReferences(config: ResolvedConfiguration, path: string): readonly FileReference[] {
  return NAMING_FILES.flatMap((name) =>
    config.occurrences(name).flatMap((occurrence): FileReference[] => {
      const word = occurrence.args[0];
      if (occurrence.path !== path || occurrence.isTemplated || !word || /^$|[*?[]/.test(word.value)) return [];
      const target = resolvePath(directoryOf(config.root.path), textOfBytes(word.value));
      return [{ at: { path, line: occurrence.line, at: word }, path: target }];
    }),
  );
}
