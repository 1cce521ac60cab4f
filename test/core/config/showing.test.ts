import assert from 'node:assert/strict';
import { maskSpans } from '../../../server/src/cli/code-frame.js';
import type { Dialect } from '../../../server/src/core/config/occurrence.js';
import { hiddenInText } from '../../../server/src/core/config/showing/hidden-spans.js';
import { DIRECTIVES, vocabularyOf } from '../../../server/src/core/config/showing/vocabulary.js';
import { catalogFor } from '../../../server/src/core/directives/catalog.js';
import { NEWEST_REDIS } from '../../../server/src/core/directives/target.js';
import { quoteName, quoteValue } from '../../../server/src/core/rules/building-blocks/quote.js';
import { parseFile } from '../../../server/src/core/syntax/config-file.js';

const CATALOG = catalogFor(NEWEST_REDIS);
const FILE = parseFile('');

function shown(text: string, dialect: Dialect = 'server', before?: string): string {
  return maskSpans(text, hiddenInText(text, before, FILE, { catalog: CATALOG, dialect })).replaceAll('********', '…');
}

describe('of a line is shown', () => {
  const whole: readonly string[] = [
    'port 6379',
    'bind 127.0.0.1 -::1 redis.internal',
    'maxmemory 512mb',
    'save 900 1 300 10',
    'dir /var/lib/redis',
    'logfile "/var/log/redis.log"',
    'replicaof db-1 6379',
    'requirepass ""',
    'rename-command CONFIG ""',
    'user app on ~app:* %R~log:* &news +@read -@dangerous +config|get (+get ~x)',
    'client-output-buffer-limit pubsub 32mb 8mb 60',
    '# port 6380',
    '# Applications connect through the proxy, replicas directly.',
    '################## NETWORK ##################',
    '# redis-conf-lint-disable net-bind-all -- behind a firewall',
    '# redis-conf-lint-target redis 7.2',
    '   ',
  ];
  for (const line of whole) it(`all: ${line}`, () => assert.equal(shown(line), line));

  const parts: readonly (readonly [line: string, shown: string])[] = [
    ['requirepass abc', 'requirepass …'],
    ['requirepass "a b" c', 'requirepass …'],
    ['requirepass=abc', 'requirepass=…'],
    ['requirepass: abc', 'requirepass: …'],
    ['requirepassabc', 'requirepass…'],
    ['"requirepass abc"', '"requirepass …'],
    ['requirepass "abc', 'requirepass …'],
    ['requirepas abc', 'requirepas …'],
    ['maxmemroy 100mb', 'maxmemroy …'],
    ['nonsense 1 2', '…'],
    ['port 6379 abc', 'port 6379 …'],
    ['port 99999', 'port 99999'],
    ['loglevel debg', 'loglevel debg'],
    ['loglevel hunter2', 'loglevel …'],
    ['bind 127.0.0.1 # the office', 'bind 127.0.0.1 …'],
    ['dir redis://app:abc@db', 'dir …'],
    ['rename-command CONFIG abc', 'rename-command CONFIG …'],
    ['rename-command abc ""', 'rename-command … ""'],
    ['loadmodule /usr/lib/redis/a.so abc 5', 'loadmodule /usr/lib/redis/a.so … 5'],
    ['user app on >abc ~app:* +@read', 'user app on >… ~app:* +@read'],
    ['user app on abc ~app:*', 'user app on … ~app:*'],
    ['user app on +abc -@abc', 'user app on +… -@…'],
    ['user app on nopas', 'user app on nopas'],
    ['user >abc on', 'user … on'],
    ['port {{ port }}', 'port {{ … }}'],
    ['# requirepass abc', '# requirepass …'],
    ['// requirepass abc', '// requirepass …'],
    ['# dir /srv/abc', '# dir …'],
    ['# user app on >abc', '# user …'],
    ['# the old password was hunter', '# the old password …'],
    ['# redis-cli -a hunter ping', '# redis-cli …'],
    ['# hunter', '# …'],
  ];
  for (const [line, part] of parts) it(`a part: ${part}`, () => assert.equal(shown(line), part));

  const sentinel: readonly (readonly [line: string, shown: string])[] = [
    ['sentinel monitor main 10.0.0.1 6379 2', 'sentinel monitor main 10.0.0.1 6379 2'],
    ['sentinel auth-pass main abc', 'sentinel auth-pass …'],
    ['sentinel rename-command main CONFIG abc', 'sentinel rename-command main CONFIG …'],
    ['sentinel parallel-syncs main abc', 'sentinel parallel-syncs …'],
  ];
  for (const [line, part] of sentinel)
    it(`in sentinel.conf: ${part}`, () => assert.equal(shown(line, 'sentinel'), part));

  const acl: readonly (readonly [line: string, shown: string])[] = [
    ['user app on #abc ~app:* +@read', 'user app on #… ~app:* +@read'],
    ['user app on ">abc"', 'user app on …'],
    ['usr app on >abc', 'usr …'],
    ['app on >abc', '…'],
  ];
  for (const [line, part] of acl) it(`in an ACL file: ${part}`, () => assert.equal(shown(line, 'acl'), part));

  it('nothing of the only word below a requirepass without a value', () => {
    assert.equal(shown('monitor', 'server', 'requirepass'), '…');
    assert.equal(shown('monitor', 'server', 'port 1'), 'monitor');
  });
});

describe('a message quotes', () => {
  const names: readonly (readonly [word: string, quoted: string])[] = [
    ['maxmemory', '"maxmemory"'],
    ['maxmemroy', '"maxmemroy"'],
    ['tls-enabled-port', '"tls-enabled-port"'],
    ['maxmemory-limit', '"maxmemory-limit"'],
    ['requirepass=abc', '"requirepass…"'],
    ['"requirepass abc"', '"requirepass…"'],
    ['hunter2', 'this word'],
    ['', '""'],
  ];
  for (const [word, quoted] of names)
    it(`the name ${word} as ${quoted}`, () => assert.equal(quoteName(word, DIRECTIVES), quoted));

  const values: readonly (readonly [value: string, quoted: string])[] = [
    ['123', '"123"'],
    ['5gb', '"5gb"'],
    ['30s', '"30s"'],
    ['10.0.0.5:6379', '"10.0.0.5:6379"'],
    ['alwys', '"alwys"'],
    ['0o770', '"0o770"'],
    ['hunter2', 'this word'],
    ['900 hunter2', 'this word'],
  ];
  for (const [value, quoted] of values)
    it(`the value ${value} as ${quoted}`, () => assert.equal(quoteValue(value, ['always']), quoted));

  it('what people shorten', () => assert.equal(quoteName('danger', vocabularyOf(['dangerous']), '@'), '"@danger"'));
});
