import assert from 'node:assert/strict';
import { judging, rootsAmong } from '../../../server/src/core/project/membership.js';

/** `a > b c`: a reads b and c. */
const read = (line: string) => ({ sources: line.split(/[ >]+/).filter((name) => name !== '') });
const namesOf = (all: readonly { readonly sources: readonly string[] }[]) => all.map(({ sources }) => sources[0]);

describe('the configurations of a project', () => {
  const cases: readonly (readonly [what: string, all: readonly string[], roots: string, judgedBy: string])[] = [
    ['one file', ['a'], 'a', 'a: a'],
    ['two files', ['a', 'b'], 'a b', 'a: a, b: b'],
    ['a file and what it includes', ['a > b', 'b'], 'a', 'a: a, b: a'],
    ['the other way round', ['b', 'a > b'], 'a', 'a: a, b: a'],
    ['what an included file includes', ['a > b c', 'b > c', 'c'], 'a', 'a: a, b: a, c: a'],
    ['two that include the same', ['a > c', 'b > c', 'c'], 'a b', 'a: a, b: b, c: a b'],
    ['two that include each other: the first', ['a > b', 'b > a'], 'a', 'a: a, b: a'],
    ['two that include each other, the other first', ['b > a', 'a > b'], 'b', 'a: b, b: b'],
    ['a ring of three', ['a > b c', 'b > c a', 'c > a b'], 'a', 'a: a, b: a, c: a'],
    ['a ring and one that includes it', ['a > b', 'b > a', 'c > a b'], 'c', 'a: c, b: c'],
    ['a ring that none of two includes wholly', ['a > b', 'b > a', 'c > b'], 'a c', 'a: a, b: a c, c: c'],
    ['an ACL file beside its configuration', ['users.acl', 'a > users.acl'], 'a', 'users.acl: a'],
  ];
  for (const [what, lines, roots, judgedBy] of cases) {
    it(`${what}: ${lines.join(', ')}`, () => {
      const found = rootsAmong(lines.map(read));
      assert.deepEqual(namesOf(found).join(' '), roots);
      for (const each of judgedBy.split(', ')) {
        const [source = '', by] = each.split(': ');
        assert.equal(namesOf(judging(source, found)).join(' '), by, source);
      }
    });
  }
});
