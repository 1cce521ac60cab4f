import type { DirectiveName } from './catalog.js';

const PATHS: ReadonlySet<string> = new Set<DirectiveName>([
  ...(['aclfile', 'appenddirname', 'appendfilename', 'dbfilename', 'dir', 'include', 'loadmodule'] as const),
  ...(['logfile', 'pidfile', 'tls-ca-cert-dir', 'tls-ca-cert-file', 'tls-cert-file', 'tls-client-cert-file'] as const),
  ...(['tls-client-key-file', 'tls-dh-params-file', 'tls-key-file', 'unixsocket'] as const),
]);
/** Other programs take these for a stream, or for no log at all; here only the empty name is the standard output. */
export const LOG_STREAMS: readonly string[] = ['stdout', 'stderr', 'syslog', 'console', 'none', 'null'];

/**
 * What a server makes of a path that was meant otherwise, completing "The server reads it as ..."; undefined where it takes
 * it as it looks. `raw` as written, `value` a byte string. In double quotes a backslash begins an escape: `\t` is a tab, and
 * of `\d` the letter is left (7.0.15).
 */
export function misreadPath(name: DirectiveName, raw: string, value: string): string | undefined {
  if (name === 'logfile' && LOG_STREAMS.includes(value.toLowerCase()))
    return 'the name of a file in the directory where it runs';
  if (!PATHS.has(name) || !raw.startsWith('"') || !raw.replaceAll(/\\[\\"]/g, '').includes('\\')) return undefined;
  return [...value].some((byte) => byte < ' ')
    ? 'a path with control characters, as "\\t" and "\\r" are in double quotes'
    : 'a path without the backslashes, which double quotes take away';
}
