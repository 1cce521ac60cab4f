import assert from 'node:assert/strict';
import { parseTarget, type Target } from '../../server/src/core/directives/target.js';
import { argumentLines } from '../../server/src/core/hosts/arguments/argument-lines.js';
import { originOf, verbatim } from '../../server/src/core/text/mapped-text.js';

/** From 7.0.3 on, as measured on 7.0.15. */
const LINES: readonly (readonly [words: readonly string[], file: string | undefined, ...lines: string[]])[] = [
  [['--port', '6390'], undefined, 'port "6390"'],
  [['/etc/redis.conf', '--port', '6390'], '/etc/redis.conf', 'port "6390"'],
  [['--port', '6379', '/etc/redis.conf'], undefined, 'port "6379" "/etc/redis.conf"'],
  [['--port 6390'], undefined, 'port 6390'],
  [['--user default on >pw ~* +@all'], undefined, 'user default on >pw ~* +@all'],
  [['--requirepass "a b"'], undefined, 'requirepass "a b"'],
  [['--port 1\nbind ::1', '--save', ''], undefined, 'port 1', 'bind ::1', 'save ""'],
  [['--port=6390'], undefined, 'port=6390'],
  [['--requirepass', '--secret'], undefined, 'requirepass "--secret"'],
  [['--requirepass', '--appendonly', 'yes'], undefined, 'requirepass "--appendonly" "yes"'],
  [['--save', '--port', '1'], undefined, 'save ""', 'port "1"'],
  [['--port', '1', '--save'], undefined, 'port "1"', 'save ""'],
  [['--save', ''], undefined, 'save ""'],
  [['--save', '60', '1'], undefined, 'save "60" "1"'],
  [['--save', '60 1'], undefined, 'save "60 1"'],
  [['--sentinel', '--port', '26379'], undefined, 'sentinel', 'port "26379"'],
  [['--requirepass', ''], undefined, 'requirepass ""'],
  [['--requirepass', 'a"b\\c\n\x01'], undefined, 'requirepass "a\\"b\\\\c\\n\\x01"'],
  [['--requirepass', '#x'], undefined, 'requirepass "#x"'],
  [['--#', 'note'], undefined, '# "note"'],
  [['-port', '6390'], undefined, '"-port" "6390"'],
  [['--BIND', '-::1'], undefined, 'BIND "-::1"'],
  [['-', '--port', '1'], undefined, 'port "1"'],
  [['--bind', '-', '--port', '1'], undefined, 'bind "-"', 'port "1"'],
];

const linesOf = (words: readonly string[], target: Target) =>
  argumentLines(
    words.map((word) => ({ text: verbatim(word, 0, word.length), fillIns: [] })),
    target,
  );

function target(name: string): Target {
  const found = parseTarget(name);
  assert.ok(found);
  return found;
}

describe('the words behind the name of a server', () => {
  for (const [words, file, ...lines] of LINES) {
    it(`${JSON.stringify(words)} are lines`, () => {
      const read = linesOf(words, target('redis 7.0.15'));
      assert.deepEqual([read.file?.text.text, read.text.text], [file, lines.join('\n')]);
    });
  }

  for (const [version, words, ...lines] of [
    ['redis 7.0.0', ['--requirepass', '--secret'], 'requirepass', 'secret'],
    ['redis 7.0.1', ['--requirepass', '--secret'], 'requirepass "--secret"'],
    ['redis 7.0.2', ['--save', '--port', '1'], 'save "--port" "1"'],
    ['redis 7.0.3', ['--save', '--port', '1'], 'save ""', 'port "1"'],
    ['redis 6.2.16', ['--save'], 'save'],
    ['valkey 8.0.1', ['--save'], 'save ""'],
  ] as const) {
    it(`${JSON.stringify(words)} are lines of ${version}`, () => {
      assert.equal(linesOf(words, target(version)).text.text, lines.join('\n'));
    });
  }

  it('begin with the file where the first has no dash; before 6.2, no two of them', () => {
    assert.equal(linesOf(['-x'], target('redis 6.0.20')).file?.text.text, '-x');
    assert.equal(linesOf(['-x'], target('redis 6.2.16')).file, undefined);
  });

  it('name standard input at either end, and nowhere else', () => {
    const reads = (...words: string[]) => linesOf(words, target('redis 7.0.15')).readsStandardInput;
    assert.deepEqual(
      [reads('-'), reads('a.conf', '-'), reads('--port', '1', '-'), reads('--bind', '-', '--port', '1')],
      [true, true, true, false],
    );
  });

  it('are told by the option that they belong to', () => {
    const { options } = linesOf(['a.conf', '--port', '1', '--save', '60', '1'], target('redis 7.0.15'));
    assert.deepEqual(
      options.map((words) => words.map(({ text }) => text.text)),
      [
        ['--port', '1'],
        ['--save', '60', '1'],
      ],
    );
  });

  it('keep their places behind the quotes that the server puts around them', () => {
    const word = verbatim('redis-server --requirepass a"b', 27, 30);
    const { text } = argumentLines(
      [
        { text: verbatim('--requirepass', 0, 13), fillIns: [] },
        { text: word, fillIns: [] },
      ],
      target('redis 7.0.15'),
    );
    assert.equal(text.text, 'requirepass "a\\"b"');
    assert.deepEqual(originOf(text, { start: 14, end: 16 }), { start: 28, end: 29 });
  });
});
