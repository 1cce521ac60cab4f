import assert from 'node:assert/strict';
import { isRepeat } from '../../../server/src/core/lint/fold-repeats.js';
import { createService, type Finding } from '../../../server/src/core/service.js';

const service = createService();
const NAME = '/etc/redis/keydb.conf';
const TWICE = 'server-threads 4\nactive-replica yes\nmulti-master yes\n';
const RULE = 'version-fork-only';

function findingsOf(text: string): readonly Finding[] {
  const { findings } = service.lint({ path: NAME, file: service.parse(text) });
  return findings.filter(({ rule }) => rule === RULE);
}

const OLD_NAMES = 'slave-read-only yes\nlua-time-limit 5000\n';

function oldNamesOf(text: string): readonly Finding[] {
  const { findings } = service.lint({ path: '/etc/redis/redis.conf', file: service.parse(text) });
  return findings.filter(({ rule }) => rule === 'version-deprecated-alias');
}

describe('findings that say the same of several lines', () => {
  it('are parts of the first one, which lists their places', () => {
    const [first, ...others] = findingsOf(TWICE);
    assert.equal(first?.partOf, undefined);
    assert.deepEqual(
      first?.related.map(({ at: { line }, message }) => [line, message]),
      [
        [1, 'The same here.'],
        [2, 'The same here.'],
      ],
    );
    assert.deepEqual(others.map(isRepeat), [true, true]);
  });

  it('are parts of the first one where they tell one state in words of their own', () => {
    const [first, other] = oldNamesOf(OLD_NAMES);
    assert.deepEqual([first?.partOf, other?.partOf], [undefined, 'version-deprecated-alias']);
    assert.deepEqual(
      first?.related.map(({ at: { line }, message }) => [line, message]),
      [[1, other?.message]],
    );
  });

  it('keep their places, severities and fixes', () => {
    const findings = oldNamesOf(OLD_NAMES);
    assert.deepEqual(
      findings.map(({ at, severity }) => [at.line, severity]),
      [
        [0, 'hint'],
        [1, 'hint'],
      ],
    );
    for (const finding of findings) {
      const lines = finding.fixes().flatMap(({ edits }) => edits.map((edit) => 'line' in edit && edit.line));
      assert.deepEqual(lines, [finding.at.line]);
    }
  });

  it('are led by the first one that no comment switches off', () => {
    const [first, ...others] = findingsOf(`# redis-conf-lint-disable-next-line ${RULE} -- kept\n${TWICE}`);
    assert.deepEqual([first?.at.line, first?.partOf], [2, undefined]);
    assert.deepEqual(others.map(isRepeat), [true]);
  });

  it('list twenty places, and how many more there are', () => {
    const [first] = findingsOf('server-threads 4\n'.repeat(25));
    assert.equal(first?.related.length, 20);
    assert.equal(first?.related.at(-1)?.message, 'The same here, and at 4 more.');
  });

  it('stand for themselves where words or rules differ', () => {
    const { findings } = service.lint({
      path: '/etc/redis/redis.conf',
      file: service.parse('port 6379\nserver-threads 4\nactive-replica yes\n'),
    });
    assert.deepEqual(findings.filter(isRepeat), []);
  });
});
