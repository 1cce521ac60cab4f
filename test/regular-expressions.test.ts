import assert from 'node:assert/strict';
import { superLinearParts } from './support/backtracking.js';
import { type Expression, expressionsIn, expressionsInData, shippedExpressions } from './support/expressions.js';
import { ROOT } from './support/fixtures.js';

/** A line of a foreign file can be as long as somebody likes: no expression may take more than linear time for it. */
describe('regular expressions', () => {
  it('of every source that ships take linear time', () => {
    const { literals } = shippedExpressions(ROOT);
    assert.ok(literals.length > 200, 'expressions were found');
    assert.deepEqual(complaintsAbout(literals), []);
  });

  it('of the grammars and the schema take linear time', () => {
    const expressions = expressionsInData(ROOT);
    assert.ok(expressions.length > 30, 'expressions were found');
    assert.deepEqual(complaintsAbout(expressions), []);
  });

  it('are never made of texts', () => assert.deepEqual(shippedExpressions(ROOT).made, []));

  const slow: readonly (readonly [why: string, expression: RegExp])[] = [
    ['a repetition in a repetition', /^(a+)+$/],
    ['a choice of the same twice', /^(a|a)*$/],
    ['two repetitions side by side', /^\d+\d*x/],
    ['two repetitions with something optional between them', /^\s*#?\s*x/],
    ['two repetitions with something between them that both can take', /^.*redis.*conf$/],
    ['a lazy repetition before blanks', /^#\s*(.+?)\s*$/],
    ['blanks at the end, looked for from every place', /\s+$/],
    ['an end looked for behind every beginning', /\{\{.*\}\}/],
    ['a beginning that the repetition can take', /redis.*\.conf$/],
    ['a beginning after each line end', /^\s*x/m],
    ['an optional part that tries on its own', /^(?:a*a*b)?c/],
    ['a repetition that a lookahead tries again', /^a*(?=a*b)/],
    ['a repetition that a lookbehind tries', /(?<=a+)b/],
    ['what stood before, between two repetitions', /^(["']).*\1.+x/],
    ['a repetition of a choice of words', /^(?:ab|cd)*x/],
  ];
  for (const [why, { source, flags }] of slow) {
    it(`are refused for ${why}: /${source}/${flags}`, () => assert.notDeepEqual(superLinearParts(source, flags), []));
  }

  const fast: readonly RegExp[] = [
    /^\s*#+\s*([A-Z][A-Z ]*)#+\s*$/,
    /[^\s,]+/g,
    /^\s*user[ \t]+(\S*)/i,
    /:\d+:\d+$/,
    /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/,
    /^[ \t]*user[ \t]+\S/m,
    /\$\([A-Za-z_]\w*\)/,
  ];
  for (const { source, flags } of fast) {
    it(`may be /${source}/${flags}`, () => assert.deepEqual(superLinearParts(source, flags), []));
  }

  it('are found wherever they stand in a source', () => {
    const template = ['`$', '{x}$', '{/c/.source}`'].join('');
    const text = `const half = a / b / c; export const f = (t) => t.split(/a+b/).map((x) => /[/"]/g.test(${template}));`;
    const { literals, made } = expressionsIn('x.ts', `${text}\nnew RegExp(f); RegExp("a");`);
    assert.deepEqual(
      literals.map(({ source }) => source),
      ['a+b', '[/"]', 'c'],
    );
    assert.equal(made.length, 2);
  });
});

function complaintsAbout(expressions: readonly Expression[]): readonly string[] {
  return expressions.flatMap(({ file, source, flags }) =>
    superLinearParts(source, flags).map((part) => `${file}: /${source}/${flags} ${part}`),
  );
}
