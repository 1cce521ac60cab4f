import { OPTION_GROUPS, type OptionSpec } from './options.js';
import { wrap } from './terminal.js';
import { TOOL } from './tool.js';

const COLUMN = 26;

/** The text of --help, for a terminal of this width. */
export function usage(width: number): string {
  return `${TOOL.name} ${TOOL.version}
Finds what is wrong or dangerous in redis.conf, valkey.conf, sentinel.conf and
ACL files.

Usage: ${TOOL.name} [options] [files, folders or globs]

Without files: every Redis configuration below the current folder, and every
document that starts a server. Folders and globs leave out what .gitignore
names. "-" reads standard input.

${OPTION_GROUPS.map(({ title, options }) => `${title}:\n${options.map((option) => row(option, width)).join('\n')}`).join('\n\n')}

Exit codes:
  0  clean: no finding of error severity
  1  findings of error severity (--fail-on), or more warnings than
     --max-warnings allows; with -t: the server refuses to start
  2  what was named could not be read, analysed or written, or bad usage

Examples:
  ${TOOL.name} /etc/redis/redis.conf
  ${TOOL.name} -t /etc/redis/redis.conf && systemctl restart redis
  ${TOOL.name} --target redis-7.2 --fix deploy/
  ${TOOL.name} --format sarif --output redis.sarif
  ssh db cat /etc/redis/redis.conf | ${TOOL.name} -

${TOOL.page}
`;
}

function row({ name, short, value, help }: OptionSpec, width: number): string {
  const head = `  ${short ? `-${short}, ` : '    '}--${name}${value ? ` <${value}>` : ''}`;
  const [first = '', ...more] = wrap(help, Math.max(40, width - COLUMN - 2));
  const rest = more.map((line) => `\n${' '.repeat(COLUMN + 2)}${line}`).join('');
  return head.length > COLUMN
    ? `${head}\n${' '.repeat(COLUMN + 2)}${first}${rest}`
    : `${head.padEnd(COLUMN + 2)}${first}${rest}`;
}
