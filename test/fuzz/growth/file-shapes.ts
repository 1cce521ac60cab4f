import { ACL_FILE, lines, numbered, repeat, SENTINEL, type Shape } from './shape.js';

const DIRECTIVES = ['port 6379', 'maxmemory 1gb', 'appendonly yes', 'bind 127.0.0.1', 'timeout 0', 'loglevel notice'];
const at = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;

/** Many lines. */
export const FILE_SHAPES: readonly Shape[] = [
  lines('blank lines', () => ''),
  lines('comments', (index) => `# comment ${index}`),
  lines('banners', (index) => `#### SECTION ${String.fromCharCode(65 + (index % 26))} ####`),
  lines('banners and directives', (index) => (index % 2 ? 'port 6379' : '##### NETWORK #####')),
  lines('examples', (index) => `# requirepass foobared${index}`),
  lines('foreign comments', (index) => `// comment ${index} */`),
  lines('one directive again and again', (index) => `port ${6000 + (index % 1000)}`),
  lines('a few directives again and again', (index) => at(DIRECTIVES, index)),
  lines('directives that add up', (index) => `save ${index + 1} 1`),
  lines('unknown names', (index) => `nosuch-${index} yes`),
  lines('names misspelt', () => 'maxmemroy 100mb'),
  lines('names of other versions', (index) =>
    at(['slave-read-only yes', 'io-threads-do-reads yes', 'lua-time-limit 1'], index),
  ),
  lines('names with equal signs', (index) => `port=${index}`),
  lines('bad values', (index) => `appendonly maybe${index}`),
  lines('bad numbers', (index) => `maxclients ${index}x`),
  lines('quotes that are not closed', (index) => `dir "/var/lib/redis${index}`),
  lines('inline comments', (index) => `port 6379 # ${index}`),
  lines('no-break spaces', () => 'port\u00a06379'),
  lines('conflict markers', (index) => at(['<<<<<<<', '=======', '>>>>>>>'], index)),
  lines('passwords', (index) => `requirepass secret${index}`),
  lines('renames of one command', (index) => `rename-command CONFIG c${index}`),
  lines('renames of many commands', (index) => `rename-command CMD${index} new${index}`),
  lines('renames in a chain', (index) => `rename-command N${index} N${index + 1}`),
  lines('addresses', (index) => `bind 10.0.${index % 256}.1`),
  lines('modules', (index) => `loadmodule /usr/lib/m${index}.so`),
  lines('template tags that stay open', () => '{% if x'),
  lines('template lines', (index) => `{{ value${index} }}`),
  lines('placeholders', (index) => `maxmemory \${SIZE${index}}`),
  lines('NUL bytes', (index) => `port 6379\0${index}`),
  lines('carriage returns', () => 'port 6379\r'),
  lines('target comments', () => '# redis-conf-lint-target redsi'),
  lines('suppressions of the next line', () => '# redis-conf-lint-disable-next-line net-bind-all'),
  lines('suppressions and findings', (index) =>
    index % 2 ? `nosuch${index} yes` : '# redis-conf-lint-disable-next-line syntax-unknown-directive',
  ),
  lines('suppressions never ended', (index) => `# redis-conf-lint-disable rule-${index}`),
  lines('suppressions ended', (index) =>
    index % 2 ? '# redis-conf-lint-enable net-bind-all' : '# redis-conf-lint-disable net-bind-all',
  ),
  lines('suppressions of one rule around findings', (index) =>
    at(['# redis-conf-lint-disable syntax-unknown-directive', 'nosuch yes', '# redis-conf-lint-enable'], index),
  ),
  lines('users', (index) => `user u${index} on >p${index} ~app:* +@read`),
  lines('one user again and again', (index) => `user a on >p${index} ~app:* +@read`),
  lines('users with one password', (index) => `user u${index} on >secret ~* +@all`),
  lines('users without passwords', (index) => `user u${index} on nopass ~* &* +@all`),
  lines('users with a selector', (index) => `user u${index} on >p (+get ~a)`),
  lines('users with faults', (index) => `user u${index} on bad`),
  {
    name: 'a user of many first arguments',
    text: (size) => `user a on ${numbered((index) => `+get|a${index}`, size).replaceAll('\n', ' ')}\n`,
  },
  lines('users with unknown commands', (index) => `user u${index} on +nosuch${index}`),
  lines('users of an ACL file', (index) => `user u${index} on >p${index} ~app:* +@read`, ACL_FILE),
  lines('one user of an ACL file', (index) => `user a on >p${index} ~app:* +@read`, ACL_FILE),
  lines('faults of an ACL file', (index) => `usr u${index} on`, ACL_FILE),
  lines('comments of an ACL file', (index) => `# user ${index}`, ACL_FILE),
  lines('monitored masters', (index) => `sentinel monitor m${index} 127.0.0.1 6379 2`, SENTINEL),
  lines('one monitored master', () => 'sentinel monitor m 127.0.0.1 6379 2', SENTINEL),
  lines('passwords of masters', (index) => `sentinel auth-pass m${index} secret${index}`, SENTINEL),
  lines('known replicas', (index) => `sentinel known-replica m 10.0.${index % 256}.1 ${6000 + index}`, SENTINEL),
  lines('statements that do not exist', (index) => `sentinel nosuch${index} m`, SENTINEL),
  {
    name: 'masters with all that belongs to them',
    path: SENTINEL,
    text: (size) =>
      numbered(
        (index) =>
          at(['monitor m# 127.0.0.1 6379 2', 'auth-pass m# s', 'quorum m# 2', 'down-after-milliseconds m# 5'], index)
            .replace('#', String(index >> 2))
            .replace(/^/, 'sentinel '),
        size,
      ),
  },
  {
    name: 'includes of one file',
    text: includes(() => 'a.conf'),
    files: () => ({ '/etc/redis/a.conf': 'port 6379\n' }),
  },
  { name: 'includes of files that are not there', text: includes((index) => `a${index}.conf`) },
  {
    name: 'includes of many files',
    text: includes((index) => `a${index}.conf`),
    files: (size) =>
      Object.fromEntries(Array.from({ length: size / 10 }, (_, index) => [`/etc/redis/a${index}.conf`, 'port 1\n'])),
  },
  {
    name: 'a pattern for many files',
    text: () => 'include *.conf.part\n',
    files: (size) =>
      Object.fromEntries(
        Array.from({ length: size / 20 }, (_, index) => [`/etc/redis/${index}.conf.part`, 'maxmemory 1gb\n']),
      ),
  },
  {
    name: 'a pattern for files without line ends',
    text: () => 'include *.conf.part\n',
    files: (size) =>
      Object.fromEntries(Array.from({ length: size / 20 }, (_, index) => [`/etc/redis/${index}.conf.part`, 'port 1'])),
  },
  {
    name: 'files that include the next one twice',
    text: () => 'include f0.conf\ninclude f0.conf\n',
    files: (size) =>
      Object.fromEntries(
        Array.from({ length: Math.log2(size) }, (_, index) => [
          `/etc/redis/f${index}.conf`,
          `include f${index + 1}.conf\ninclude f${index + 1}.conf\n`,
        ]),
      ),
  },
  {
    name: 'a large file that is included often',
    text: () => repeat('include big.conf\n', 4000),
    files: (size) => ({ '/etc/redis/big.conf': repeat('maxmemory 1gb\n', size) }),
  },
  {
    name: 'an ACL file that is named',
    text: () => 'aclfile /etc/redis/users.acl\n',
    files: (size) => ({ [ACL_FILE]: numbered((index) => `user u${index} on >p${index} ~app:* +@read`, size) }),
  },
  project('nested brackets', (size) => `{"a":${repeat('[', size)}`),
  project('unknown settings', (size) => `{${numbered((index) => `"a${index}": 1,`, size)}}`),
  project('unknown rules', (size) => `{"rules":{${numbered((index) => `"r${index}": "off",`, size)}}}`),
  project('globs', (size) => `{"ignore":[${numbered((index) => `"a${index}/**/*.acl",`, size)}]}`),
  project('a glob of stars', (size) => `{"ignore":["${repeat('*a', size)}b"]}`),
  project('overrides', (size) => `{"overrides":[${numbered(() => '{"files":"*.conf","role":"cache"},', size)}]}`),
  project('extended files', (size) => `{"extends":[${numbered((index) => `"e${index}.json",`, size)}]}`),
  project('what is no JSON', (size) => repeat('}', size)),
  project('quotes', (size) => repeat('"', size)),
  project('comments', (size) => repeat('/*', size)),
];

function includes(nameAt: (index: number) => string): Shape['text'] {
  return (size) => numbered((index) => `include ${nameAt(index)}`, size);
}

/** A short configuration whose project has a long one. */
function project(what: string, text: (size: number) => string): Shape {
  return {
    name: `.redis-conf-lint.json: ${what}`,
    text: () => 'port 6379\n',
    files: (size) => ({ '/etc/redis/.redis-conf-lint.json': text(size) }),
  };
}
