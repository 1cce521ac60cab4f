import assert from 'node:assert/strict';
import { cap } from '../../../server/src/core/lint/cap.js';
import type { Finding } from '../../../server/src/core/lint/finding.js';
import type { Severity } from '../../../server/src/core/rules/rule.js';

const finding = (line: number, severity: Severity): Finding => ({
  rule: 'net-bind-all',
  severity,
  isFatal: severity === 'error',
  message: 'A fact. A remedy.',
  at: { source: '/x.conf', line, at: { start: 0, end: 4 } },
  related: [],
  partOf: undefined,
  fixes: () => [],
  refusedFixes: () => [],
  fixable: undefined,
  tags: [],
});
const shown = (findings: readonly Finding[]) => findings.map(({ at, severity }) => `${at.line} ${severity}`);

describe('the cap of findings', () => {
  const mixed = [finding(1, 'hint'), finding(2, 'error'), finding(3, 'hint'), finding(4, 'warning')];

  it('leaves as many as are allowed alone', () => assert.equal(cap(mixed, 4), mixed));

  it('keeps the most severe, in the order of the file, and says what is left', () => {
    const capped = cap(mixed, 2);
    assert.deepEqual(shown(capped), ['2 error', '4 warning', '0 hint']);
    assert.match(capped[2]?.message ?? '', /^2 more findings are not shown \(hint 2\)\./);
  });

  it('keeps the first lines of equal severity', () => {
    assert.deepEqual(
      shown(
        cap(
          [3, 1, 2].map((line) => finding(line, 'hint')),
          2,
        ),
      ),
      ['3 hint', '1 hint', '0 hint'],
    );
  });

  it('is as severe as the worst that it leaves out', () => {
    const [, rest] = cap([finding(1, 'error'), finding(2, 'error'), finding(3, 'hint')], 1);
    assert.deepEqual([rest?.severity, rest?.isFatal], ['error', true]);
  });
});
