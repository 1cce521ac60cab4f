import assert from 'node:assert/strict';
import { alternativesOf } from '../../../server/src/core/text/alternatives.js';
import { namePattern } from '../../../server/src/core/text/name-pattern.js';
import { pathPattern } from '../../../server/src/core/text/path-pattern.js';
import { takesAll } from '../../../server/src/core/text/wildcards.js';

/** Backtracking would try more ways than there are atoms. */
const MANY = 'a'.repeat(200);

describe('patterns of names', () => {
  // Each was asked of glibc's fnmatch.
  const table: readonly (readonly [pattern: string, names: readonly string[], others: readonly string[]])[] = [
    ['*.conf', ['a.conf', '.conf'], ['a.conf.bak']],
    ['a?c', ['abc'], ['ac', 'abbc']],
    ['[a-c]', ['a', 'c'], ['d', 'ab', '']],
    ['[!a-c]', ['d'], ['a']],
    ['[^a-c]', ['d', '^'], ['a']],
    ['[]a]', [']', 'a'], ['b']],
    ['[!]a]', ['b'], [']', 'a']],
    ['[a-]', ['a', '-'], ['b']],
    ['[a-c-e]', ['b', '-', 'e'], ['d']],
    ['[z-a]', [], ['b', 'z']],
    ['[\\]]', [']'], ['\\']],
    ['[\\a-c]', ['b'], ['\\']],
    ['[[:alpha:]]', ['a', 'Z'], ['1', ':', '[']],
    ['[![:alpha:]]', ['1'], ['a']],
    ['[[:alpha:][:digit:]_]', ['a', '5', '_'], ['-']],
    ['[[:digit:]-z]', ['7', '-', 'z'], ['a']],
    ['[[:upper:]]', ['A'], ['a']],
    ['[[:foo:]a]', [], ['a', 'f']],
    ['[a[:foo:]]', ['a'], ['f']],
    ['[![:foo:]]', [], ['a']],
    ['[[.a.]-c]', ['b'], ['-']],
    ['[[=a=]]', ['a'], ['=']],
    ['[[:]', ['[', ':'], ['a']],
    ['[[a]]', ['a]', '[]'], ['a']],
    ['[a', ['[a'], ['a']],
    ['[', ['['], ['']],
    ['[a\\]', ['[a]'], ['a']],
    ['\\*', ['*'], ['a', '\\*']],
    ['a\\', ['a\\'], ['a']],
    ['', [''], ['a']],
    ['a*a*a*a*a*a*a*a*a*a*b', [], [MANY]],
    ['*'.repeat(4000), [MANY, ''], []],
  ];
  for (const [pattern, names, others] of table) {
    const short = pattern.length > 40 ? `${pattern.slice(0, 40)}…` : pattern;
    it(`"${short}" is for ${JSON.stringify(names.map((name) => name.slice(0, 9)))} and nothing else`, () => {
      const matches = (name: string) => takesAll(namePattern(pattern), name);
      assert.deepEqual(names.filter(matches), names);
      assert.deepEqual(others.filter(matches), []);
    });
  }
});

describe('patterns of paths', () => {
  const table: readonly (readonly [glob: string, paths: readonly string[], others: readonly string[]])[] = [
    ['*.conf', ['a.conf', '.a.conf'], ['b/a.conf']],
    ['./a.conf', ['a.conf'], ['b/a.conf']],
    ['**/*.conf', ['a.conf', 'b/c/a.conf'], ['a.acl']],
    ['vendor/**', ['vendor/a', 'vendor/b/a'], ['vendor', 'a/vendor/a']],
    ['a/**/b', ['a/b', 'a/x/y/b'], ['a/x', 'b']],
    ['a**/b', ['ab/b', 'a/b'], ['a/x/b']],
    ['{dev,test}/*.{conf,acl}', ['dev/a.conf', 'test/a.acl'], ['prod/a.conf', 'dev/a.txt']],
    ['{a,b{c,d}}', ['a', 'bc', 'bd'], ['b', 'c']],
    ['{a}', ['{a}'], ['a']],
    ['{a', ['{a'], ['a']],
    ['\\{a,b\\}', ['{a,b}'], ['a']],
    ['a(1).conf', ['a(1).conf'], ['a1.conf']],
    ['(a+)+b', ['(a+)+b'], ['ab', MANY]],
    [`${'**/'.repeat(100)}b`, ['b', 'x/b'], [`${'a/'.repeat(200)}a`]],
  ];
  for (const [glob, paths, others] of table) {
    it(`"${glob.slice(0, 40)}" is for ${JSON.stringify(paths)} and nothing else`, () => {
      const pattern = pathPattern(glob);
      assert.ok('matches' in pattern);
      assert.deepEqual(paths.filter(pattern.matches), paths);
      assert.deepEqual(others.filter(pattern.matches), []);
    });
  }

  const refused: readonly (readonly [glob: string, why: RegExp])[] = [
    ['!keep.conf', /has more than "\*"/],
    ['+(a|b).conf', /has more than "\*"/],
    ['!(a).conf', /has more than "\*"/],
    ['redis-{1..9}.conf', /has more than "\*"/],
    ['a'.repeat(5000), /longer than 4096 characters/],
    ['{a,b}'.repeat(24), /means more than 1000 patterns/],
  ];
  for (const [glob, why] of refused) {
    it(`refuses "${glob.slice(0, 40)}"`, () => {
      const pattern = pathPattern(glob);
      assert.match('refused' in pattern ? pattern.refused : 'accepted', why);
    });
  }
});

describe('alternatives', () => {
  it('keep their order', () =>
    assert.deepEqual(alternativesOf('{a,b}{c,{d,e}}', 9), ['ac', 'ad', 'ae', 'bc', 'bd', 'be']));
});
