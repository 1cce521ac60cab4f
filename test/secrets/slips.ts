import { CANARY } from './placements.js';

/** Slips that put a password where the server does not look for one, as people make them. */
export interface Slip {
  readonly what: string;
  readonly text: string;
  readonly name: string;
}

const SERVER: readonly (readonly [what: string, text: string])[] = [
  ['a misspelt name with =', `requirepas=${CANARY}`],
  ['a misspelt name', `requirepas ${CANARY}`],
  ['a name with =', `requirepass=${CANARY}`],
  ['a name with :', `requirepass: ${CANARY}`],
  ['a name in capitals with blanks around =', `REQUIREPASS = ${CANARY}`],
  ['a quote right behind the name', `requirepass"${CANARY}"`],
  ['the whole line in quotes', `"requirepass ${CANARY}"`],
  ['no blank at all', `requirepass${CANARY}`],
  ['no blank behind a name of another program', `password${CANARY}`],
  ['the next line', `requirepass\n${CANARY}`],
  ['the line after the next', `requirepass\n\n${CANARY}`],
  ['one word too many', `requirepass ${CANARY} extra`],
  ['a name written with an escape', `"\\x72equirepass" ${CANARY}`],
  ['a no-break space', `requirepass\u00a0 ${CANARY}`],
  ['a no-break space alone', `masterauth\u00a0${CANARY}`],
  ['an open quote', `requirepass "${CANARY}`],
  ['text behind a quote', `requirepass "a"${CANARY}`],
  ['a comment of C++', `// requirepass ${CANARY}`],
  ['a comment of C++ without a blank', `//requirepass ${CANARY}`],
  ['a comment of INI files', `;requirepass ${CANARY}`],
  ['a comment of SQL', `-- requirepass ${CANARY}`],
  ['a comment of C', `/* requirepass ${CANARY} */`],
  ['a comment of HTML', `<!-- requirepass ${CANARY} -->`],
  ['a comment', `# requirepass ${CANARY}`],
  ['a comment without a blank', `#requirepass ${CANARY}`],
  ['a comment with =', `# requirepass=${CANARY}`],
  ['a comment with a no-break space', `#\u00a0requirepass\u00a0${CANARY}`],
  ['a commented-out user', `# user app on >${CANARY} ~* +@all`],
  ['a comment that tells', `# the old password was ${CANARY}`],
  ['a comment that tells in plain words', `# was: masterauth ${CANARY}`],
  ['a command line in a comment', `# redis-cli -h db -a ${CANARY} ping`],
  ['a comment behind a value', `port 6379 # requirepass ${CANARY}`],
  ['a comment behind addresses', `bind 127.0.0.1 # requirepass ${CANARY}`],
  ['a command', `config set requirepass ${CANARY}`],
  ['another command', `acl setuser app on >${CANARY}`],
  ['a login', `auth ${CANARY}`],
  ['a name of other programs', `password ${CANARY}\nmasterpass ${CANARY}\nslaveauth ${CANARY}`],
  ['a setting of Spring', `spring.redis.password=${CANARY}`],
  ['a line of a shell', `export REDIS_PASSWORD=${CANARY}`],
  ['a line of YAML', `REDIS_PASSWORD: ${CANARY}`],
  ['an address with a password', `replicaof redis://app:${CANARY}@db 6379`],
  ['a path with a password', `include redis://:${CANARY}@db/0`],
  ['a line of another directive', `loglevel ${CANARY}\nmaxmemory ${CANARY}\nsave 900 ${CANARY}\nappendonly ${CANARY}`],
  ['a number that is read as far as it is one', `# redis-conf-lint-target redis 6.2\nunixsocketperm ${CANARY}`],
  ['the port beside one for TLS', `bind 0.0.0.0\ntls-port 6380\ntls-auth-clients optional\nport ${CANARY}`],
  ['a switch', `bind 0.0.0.0\nprotected-mode ${CANARY}`],
  ['an address that cannot be listened on', `bind ::ffff:10.0.0.5 ${CANARY}`],
  ['a path where a name belongs', `appendfilename aof/${CANARY}.aof`],
  ['a class of clients', `client-output-buffer-limit ${CANARY} 0 0 0`],
  ['letters of events', `notify-keyspace-events ${CANARY}`],
  ['a TLS version', `tls-protocols "TLSv1.2 ${CANARY}"`],
  ['an argument of a module', `loadmodule /usr/lib/redis/auth.so PASSWORD ${CANARY}`],
  [
    'a number for which an old server takes any word',
    `# redis-conf-lint-target redis-3.0\nlist-max-ziplist-entries ${CANARY}`,
  ],
  ['a path with a backslash', `dir "d\\${CANARY}"`],
  ['a directive that is ignored', `list-max-ziplist-entries ${CANARY}`],
  ['the default of a placeholder', `requirepass {{ pw | default("${CANARY}") }}\ndir \${DIR:-${CANARY}}`],
  ['the new name of a command', `rename-command CONFIG ${CANARY}`],
  ['a new name that is taken', `rename-command CONFIG ${CANARY}\nrename-command DEBUG ${CANARY}`],
  [
    'a renamed command that is renamed again',
    `rename-command CONFIG ${CANARY}\nrename-command ${CANARY} a\nrename-command ${CANARY} b`,
  ],
  ['a password without its sign', `user app on ${CANARY} ~* +@read`],
  ['a password with the sign of a command', `user app on +${CANARY}`],
  ['a password with the sign of a removal', `user app on -${CANARY}`],
  ['a password with the sign of a category', `user app on @${CANARY}`],
  ['a password with the signs of a category', `user app on +@${CANARY}`],
  ['a password in a selector', `user app on (+get >${CANARY} ~x)`],
  ['a password in an open selector', `user app on (>${CANARY}`],
  ['a password as an argument of a command', `user app on nopass ~* +get|${CANARY}`],
  ['a password behind %', `user app on %${CANARY}`],
  ['a password instead of a name', `user >${CANARY} on ~* +@all`],
  ['a user in an unbalanced line', `user app on >${CANARY} "`],
  ['a suppression', `# redis-conf-lint-disable ${CANARY}`],
  ['a target', `# redis-conf-lint-target ${CANARY}`],
  ['a conflict', `<<<<<<< ${CANARY}\nrequirepass ${CANARY}\n=======\n>>>>>>> ${CANARY}`],
  ['a byte order mark', `\ufeffrequirepass ${CANARY}`],
  ['a NUL', `port 1\0${CANARY}\nrequirepass ${CANARY}`],
];

