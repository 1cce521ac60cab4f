import assert from 'node:assert/strict';
import { applySourceEdits } from '../../../server/src/core/lint/apply-fix.js';
import { chooseFixes, isSafe } from '../../../server/src/core/lint/choose-fixes.js';
import type { Finding } from '../../../server/src/core/lint/finding.js';
import type { Fix, SourceEdit } from '../../../server/src/core/rules/rule.js';
import { parseFile } from '../../../server/src/core/syntax/config-file.js';

const PATH = '/etc/redis/redis.conf';
const TEXT = 'port 6379\ntimeout 0\n';

const replace = (line: number, start: number, end: number, text: string, source = PATH): SourceEdit => ({
  kind: 'replace',
  source,
  line,
  at: { start, end },
  text,
});
const insert = (before: number, line: string): SourceEdit => ({ kind: 'insert', source: PATH, before, lines: [line] });
const remove = (line: number): SourceEdit => ({ kind: 'remove', source: PATH, line });
const fix = (effect: 'none' | 'safe' | 'access', ...edits: readonly SourceEdit[]): Fix =>
  effect === 'access'
    ? { title: 'Change it', effect, consequence: 'Clients are refused.', edits }
    : { title: 'Change it', effect, edits };
const finding = (...fixes: readonly Fix[]): Pick<Finding, 'fixes'> => ({ fixes: () => fixes });
const fixed = (...findings: readonly Pick<Finding, 'fixes'>[]): string =>
  applySourceEdits(
    PATH,
    parseFile(TEXT),
    chooseFixes(findings, isSafe).flatMap(({ edits }) => edits),
  );

describe('fixes that are applied together', () => {
  it('the first fix of each finding, where it is accepted', () => {
    const port = finding(fix('safe', replace(0, 5, 9, '7000')), fix('safe', replace(0, 5, 9, '8000')));
    const timeout = finding(fix('none', replace(1, 8, 9, '60')));
    assert.equal(fixed(port, timeout), 'port 7000\ntimeout 60\n');
  });

  const left: readonly (readonly [name: string, Pick<Finding, 'fixes'>])[] = [
    [
      'a safe fix behind one that somebody should look at',
      finding(fix('access'), fix('safe', replace(0, 5, 9, '7000'))),
    ],
    ['a finding without a fix', finding()],
  ];
  for (const [name, kept] of left) {
    it(`not ${name}`, () => assert.equal(fixed(kept), TEXT));
  }

  it('of two that collide, the one of the earlier finding: two insertions at one place may say the same', () => {
    const insertion = finding(fix('safe', insert(1, 'protected-mode yes')));
    assert.equal(fixed(insertion, insertion), 'port 6379\nprotected-mode yes\ntimeout 0\n');
  });

  it('not an insertion where another fix replaces', () => {
    const rename = finding(fix('safe', replace(1, 0, 7, 'tcp-keepalive')));
    const above = finding(fix('safe', insert(1, '# idle clients'), replace(1, 8, 9, '60')));
    assert.equal(fixed(rename, above), 'port 6379\ntcp-keepalive 0\n');
    assert.equal(fixed(above, rename), 'port 6379\n# idle clients\ntimeout 60\n');
  });

  it('both of two that remove neighbouring lines', () => {
    assert.equal(fixed(finding(fix('safe', remove(0))), finding(fix('safe', remove(1)))), '');
  });

  it('in several files at once, for hosts that write them', () => {
    const both = fix('safe', replace(0, 0, 4, 'PORT'), replace(0, 0, 4, 'PORT', '/other'));
    assert.deepEqual(chooseFixes([finding(both), finding(fix('safe', replace(0, 2, 3, 'r', '/other')))], isSafe), [
      both,
    ]);
  });
});
