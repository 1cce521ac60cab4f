import { type ConfigSource, type Dialect, type SourceId, sourceIn } from './occurrence.js';

/** As what a configuration reads one of its files: the only answer to whether that is an ACL file. */
export function dialectIn(
  { files, dialect }: { readonly files: readonly ConfigSource[]; readonly dialect: Dialect },
  source: SourceId,
): Dialect {
  return sourceIn(files, source)?.dialect ?? dialect;
}
