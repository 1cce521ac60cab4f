import assert from 'node:assert/strict';
import type { Finding } from '../../../server/src/core/service.js';
import { keepingService } from '../../support/keeping-service.js';

const service = keepingService();
const OPEN = 'bind 0.0.0.0\nprotected-mode no\nport 6379\nmaxmemory 1gb\n';

function findingsOf(text: string, severities: Readonly<Record<string, 'off'>> = {}): readonly Finding[] {
  const file = service.parse(text);
  return service.lint({ path: '/etc/redis/redis.conf', file, options: { severities } }).findings;
}
const partsOf = (findings: readonly Finding[]) =>
  findings.flatMap(({ rule, partOf }) => (partOf === undefined ? [] : [`${rule} of ${partOf}`])).sort();
const find = (findings: readonly Finding[], rule: string) => findings.find((finding) => finding.rule === rule);

describe('a server that is open to strangers', () => {
  it('is told once: the missing password leads; address, protected mode and commands are parts of it', () => {
    const findings = findingsOf(OPEN);
    assert.deepEqual(partsOf(findings), [
      'cmd-dangerous-available of auth-missing',
      'net-bind-all of auth-missing',
      'net-protected-mode-off of auth-missing',
    ]);
    const leading = find(findings, 'auth-missing');
    assert.match(leading?.message ?? '', /^No password, every interface, protected mode off: /);
    assert.deepEqual(
      leading?.related.map(({ at }) => at.line),
      [0, 1],
    );
  });

  it('keeps severity and fixes of every part', () => {
    const part = find(findingsOf(OPEN), 'net-bind-all');
    assert.equal(part?.severity, 'error');
    assert.ok((part?.fixes().length ?? 0) > 0);
  });

  it('is led by the address where nobody asks about the password', () => {
    const parts = ['cmd-dangerous-available of net-bind-all', 'net-protected-mode-off of net-bind-all'];
    assert.deepEqual(partsOf(findingsOf(OPEN, { 'auth-missing': 'off' })), parts);
    const silenced = `# redis-conf-lint-disable auth-missing -- a firewall\n${OPEN}`;
    assert.deepEqual(partsOf(findingsOf(silenced)), parts);
  });

  for (const [what, text] of [
    ['a password', `${OPEN}requirepass 8f14e45fceea167a5a36dedd4bea2543c8d1e5b7a90f42613d7cbe8804a5f2b1\n`],
    ['loopback only', 'bind 127.0.0.1\nprotected-mode no\n'],
    ['protected mode', 'bind 0.0.0.0\n'],
  ] as const) {
    it(`is none with ${what}`, () => assert.deepEqual(partsOf(findingsOf(text)), []));
  }
});
