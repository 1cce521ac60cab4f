import type { LineContext } from '../core/config/showing/hidden-spans.js';
import { type Catalog, catalogFor } from '../core/directives/catalog.js';
import { targetId } from '../core/directives/target.js';
import type { FileReport } from './report.js';

/** By path of core: how the lines of a file are read, which decides what of them may be shown. */
export function lineContexts(files: readonly FileReport[]): ReadonlyMap<string, LineContext> {
  const catalogs = new Map<string, Catalog>();
  return new Map(
    files.map(({ source, dialect, target }) => {
      const id = targetId(target.value);
      const catalog = catalogs.get(id) ?? catalogFor(target.value);
      catalogs.set(id, catalog);
      return [source.path, { catalog, dialect }];
    }),
  );
}
