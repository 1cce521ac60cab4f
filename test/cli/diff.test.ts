import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unifiedDiff } from '../../server/src/cli/diff.js';

/** What `patch` makes of a text. */
function patch(before: readonly string[], diff: readonly string[]): readonly string[] {
  const after: string[] = [];
  let at = 0;
  for (const line of diff.slice(2)) {
    const head = /^@@ -(\d+),(\d+) /.exec(line);
    if (head) {
      const start = Number(head[1]) - (head[2] === '0' ? 0 : 1);
      after.push(...before.slice(at, start));
      at = start;
    } else {
      if (line.startsWith('+')) after.push(line.slice(1));
      else assert.equal(line.slice(1), before[at++]);
      if (line.startsWith(' ')) after.push(line.slice(1));
    }
  }
  return [...after, ...before.slice(at)];
}

describe('unified diffs', () => {
  const lines = fc.array(fc.constantFrom('port 1', 'bind a', '', '# c', 'save x'), { maxLength: 30 });

  it('turn the text before into the text after', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const diff = unifiedDiff('redis.conf', before, after);
        assert.deepEqual(diff.length === 0 ? before : patch(before, diff), after);
      }),
    );
  });

  it('show three lines around a change, and join changes that are near', () => {
    const before = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`);
    const after = before.map((line, index) => ([9, 13, 27].includes(index) ? `${line}!` : line));
    const heads = unifiedDiff('redis.conf', before, after).filter((line) => line.startsWith('@@'));
    assert.deepEqual(heads, ['@@ -7,11 +7,11 @@', '@@ -25,6 +25,6 @@']);
  });

  it('take a text that changed nearly everywhere as a whole', () => {
    const before = Array.from({ length: 1500 }, (_, index) => `old ${index}`);
    const after = Array.from({ length: 1500 }, (_, index) => `new ${index}`);
    assert.deepEqual(patch(before, unifiedDiff('redis.conf', before, after)), after);
  });
});
