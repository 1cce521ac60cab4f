import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { shellFillIns } from '../../server/src/core/hosts/words/shell-fill-ins.js';
import { type ShellWord, shellWords } from '../../server/src/core/hosts/words/shell-words.js';
import { verbatim } from '../../server/src/core/text/mapped-text.js';

const LINES: readonly (readonly [line: string, ...words: string[]])[] = [
  ['redis-server --port 6379', 'redis-server', '--port', '6379'],
  [`--requirepass 'hunter2' --save "" --bind '*'`, '--requirepass', 'hunter2', '--save', '', '--bind', '*'],
  [`--requirepass "a \\"b\\" \\c" it\\'s`, '--requirepass', 'a "b" \\c', "it's"],
  [`--user default on '>p w' '~*' +@all`, '--user', 'default', 'on', '>p w', '~*', '+@all'],
  ['--port \\\n  6379', '--port', '6379'],
  ['--po\\\nrt 6379', '--port', '6379'],
  [`a'b'"c"\\d`, 'abcd'],
  [`''`, ''],
  ['--save 60 1 # as before', '--save', '60', '1'],
  ['a#b', 'a#b'],
  ['--port 1; echo x', '--port', '1'],
  ['--port 1 & echo x', '--port', '1'],
  ['--port 1 | tee x', '--port', '1'],
  ['--port 1 && echo x', '--port', '1'],
];

const wordsOf = (line: string): readonly ShellWord[] | undefined =>
  shellWords(verbatim(line, 0, line.length), { hasOperators: true });

describe('words of a shell', () => {
  for (const [line, ...words] of LINES) {
    it(`of ${JSON.stringify(line)}`, () => {
      assert.deepEqual(
        wordsOf(line)?.map(({ text }) => text.text),
        words,
      );
    });
  }

  it('are those that sh makes', () => {
    for (const [line, ...words] of LINES.filter(([line]) => !/[;&|]/.test(line))) {
      const { stdout } = spawnSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8', timeout: 10_000 });
      assert.deepEqual(stdout.split('\0').slice(0, -1), words, line);
    }
  });

  for (const line of [`--requirepass 'x`, '--requirepass "x', '--port ${X', '--port $(cat x', '--port `cat x']) {
    it(`are unknown where something is not closed: ${line}`, () => assert.equal(wordsOf(line), undefined));
  }

  it('end, however deep expansions are nested', () => {
    assert.equal(wordsOf('"$('.repeat(20_000)), undefined);
  });

  it('are split without a shell at blanks alone', () => {
    const line = '--port 1; $(cat x) && "a | b"';
    const words = shellWords(verbatim(line, 0, line.length), { hasOperators: false });
    assert.deepEqual(
      words?.map(({ text }) => text.text),
      ['--port', '1;', '$(cat', 'x)', '&&', 'a | b'],
    );
  });
});

describe('what a shell puts into a word', () => {
  const cases: readonly (readonly [word: string, ...fillIns: (readonly [string, string, string?])[]])[] = [
    ['$X', ['X', 'nothing']],
    ['"$X"', ['X', 'empty']],
    ['${X}', ['X', 'nothing']],
    ['a$X', ['X', 'empty']],
    ['"${X:?set X}"', ['X', 'stops']],
    ['"${X:-secret word}"', ['X', 'default', 'secret word']],
    ['"${X-}"', ['X', 'empty']],
    ['${X:="secret"}', ['X', 'default', 'secret']],
    ['"${X:-$Y}"', ['X', 'unknown']],
    ['${X:+yes}', ['X', 'nothing']],
    ['"${X%/*}"', ['X', 'empty']],
    ['"$(cat /run/secrets/x)"', ['', 'unknown']],
    ['`cat x`', ['', 'unknown']],
    ['$((1 + 2))', ['', 'unknown']],
    ['"$1"', ['', 'unknown']],
    ['"$@"', ['', 'unknown']],
    ['"${1:-6379}"', ['', 'default', '6379']],
    ['$A-"$B"', ['A', 'empty'], ['B', 'empty']],
    ['~/redis.conf', ['', 'unknown']],
    ['*', ['', 'unknown']],
    ['/etc/redis/*.conf', ['', 'unknown']],
  ];
  for (const [word, ...expected] of cases) {
    it(`${word}`, () => {
      const [only] = wordsOf(word) ?? [];
      const found = only && shellFillIns(only).map(({ name, ifUnset, fallback }) => [name, ifUnset, fallback]);
      assert.deepEqual(
        found,
        expected.map(([name, ifUnset, fallback]) => [name, ifUnset, fallback]),
      );
    });
  }

  for (const word of [`'$X'`, '\\$X', '"\\$X"', `'*'`, '~*', 'a~b', '$', 'a$.b', '100%']) {
    it(`nothing: ${word}`, () => {
      const [only] = wordsOf(word) ?? [];
      assert.deepEqual(only && shellFillIns(only), []);
    });
  }
});
