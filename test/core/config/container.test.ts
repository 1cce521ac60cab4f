import assert from 'node:assert/strict';
import { RULES } from '../../../server/src/core/rules/index.js';
import type { LintRequest } from '../../../server/src/core/service.js';
import { fixturesOf, lintWith } from '../../support/fixtures.js';
import { keepingService } from '../../support/keeping-service.js';

const service = keepingService();
const lint = (text: string, path: string, request: Partial<LintRequest> = {}) =>
  service.lint({ path, file: service.parse(text), ...request });

describe('what looks like a container', () => {
  const OPEN = 'bind 0.0.0.0\n';
  const cases: readonly (readonly [path: string, root: string | undefined, text: string, sign: string | undefined])[] =
    [
      ['/w/docker/redis.conf', '/w', OPEN, 'directory "docker"'],
      ['/w/deploy/k8s/cache/redis.conf', '/w', OPEN, 'directory "k8s"'],
      ['/w/Docker/redis.conf', '/w', OPEN, 'directory "Docker"'],
      ['/w/docker-scripts/redis.conf', '/w', OPEN, undefined],
      ['/w/decompose/redis.conf', '/w', OPEN, undefined],
      ['/w/docker.conf', '/w', OPEN, undefined],
      // Where the project was checked out to says nothing.
      ['/home/me/docker/w/redis.conf', '/home/me/docker/w', OPEN, undefined],
      ['/docker/redis.conf', '/docker', OPEN, undefined],
      ['/docker/helm/redis.conf', '/', OPEN, 'directory "docker"'],
      // Without a root: the file's own folder.
      ['/home/me/docker/redis.conf', undefined, OPEN, 'directory "docker"'],
      ['/home/docker/me/redis.conf', undefined, OPEN, undefined],
      ['/other/docker/redis.conf', '/w', OPEN, 'directory "docker"'],
      // What the file itself says.
      ['/w/redis.conf', '/w', `# for docker-compose\n${OPEN}`, 'comment at the top'],
      ['/w/redis.conf', '/w', `# we decompose and overwhelm\n${OPEN}`, undefined],
      ['/w/redis.conf', '/w', `${'\n'.repeat(20)}# Docker\n${OPEN}`, undefined],
      ['/w/redis.conf', '/w', `${OPEN}dir /data\n`, '"dir /data"'],
      ['/w/redis.conf', '/w', `${OPEN}dir /data\ndir /var/lib/redis\n`, undefined],
    ];
  for (const [path, root, text, sign] of cases) {
    it(`${path} below ${root} with ${JSON.stringify(text.trim())}: ${sign}`, () => {
      const { exposure } = lint(text, path, { root }).config;
      assert.deepEqual([exposure.container, exposure.containerSign], [sign ? 'guessed' : 'no', sign]);
    });
  }
});

describe('a finding in what looks like a container', () => {
  const SENTINEL = 'port 26379\nbind 0.0.0.0\nsentinel monitor m 10.0.0.5 6379 2\n';
  const noAuth = (path: string, request: Partial<LintRequest> = {}) =>
    lint(SENTINEL, path, { root: '/w', ...request }).findings.find(({ rule }) => rule === 'sentinel-no-auth');

  it('is one step milder and says what makes it so', () => {
    assert.equal(noAuth('/w/sentinel.conf')?.severity, 'error');
    const found = noAuth('/w/docker/sentinel.conf');
    assert.equal(found?.severity, 'warning');
    assert.match(found?.message ?? '', / Looks like a container: directory "docker"\.$/);
  });

  it('is as severe as somebody asked for, without a word', () => {
    const options = { severities: { 'sentinel-no-auth': 'error' } } as const;
    const found = noAuth('/w/docker/sentinel.conf', { options });
    assert.equal(found?.severity, 'error');
    assert.doesNotMatch(found?.message ?? '', /container/);
  });

  for (const rule of RULES.filter(({ isMilderInContainer }) => isMilderInContainer)) {
    it(`of ${rule.id} has room for the longest sign`, () => {
      for (const { name, text } of fixturesOf(rule.id)) {
        for (const { message } of lintWith(rule, name, text)) {
          const own = message.replace(/ Looks like a container: .*/, '');
          const whole = `${own} Looks like a container: directory "kubernetes".`;
          assert.ok(whole.length <= 160, `${whole.length} characters: ${whole}`);
        }
      }
    });
  }
});
