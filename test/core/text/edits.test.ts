import assert from 'node:assert/strict';
import { applyEdits, isUnambiguous, type TextEdit } from '../../../server/src/core/text/edit.js';
import { editsBetween } from '../../../server/src/core/text/edits-between.js';

const edit = (line: number, start: number, end: number, newText: string): TextEdit => ({
  range: { start: { line, character: start }, end: { line, character: end } },
  newText,
});

describe('a list of edits', () => {
  const cases: readonly (readonly [what: string, edits: readonly TextEdit[], isFine: boolean])[] = [
    ['of one place after another', [edit(0, 4, 6, ''), edit(0, 0, 4, 'x')], true],
    ['of neighbours', [edit(0, 0, 4, ''), edit(0, 4, 6, '')], true],
    ['that inserts twice at one place', [edit(0, 2, 2, 'a'), edit(0, 2, 2, 'b')], true],
    ['that inserts behind what it replaces', [edit(0, 0, 4, 'x'), edit(0, 4, 4, 'y')], true],
    ['that inserts before what it replaces', [edit(0, 0, 0, 'y'), edit(0, 0, 4, 'x')], false],
    ['that replaces one text twice', [edit(0, 0, 4, 'x'), edit(0, 0, 4, 'x')], false],
    ['that overlaps', [edit(0, 0, 4, 'x'), edit(0, 3, 6, 'y')], false],
    ['that inserts into what it replaces', [edit(0, 0, 4, 'x'), edit(0, 2, 2, 'y')], false],
  ];
  for (const [what, edits, isFine] of cases) {
    it(`${what} ${isFine ? 'means the same to everybody' : 'does not'}`, () =>
      assert.equal(isUnambiguous(edits), isFine));
  }

  it('inserts before it replaces, whatever the order', () => {
    const both = [edit(0, 0, 4, 'x'), edit(0, 0, 0, 'y')];
    assert.equal(applyEdits('port 1', both), 'yx 1');
    assert.equal(applyEdits('port 1', both.toReversed()), 'yx 1');
  });
});

describe('the edits between two texts', () => {
  it('are as small as the lines tell', () => {
    const before = 'port 1\nprotected-mode no\ntimeout 0\nsave ""\n';
    assert.deepEqual(editsBetween(before, before.replace('mode no', 'mode yes')), [edit(1, 15, 17, 'yes')]);
    assert.deepEqual(editsBetween(before, before.replace('timeout 0\n', '')), [
      { range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } }, newText: '' },
    ]);
    assert.deepEqual(editsBetween(before, before), []);
  });
});
