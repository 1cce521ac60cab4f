import { dialectOf } from '../../project/recognise.js';
import type { ConfigSource, Dialect } from '../occurrence.js';

/** What a file is that nobody has named: by all its lines, of which prose says nothing. */
export function detectDialect({ path, file }: Pick<ConfigSource, 'path' | 'file'>): Dialect {
  return dialectOf(path, textsOf(file));
}

function* textsOf(file: ConfigSource['file']): Iterable<string> {
  for (const [, { text }] of file.lines.telling()) yield text;
}
