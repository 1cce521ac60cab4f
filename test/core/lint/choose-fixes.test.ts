import assert from 'node:assert/strict';
import { applyFileEdits } from '../../../server/src/core/lint/apply-fix.js';
import { chooseFixes, isSafe } from '../../../server/src/core/lint/choose-fixes.js';
import type { Finding } from '../../../server/src/core/lint/finding.js';
import type { FileEdit, Fix } from '../../../server/src/core/rules/rule.js';
import { parseFile } from '../../../server/src/core/syntax/config-file.js';
import type { Range } from '../../../server/src/core/text/span.js';

const PATH = '/etc/redis/redis.conf';
const TEXT = 'port 6379\ntimeout 0\n';

const edit = (line: number, start: number, end: number, newText: string, source = PATH): FileEdit => ({
  source,
  range: { start: { line, character: start }, end: { line, character: end } },
  newText,
});
const lines = (from: number, to: number): Range => ({
  start: { line: from, character: 0 },
  end: { line: to, character: 0 },
});
const fix = (effect: 'none' | 'safe' | 'access', ...edits: readonly FileEdit[]): Fix =>
  effect === 'access'
    ? { title: 'Change it', effect, consequence: 'Clients are refused.', edits }
    : { title: 'Change it', effect, edits };
const finding = (...fixes: readonly Fix[]): Pick<Finding, 'fixes'> => ({ fixes: () => fixes });
const fixed = (...findings: readonly Pick<Finding, 'fixes'>[]): string =>
  applyFileEdits(
    PATH,
    parseFile(TEXT),
    chooseFixes(findings, isSafe).flatMap(({ edits }) => edits),
  );

describe('fixes that are applied together', () => {
  it('the first fix of each finding, where it is accepted', () => {
    const port = finding(fix('safe', edit(0, 5, 9, '7000')), fix('safe', edit(0, 5, 9, '8000')));
    const timeout = finding(fix('none', edit(1, 8, 9, '60')));
    assert.equal(fixed(port, timeout), 'port 7000\ntimeout 60\n');
  });

  const left: readonly (readonly [name: string, Pick<Finding, 'fixes'>])[] = [
    ['a safe fix behind one that somebody should look at', finding(fix('access'), fix('safe', edit(0, 5, 9, '7000')))],
    ['a finding without a fix', finding()],
  ];
  for (const [name, kept] of left) {
    it(`not ${name}`, () => assert.equal(fixed(kept), TEXT));
  }

  it('of two that collide, the one of the earlier finding: two insertions at one place may say the same', () => {
    const insertion = finding(fix('safe', edit(1, 0, 0, 'protected-mode yes\n')));
    assert.equal(fixed(insertion, insertion), 'port 6379\nprotected-mode yes\ntimeout 0\n');
  });

  it('not an insertion where another fix replaces', () => {
    const rename = finding(fix('safe', edit(1, 0, 7, 'tcp-keepalive')));
    const above = finding(fix('safe', edit(1, 0, 0, '# idle clients\n'), edit(1, 8, 9, '60')));
    assert.equal(fixed(rename, above), 'port 6379\ntcp-keepalive 0\n');
    assert.equal(fixed(above, rename), 'port 6379\n# idle clients\ntimeout 60\n');
  });

  it('both of two that remove neighbouring lines', () => {
    const remove = (line: number): FileEdit => ({ ...edit(line, 0, 0, ''), range: lines(line, line + 1) });
    assert.equal(fixed(finding(fix('safe', remove(0))), finding(fix('safe', remove(1)))), '');
  });

  it('in several files at once, for hosts that write them', () => {
    const both = fix('safe', edit(0, 0, 4, 'PORT'), edit(0, 0, 4, 'PORT', '/other'));
    assert.deepEqual(chooseFixes([finding(both), finding(fix('safe', edit(0, 2, 3, 'r', '/other')))], isSafe), [both]);
  });
});
