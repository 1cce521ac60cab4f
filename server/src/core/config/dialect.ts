import { tellingLinesOf } from '../syntax/config-file.js';
import { fileNameOf } from './paths.js';
import type { Dialect, SourceFile } from './resolved-configuration.js';

/** What a file is, from its name, and where the name says nothing, from its lines. */
export function detectDialect({ path, file }: SourceFile): Dialect {
  const name = fileNameOf(path).toLowerCase();
  if (name.endsWith('.acl')) return 'acl';
  if (name.includes('sentinel')) return 'sentinel';
  const isSentinelLine = [...tellingLinesOf(file)].some(
    ([, line]) => line.kind === 'directive' && line.key === 'sentinel' && line.args.length > 0,
  );
  return isSentinelLine ? 'sentinel' : 'server';
}