const SENTINEL: readonly (readonly [what: string, text: string])[] = [
  ['an open quote', `sentinel auth-pass main "${CANARY}`],
  ['swapped words', `sentinel auth-pass ${CANARY} main`],
  ['one word too many', `sentinel auth-pass main ${CANARY} extra`],
  ['a misspelt statement', `sentinel authpass main ${CANARY}`],
  ['no sentinel before it', `auth-pass main ${CANARY}`],
  ["Sentinel's own password in an open quote", `sentinel sentinel-pass "${CANARY}`],
  ['the new name of a command', `sentinel rename-command main CONFIG ${CANARY}`],
  ['a word behind a master', `sentinel monitor main 10.0.0.1 6379 2 ${CANARY}`],
  ['a word in the place of a number', `sentinel down-after-milliseconds main ${CANARY}`],
  ['a statement', `sentinel ${CANARY} main`],
  ['an id', `sentinel myid ${CANARY}`],
];

const ACL: readonly (readonly [what: string, text: string])[] = [
  ['no sign', `user app on ${CANARY} ~* +@read`],
  ['no user', `app on >${CANARY} ~* +@read`],
  ['a misspelt user', `usr app on >${CANARY} ~* +@read`],
  ['the password alone', `>${CANARY}`],
  ['quotes', `user app on ">${CANARY}" ~* +@read`],
  ['a comment', `# user app on >${CANARY} ~* +@read`],
  ['another rule that is wrong', `user app on >${CANARY} ~* +@nosuchcategory`],
];

const named =
  (dialect: string, name: string) =>
  ([what, text]: readonly [string, string]): Slip => ({ what: `${what} (${dialect})`, name, text: `${text}\n` });

export const SLIPS: readonly Slip[] = [
  ...SERVER.map(named('redis.conf', 'bad.conf')),
  ...SENTINEL.map(([what, text]) =>
    named('sentinel.conf', 'sentinel.conf')([what, `sentinel monitor main 10.0.0.1 6379 2\n${text}`]),
  ),
  ...ACL.map(named('ACL file', 'users.acl')),
];
