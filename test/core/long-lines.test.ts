import assert from 'node:assert/strict';
import { completion, createService, documentSymbols, hover } from '../../server/src/core/service.js';
import { LONGEST_LINE } from '../../server/src/core/syntax/config-line.js';

const SERVICE = createService();
const PATH = '/etc/redis/redis.conf';

const lint = (text: string) => SERVICE.lint({ path: PATH, file: SERVICE.parse(text) });
const rulesFor = (text: string) => new Set(lint(text).findings.map(({ rule }) => rule));
/** The same line with a word of some length in it. */
const ofLength = (before: string, length: number): string => `${before}${'a'.repeat(length)}\n`;

describe('a line that is too long to be written by hand', () => {
  const looks: readonly (readonly [rule: string, before: string])[] = [
    ['rename-command-guessable', 'rename-command CONFIG config'],
    ['lint-misread-comment', '# redis-conf-lint-target '],
    ['syntax-control-char', 'dir /var/\u00a0'],
  ];
  for (const [rule, before] of looks) {
    it(`is not checked by ${rule}`, () => {
      assert.ok(rulesFor(ofLength(before, 40)).has(rule));
      const rules = rulesFor(ofLength(before, LONGEST_LINE));
      assert.ok(!rules.has(rule) && rules.has('lint-long-line'));
    });
  }

  it('counts for the server as every other line does', () => {
    const blanks = ' '.repeat(LONGEST_LINE);
    const {
      verdict: { starts },
      config,
    } = lint(`nosuch${blanks}yes\nmaxmemory${blanks}1gb\nuser a on nopass ~*${blanks}+@all\n`);
    assert.equal(starts, 'no');
    assert.equal(config.inForce('maxmemory')?.values[0], '1gb');
    const rules = rulesFor(`nosuch${blanks}yes\nuser a on nopass ~*${blanks}+@all\n`);
    assert.ok(rules.has('syntax-unknown-directive') && rules.has('acl-nopass-user'));
  });

  it('has no hover, completion or symbol', () => {
    const text = `port 6379\ndir ${'a'.repeat(LONGEST_LINE)}\n`;
    const { config } = lint(text);
    const place = { line: 1, character: 3 };
    assert.equal(hover(config, PATH, place), undefined);
    assert.deepEqual(completion(config, PATH, place), []);
    assert.deepEqual(
      documentSymbols(config.root.file).map(({ name }) => name),
      ['port'],
    );
  });
});
