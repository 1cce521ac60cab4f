import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../server/src/core/rules/index.js';
import type { Rule } from '../server/src/core/rules/rule.js';
import { fixAll, mostFixes } from './support/fix-fixture.js';
import { annotate, annotationOf, type Fixture, fixturesOf, kindOfFixture, lintWith } from './support/fixtures.js';

/** `UPDATE_FIXTURES=1 npm run test:suite -- rules` writes what the rules say; read the difference before you commit it. */
const isUpdating = process.env.UPDATE_FIXTURES === '1';

for (const rule of RULES) {
  describe(rule.id, () => {
    for (const fixture of fixturesOf(rule.id)) {
      const isGood = fixture.name.startsWith('good');
      it(`${isGood ? 'accepts' : 'reports'} ${fixture.name}`, () =>
        isGood ? checkGood(rule, fixture) : checkBad(rule, fixture));
      if (!isGood) it(`fixes ${fixture.name}`, () => checkFixes(rule, fixture));
    }
  });
}

function checkGood(rule: Rule, { name, text, expected }: Fixture): void {
  assert.deepEqual(expected, [], 'a good fixture marks nothing');
  assert.deepEqual(lintWith(rule, name, text).map(annotationOf), []);
}

function checkBad(rule: Rule, { name, text, expected, fullPath }: Fixture): void {
  const own = lintWith(rule, name, text).filter(({ at }) => at.source.endsWith(`-${name}`));
  const found = own.map(annotationOf);
  if (isUpdating) writeFileSync(fullPath, annotate(text, found));
  else assert.deepEqual(found, expected);
  assert.notEqual(found.length, 0, 'a bad fixture has a finding');
}

/** The first fix is the best one and leaves nothing to report; further fixes may leave a milder finding. */
function checkFixes(rule: Rule, { name, text, fullPath }: Fixture): void {
  const findings = lintWith(rule, name, text);
  for (let nth = 0; nth < mostFixes(findings); nth++) {
    const mark = `.fixed${nth === 0 ? '' : `-${nth + 1}`}.`;
    const fixed = fixAll(rule, name, { text, beside: new Map() }, nth);
    assert.deepEqual(fixAll(rule, name, fixed, nth), fixed, 'fixing twice is fixing once');
    checkGolden(goldenOf(fullPath, mark), fixed.text);
    for (const [other, changed] of fixed.beside) {
      checkGolden(fullPath.replace(/\.(conf|acl).*$/, `${mark}${other}`), changed);
    }
    if (nth > 0) continue;
    const left = lintWith(rule, name, fixed.text, undefined, fixed.beside).filter(
      (finding) => finding.fixes().length > 0,
    );
    assert.deepEqual(left.map(annotationOf), [], 'the fixed file has nothing left to fix');
  }
}

/** The mark stands before what says what kind of file it is. */
function goldenOf(fullPath: string, mark: string): string {
  const name = path.basename(fullPath);
  const ending = kindOfFixture(name) === undefined ? /\.(conf|acl)/ : /\.(.+)$/;
  return path.join(path.dirname(fullPath), name.replace(ending, `${mark}$1`));
}

/** `bad.fixed.conf` is the fixture fixed, `bad.fixed.users.acl` the file beside it that the fix changed. */
function checkGolden(golden: string, fixed: string): void {
  if (isUpdating) writeFileSync(golden, fixed);
  assert.ok(existsSync(golden), `${golden} is missing`);
  assert.equal(fixed, readFileSync(golden, 'utf8'));
}
