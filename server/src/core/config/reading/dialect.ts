import { dialectOf, type Evidence, evidenceOf } from '../../project/recognise.js';
import { createRemember, type Remember } from '../../text/remember.js';
import type { ConfigSource, Dialect } from '../occurrence.js';

/**
 * What a file is that nobody has named: by all its lines, of which prose says nothing. `remember`: the host's, so that a
 * line that was not edited is not weighed again.
 */
export function detectDialect(
  { path, file }: Pick<ConfigSource, 'path' | 'file'>,
  remember: Remember = createRemember(),
): Dialect {
  return dialectOf(path, evidenceIn(file, remember));
}

function* evidenceIn(file: ConfigSource['file'], remember: Remember): Iterable<Evidence> {
  for (const [, line] of file.lines.telling()) {
    // A comment speaks for nothing, whatever it says.
    if (line.kind !== 'comment') yield remember(evidenceOf, line, line.text);
  }
}
