import assert from 'node:assert/strict';
import { createService } from '../../server/src/core/service.js';

const BAD = 'protected-mode no';
const RULE = 'net-protected-mode-off';

/** What is left of a file: rules by line (from 1), of the rules that these tests are about. */
function findingsOf(lines: readonly string[], severities: Readonly<Record<string, 'off'>> = {}): readonly string[] {
  const service = createService();
  const { findings } = service.lint({
    path: '/etc/redis/redis.conf',
    file: service.parse(['bind 127.0.0.1', ...lines].join('\n')),
    options: { severities },
  });
  return findings
    .filter(({ rule }) => rule === RULE || rule.startsWith('lint-'))
    .map(({ rule, at }) => `${rule} ${at.line + 1}`);
}

describe('comments that disable rules', () => {
  const cases: readonly (readonly [name: string, lines: readonly string[], left: readonly string[]])[] = [
    ['none', [BAD], [`${RULE} 2`]],
    ['the next line', [`# redis-conf-lint-disable-next-line ${RULE}`, BAD], []],
    [
      'the next directive, past comments and blank lines',
      [`# redis-conf-lint-disable-next-line ${RULE}`, '', '# why', BAD],
      [],
    ],
    [
      'the next line only',
      [`# redis-conf-lint-disable-next-line ${RULE}`, 'port 1', BAD],
      ['lint-unused-suppression 2', `${RULE} 4`],
    ],
    ['the rest of the file', [`# redis-conf-lint-disable ${RULE} -- closed network`, 'port 1', BAD], []],
    ['not what stands above', [BAD, `# redis-conf-lint-disable ${RULE}`], [`${RULE} 2`, 'lint-unused-suppression 3']],
    [
      'until it is enabled again',
      [`# redis-conf-lint-disable ${RULE}`, 'port 1', `# redis-conf-lint-enable ${RULE}`, BAD],
      ['lint-unused-suppression 2', `${RULE} 5`],
    ],
    [
      'until everything is enabled again',
      [`# redis-conf-lint-disable ${RULE}`, '# redis-conf-lint-enable', BAD],
      ['lint-unused-suppression 2', `${RULE} 4`],
    ],
    [
      'not when another rule is enabled again',
      [`# redis-conf-lint-disable ${RULE}`, '# redis-conf-lint-enable log-level-debug', BAD],
      [],
    ],
    [
      'several rules',
      [`#redis-conf-lint-disable-next-line log-level-debug, ${RULE}`, BAD],
      ['lint-unused-suppression 2'],
    ],
    [
      'another rule',
      ['# redis-conf-lint-disable-next-line log-level-debug', BAD],
      ['lint-unused-suppression 2', `${RULE} 3`],
    ],
    [
      'a rule that does not exist',
      ['# redis-conf-lint-disable-next-line net-protected', BAD],
      ['lint-unknown-suppression 2', `${RULE} 3`],
    ],
    [
      'the check of comments itself',
      ['# redis-conf-lint-disable lint-unknown-suppression', '# redis-conf-lint-disable nothing'],
      [],
    ],
    [
      'words after the reason do not count',
      [`# redis-conf-lint-disable-next-line -- ${RULE}`, BAD],
      ['lint-unknown-suppression 2', `${RULE} 3`],
    ],
    ['Windows line ends', [`# redis-conf-lint-disable-next-line ${RULE}\r`, `${BAD}\r`], []],
  ];
  for (const [name, lines, left] of cases) it(name, () => assert.deepEqual(findingsOf(lines), left));

  it('are not called unused while their rule is off', () => {
    assert.deepEqual(findingsOf([`# redis-conf-lint-disable ${RULE}`, BAD], { [RULE]: 'off' }), []);
  });

  it('may name a rule by an id that it had, and reports name it by the one that it has', () => {
    const judged = (...lines: readonly string[]) => {
      const service = createService();
      const text = ['bind 127.0.0.1', ...lines].join('\n');
      const { findings } = service.lint({ path: '/etc/redis/redis.conf', file: service.parse(text) });
      return findings
        .filter(({ rule }) => /^(client|lint)-/.test(rule))
        .map(({ rule, message }) => `${rule}: ${message}`);
    };
    const comment = '# redis-conf-lint-disable-next-line cli-maxclients-low';
    assert.deepEqual(judged(comment, 'maxclients 10'), []);
    assert.deepEqual(judged(comment, 'maxclients 1000'), [
      'lint-unused-suppression: client-maxclients-low finds nothing on the next line. Remove the comment.',
    ]);
    const disabled = '# redis-conf-lint-disable client-maxclients-low';
    assert.equal(judged(disabled, '# redis-conf-lint-enable cli-maxclients-low', 'maxclients 10').length, 2);
  });

  it('say nothing about whether the server starts', () => {
    const service = createService();
    const text = '# redis-conf-lint-disable syntax-unknown-directive\nmaxmemroy 1mb\n';
    const {
      findings,
      verdict: { starts },
    } = service.lint({ path: '/etc/redis/redis.conf', file: service.parse(text) });
    assert.ok(!findings.some(({ rule }) => rule === 'syntax-unknown-directive'));
    assert.equal(starts, 'no');
  });
});
