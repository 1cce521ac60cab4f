import assert from 'node:assert/strict';
import { type LintRequest, parseTarget, type Verdict } from '../../server/src/core/service.js';
import { keepingService } from '../support/keeping-service.js';

const service = keepingService();
const target = parseTarget('redis-7.2');
function verdictOn(text: string, request: Partial<LintRequest> = {}): Verdict {
  return service.lint({ path: '/w/redis.conf', file: service.parse(text), target, ...request }).verdict;
}

const SECRET = 'requirepass 1f0c7a5b9d3e8426\n';
const OPEN = 'bind 0.0.0.0\nprotected-mode no\n';

describe('the verdict on a configuration', () => {
  const cases: readonly (readonly [
    text: string,
    verdict: readonly [Verdict['tone'], short: string, sentence: string],
  ])[] = [
    [`${OPEN}port 6379\n`, ['open', 'No password', 'Open to the network without a password, TLS off.']],
    [
      'bind 0.0.0.0\n',
      [
        'weak',
        'Protected mode',
        'Open to the network without a password, only protected mode refuses strangers, TLS off.',
      ],
    ],
    [OPEN + SECRET, ['weak', 'Plain text', 'Open to the network with a password, TLS off.']],
    [`bind 10.0.0.5\n${SECRET}`, ['weak', 'Plain text', 'Open to the private network with a password, TLS off.']],
    ['bind 127.0.0.1\n', ['fine', 'Loopback only', 'Loopback only without a password, TLS off.']],
    ['port 0\nunixsocket /run/redis.sock\n', ['fine', 'No listener', 'No TCP listener.']],
    [
      `bind 0.0.0.0\nport 0\ntls-port 6379\ntls-auth-clients no\ntls-cert-file a.crt\ntls-key-file a.key\n${SECRET}`,
      ['fine', 'Password, TLS', 'Open to the network with a password, TLS only.'],
    ],
    [
      'bind 0.0.0.0\nprotected-mode no\nport 0\ntls-port 6379\ntls-cert-file a.crt\ntls-key-file a.key\ntls-ca-cert-file ca.crt\n',
      ['fine', 'Client certificates', 'Open to the network for clients with a certificate, TLS only.'],
    ],
    [
      'bind cache.internal\nprotected-mode no\n',
      ['unknown', 'Reach unknown', 'Listens on addresses that are not known here without a password, TLS off.'],
    ],
    [`${OPEN}maxmemroy 1gb\n`, ['refused', 'Not startable', 'Redis 7.2 refuses to start with this file.']],
  ];
  for (const [text, [tone, short, sentence]] of cases) {
    it(`${short} for ${JSON.stringify(text)}`, () => {
      const verdict = verdictOn(text);
      assert.deepEqual([verdict.tone, verdict.short], [tone, short]);
      assert.ok(verdict.sentence.startsWith(sentence), verdict.sentence);
    });
  }

  it('says what stops the server first, in the words of the rule', () => {
    const { stop } = verdictOn('port 6379\nmaxmemroy 1gb\nport x\n');
    assert.equal(stop?.at.line, 1);
    assert.match(stop?.message ?? '', /"maxmemroy"/);
  });

  it('says that a line stops the server where the rule is off', () => {
    const options = { severities: { 'syntax-unknown-directive': 'off' } } as const;
    const { starts, stop } = verdictOn('maxmemroy 1gb\n', { options });
    assert.deepEqual([starts, stop?.at.line, stop?.message], ['no', 0, 'The server refuses this line.']);
  });

  it('says what the start hangs on', () => {
    const { starts, sentence, unknown, undecided } = verdictOn('bind 127.0.0.1\ninclude other.conf\n');
    assert.equal(starts, 'unknown');
    assert.deepEqual(
      unknown.map(({ path }) => path),
      ['/w/other.conf'],
    );
    assert.deepEqual(undecided, ['other.conf: there is no access to files here']);
    assert.match(sentence, / Whether it starts is not known here: other\.conf: there is no access to files here\.$/);
  });

  it('leads from the network inwards, by the lines that decide', () => {
    const { path } = verdictOn(`${SECRET}${OPEN}port 6379\n`);
    assert.deepEqual(
      path.map(({ at, says }) => [at.line, says]),
      [
        [3, 'TLS off'],
        [1, 'open to the network'],
        [2, 'protected mode off'],
        [0, 'with a password'],
      ],
    );
  });
});
