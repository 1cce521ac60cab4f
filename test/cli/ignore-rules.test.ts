import assert from 'node:assert/strict';
import { ignoreRules } from '../../server/src/cli/ignore-rules.js';

describe('.gitignore', () => {
  // Each was asked of `git check-ignore`. Folders end in a slash.
  const table: readonly (readonly [lines: string, ignored: readonly string[], others: readonly string[]])[] = [
    ['a.conf', ['a.conf', 'b/a.conf'], ['a.conf.bak', 'b']],
    ['/a.conf', ['a.conf'], ['b/a.conf']],
    ['b/a.conf', ['b/a.conf'], ['a.conf', 'c/b/a.conf']],
    ['build/', ['build/', 'build/a', 'c/build/a/b'], ['build']],
    ['*.conf\n!a.conf', ['b.conf'], ['a.conf', 'c/a.conf']],
    ['build\n!build/a', ['build/a'], ['a']],
    ['build/*\n!build/a', ['build/b'], ['build/a', 'build/']],
    ['build/**\n!build/a', ['build/b', 'build/c/a'], ['build/a', 'build/']],
    ['**/a', ['a', 'b/c/a'], ['ab']],
    ['a/**/b', ['a/b', 'a/c/d/b'], ['b', 'c/a/b']],
    ['[[:digit:]][!a]', ['1b', 'c/2c'], ['1a', 'b1']],
    ['# note\n\\#a\n\\!b', ['#a', '!b'], ['# note', 'a', 'b']],
    ['a  \nb\\ \r', ['a', 'b '], ['a  ', 'b']],
    ['', [], ['a']],
    ['/', [], ['a', 'a/b']],
    ['a*a*a*a*a*a*a*a*a*a*b', [], ['a'.repeat(200)]],
    ['x'.repeat(5000), [], ['x'.repeat(5000)]],
    ['a\n'.repeat(60_000), [], ['a']],
  ];
  for (const [lines, ignored, others] of table) {
    it(`with ${JSON.stringify(lines.slice(0, 30))} leaves out ${JSON.stringify(ignored)}`, () => {
      const isIgnored = (path: string) => ignoreRules(lines)(path) === true;
      assert.deepEqual(ignored.filter(isIgnored), ignored);
      assert.deepEqual(others.filter(isIgnored), []);
    });
  }
});
