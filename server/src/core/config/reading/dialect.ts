import { ownNameOf } from '../../directives/catalog.js';
import { tellingLinesOf } from '../../syntax/config-file.js';
import type { DirectiveLine } from '../../syntax/config-line.js';
import type { Dialect, SourceFile } from '../occurrence.js';
import { fileNameOf } from '../paths.js';

/** What only a server with data has a use for; the other directives stand in files of both. */
const ABOUT_DATA =
  /^(replica|repl-|masterauth$|masteruser$|min-replicas-|save$|append|aof-|auto-aof-|no-appendfsync|rdb|dbfilename$|databases$|stop-writes-|maxmemory|cluster-|active|lazyfree-|list-|hash-max|set-max|zset-max|notify-keyspace-events$|loadmodule$)/;
/** The port that each listens on unless told otherwise: a copied line still tells whose file it was. */
const USUAL_PORT: Readonly<Record<string, 'server' | 'sentinel'>> = { '6379': 'server', '26379': 'sentinel' };

/** What the lines of a file speak for, by count. */
interface Evidence {
  readonly server: number;
  readonly sentinel: number;
  /** `user` lines; all else that a server knows; what none knows. */
  readonly users: number;
  readonly others: number;
  readonly unknown: number;
}

/**
 * What a file is, by its content; by its name where the content does not decide. The name is often a folder's habit:
 * `redis-sentinel-node1.conf` may be the file of the server on that node.
 */
export function detectDialect(source: SourceFile): Dialect {
  const named = dialectOfName(source.path);
  const { users, others, unknown, server, sentinel } = evidenceIn(source);
  const isListOfUsers =
    named === 'acl' ? others <= users : users > unknown && others === 0 && !isConfigurationName(source.path);
  if (isListOfUsers) return 'acl';
  if (server === sentinel) return named === 'sentinel' ? 'sentinel' : 'server';
  return server > sentinel ? 'server' : 'sentinel';
}

/** What a name says of a file. */
export function dialectOfName(path: string): Dialect {
  const name = fileNameOf(path).toLowerCase();
  if (name.endsWith('.acl')) return 'acl';
  return name.includes('sentinel') ? 'sentinel' : 'server';
}

/** `user` lines alone may well be the part of a redis.conf that another file includes, or a template of it. */
const isConfigurationName = (path: string): boolean => /\.conf(\.|$)/i.test(fileNameOf(path));

function evidenceIn({ file }: SourceFile): Evidence {
  const found = { server: 0, sentinel: 0, users: 0, others: 0, unknown: 0 };
  for (const [, line] of tellingLinesOf(file)) {
    if (line.kind !== 'directive') continue;
    const name = ownNameOf(line.key);
    if (name === 'user') found.users++;
    else if (name === undefined) found.unknown++;
    else found.others++;
    const speaksFor = name && programOf(name, line);
    if (speaksFor) found[speaksFor]++;
  }
  return found;
}

function programOf(name: string, { args: [first] }: DirectiveLine): 'server' | 'sentinel' | undefined {
  if (name === 'sentinel') return first ? 'sentinel' : undefined;
  if (name === 'port') return USUAL_PORT[first?.value ?? ''];
  return ABOUT_DATA.test(name) ? 'server' : undefined;
}
