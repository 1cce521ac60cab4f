import type { Dialect } from '../../config/occurrence.js';
import { recognise } from '../../project/recognise.js';

/** What a file is that a document writes or names, by its path and, where it is known, by its text. */
export function dialectOfFile(path: string, text = ''): Dialect | undefined {
  const found = recognise(path, text);
  if (!found || found.sure === 'maybe') return undefined;
  return found.as === 'server' || found.as === 'sentinel' || found.as === 'acl' ? found.as : undefined;
}
