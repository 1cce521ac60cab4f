import type { Dialect, SourceFile } from './occurrence.js';

/** As what a configuration reads one of its files: the only answer to whether that is an ACL file. */
export function dialectIn(
  { files, dialect }: { readonly files: readonly SourceFile[]; readonly dialect: Dialect },
  path: string,
): Dialect {
  return files.find((file) => file.path === path)?.dialect ?? dialect;
}
