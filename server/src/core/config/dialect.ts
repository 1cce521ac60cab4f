import { tellingLinesOf } from '../syntax/config-file.js';
import { fileNameOf } from './paths.js';
import type { Dialect, SourceFile } from './resolved-configuration.js';

/** Sentinel keeps no data: where one of these stands beside `sentinel` lines, those strayed into a server's file. */
const DATA_DIRECTIVES: ReadonlySet<string> = new Set([
  'appendonly',
  'save',
  'maxmemory',
  'dbfilename',
  'cluster-enabled',
]);

/** What a file is, from its name, and where the name says nothing, from its lines. */
export function detectDialect({ path, file }: SourceFile): Dialect {
  const name = fileNameOf(path).toLowerCase();
  if (name.endsWith('.acl')) return 'acl';
  if (name.includes('sentinel')) return 'sentinel';
  let hasSentinelLine = false;
  for (const [, line] of tellingLinesOf(file)) {
    if (line.kind !== 'directive') continue;
    if (DATA_DIRECTIVES.has(line.key)) return 'server';
    hasSentinelLine ||= line.key === 'sentinel' && line.args.length > 0;
  }
  return hasSentinelLine ? 'sentinel' : 'server';
}
