import assert from 'node:assert/strict';
import * as yaml from 'yaml';
import { createDocumentService } from '../../server/src/core/document-service.js';
import { createLoadCache, createService, formatTarget, type LintResult } from '../../server/src/core/service.js';
import { filesInMemory } from '../support/files-in-memory.js';

const DOCUMENTS = createDocumentService(createService(), () => yaml);
const CACHE = createLoadCache();

/** The only server of a compose file in the folder `/w`. */
function lintService(lines: string, files: Readonly<Record<string, string>> = {}, name = 'compose.yml'): LintResult {
  const text = `services:\n  cache:\n${lines.replaceAll(/^(?=.)/gm, '    ')}\n`;
  const path = `/w/${name}`;
  const reader = filesInMemory({ [path]: text, ...files });
  const { results } = DOCUMENTS.lint({ kind: 'compose', path, text, root: '/w', reader, cache: CACHE });
  const [result, ...others] = results;
  if (!result || others.length > 0) throw new Error(`There are ${results.length} servers.`);
  return result;
}

function findingsOf(result: LintResult): readonly string[] {
  return result.findings.map(({ rule, severity, at }) => `${rule} (${severity}) ${at.source}:${at.line + 1}`);
}

const severityOf = (result: LintResult, rule: string): string | undefined =>
  result.findings.find((finding) => finding.rule === rule)?.severity;

describe('the target of a server that a document starts', () => {
  const cases: readonly (readonly [image: string, target: string, by: string, isFloating: boolean])[] = [
    ['redis:7.2.5', 'Redis 7.2.5', 'image', false],
    ['redis:7.2-alpine', 'Redis 7.2', 'image', false],
    ['redis:7-alpine', 'Redis 7.4', 'image', true],
    ['docker.io/library/redis:6', 'Redis 6.2', 'image', true],
    ['valkey/valkey:8.0', 'Valkey 8.0', 'image', false],
    ['redis/redis-stack-server:7.4.0-v1', 'Redis 7.4', 'image', false],
  ];
  for (const [image, target, by, isFloating] of cases) {
    it(`is ${target} for ${image}`, () => {
      const told = lintService(`image: ${image}`).deployment.target;
      assert.deepEqual([formatTarget(told.value), told.by, told.isFloating ?? false], [target, by, isFloating]);
    });
  }

  it('is guessed for an image that nobody knows', () => {
    const { target } = lintService('image: example/redis:7.2\ncommand: redis-server').deployment;
    assert.equal(target.by, 'default');
  });

  it('is what the project names', () => {
    const settings = { '/w/.redis-conf-lint.json': '{ "target": "redis-6.2" }' };
    const { target } = lintService('image: redis:7.2', settings).deployment;
    assert.deepEqual([formatTarget(target.value), target.by], ['Redis 6.2', 'project']);
  });
});

describe('what an image has by itself', () => {
  const cases: readonly (readonly [lines: string, isProtected: boolean, auth: string])[] = [
    ['image: redis:7.2', false, 'open'],
    ['image: valkey/valkey:8.0', false, 'open'],
    ['image: redis/redis-stack-server:7.4.0-v1', false, 'open'],
    ['image: redis:7.2\ncommand: redis-server --protected-mode yes', true, 'open'],
    ['image: bitnami/redis:7.2\nenvironment: ["ALLOW_EMPTY_PASSWORD=yes"]', false, 'open'],
    ['image: bitnami/redis:7.2\nenvironment: {REDIS_PASSWORD: 52f9a0c47d1e4b6f8a3c}', true, 'password'],
    ['image: bitnami/redis:7.2\nenvironment: {REDIS_PASSWORD: "${PASSWORD}"}', true, 'unknown'],
    ['image: bitnami/redis:7.2\nenvironment: {REDIS_PASSWORD_FILE: /run/secrets/redis}', true, 'unknown'],
    ['image: bitnami/redis:7.2', true, 'unknown'],
  ];
  for (const [lines, isProtected, auth] of cases) {
    it(`is protected mode ${isProtected ? 'on' : 'off'}, ${auth}, for ${JSON.stringify(lines)}`, () => {
      const { exposure } = lintService(lines).config;
      assert.deepEqual([exposure.protectedMode.isOn, exposure.auth], [isProtected, auth]);
    });
  }
});

describe('a server without a password', () => {
  const cases: readonly (readonly [lines: string, severity: string | undefined])[] = [
    ['ports: ["6379:6379"]', 'error'],
    ['network_mode: host', 'error'],
    ['ports: ["6379:6379"]\ncommand: redis-server --bind 127.0.0.1', 'information'],
    ['ports: ["127.0.0.1:6379:6379"]', 'information'],
    ['expose: [6379]', 'information'],
    ['network_mode: none', 'information'],
    ['ports: ["6379:6379"]\ncommand: redis-server --requirepass ${PASSWORD:?}', undefined],
    ['ports: ["6379:6379"]\ncommand: redis-server /etc/redis/redis.conf', undefined],
    ['ports: ["6379:6379"]\ncommand: /scripts/start.sh', undefined],
  ];
  for (const [lines, severity] of cases) {
    it(`is ${severity ?? 'not told of'} with ${JSON.stringify(lines)}`, () => {
      assert.equal(severityOf(lintService(`image: redis:7.2\n${lines}`), 'auth-missing'), severity);
    });
  }

  it('is a warning where a line leaves it to protected mode', () => {
    const result = lintService('image: redis:7.2\nports: ["6379:6379"]\ncommand: redis-server --protected-mode yes');
    assert.equal(severityOf(result, 'auth-missing'), undefined);
    assert.equal(severityOf(result, 'auth-protected-mode-only-guard'), 'warning');
  });

  it('is one step milder in a file for development', () => {
    const result = lintService('image: redis:7.2\nports: ["6379:6379"]', {}, 'compose.dev.yml');
    assert.equal(severityOf(result, 'auth-missing'), 'warning');
    assert.equal(severityOf(result, 'compose-port-published'), 'warning');
  });

  it('has at most three findings where it is merely open inside its network', () => {
    const result = lintService('image: redis:7.2\ncommand: redis-server --appendonly yes');
    assert.deepEqual(findingsOf(result), [
      'auth-missing (information) /w/compose.yml:4',
      'mem-maxmemory-missing (information) /w/compose.yml:4',
    ]);
  });

  it('may use what its container is limited to', () => {
    assert.equal(severityOf(lintService('image: redis:7.2\nmem_limit: 1g'), 'mem-maxmemory-missing'), undefined);
  });
});

describe('the verdict on a server that a document starts', () => {
  it('tells the way in, from the port to the missing password', () => {
    const lines =
      'image: redis:7.2\nports: ["6379:6379"]\nvolumes: ["./conf:/etc/redis"]\ncommand: redis-server /etc/redis/redis.conf';
    const { verdict } = lintService(lines, { '/w/conf/redis.conf': 'port 6379\nbind 0.0.0.0\n' });
    assert.equal(verdict.tone, 'open');
    assert.equal(verdict.sentence, 'Published on every interface, no password; the image turns protected mode off.');
    assert.deepEqual(
      verdict.path.map(({ at, says }) => `${at.source}:${at.line + 1} ${says}`),
      [
        '/w/compose.yml:4 published on every interface',
        '/w/conf/redis.conf:1 TLS off',
        '/w/conf/redis.conf:2 open to the network',
        '/w/conf/redis.conf:1 without a password',
      ],
    );
  });

  const cases: readonly (readonly [lines: string, tone: string, short: string, sentence: string])[] = [
    [
      'command: redis-server --requirepass 52f9a0c47d1e4b6f8a3c',
      'fine',
      'Not published',
      'Reached by the containers of its network, with a password, TLS off.',
    ],
    [
      'ports: ["${ADDRESS}:6379:6379"]',
      'unknown',
      'Reach unknown',
      'Who reaches it is not known here, no password; the image turns protected mode off.',
    ],
    ['command: redis-server --bind 127.0.0.1', 'fine', 'Loopback only', 'Loopback only without a password, TLS off.'],
  ];
  for (const [lines, tone, short, sentence] of cases) {
    it(`is "${short}" for ${JSON.stringify(lines)}`, () => {
      const { verdict } = lintService(`image: redis:7.2\n${lines}`);
      assert.deepEqual([verdict.tone, verdict.short, verdict.sentence], [tone, short, sentence]);
    });
  }
});

describe('the file that a server is started with', () => {
  const started = 'image: redis:7.2\ncommand: redis-server /etc/redis/redis.conf\nvolumes: ["./conf:/etc/redis:ro"]';

  it('is looked for where it is mounted from', () => {
    const { config } = lintService(started, { '/w/conf/redis.conf': 'requirepass secret\n' });
    assert.deepEqual(
      config.files.map(({ id }) => id),
      ['/w/conf/redis.conf', '/w/compose.yml#services.cache.command'],
    );
  });

  it('leaves open what it may say where it is not here', () => {
    const { config, findings } = lintService(started);
    assert.equal(config.mayBeSaidElsewhere, true);
    assert.equal(config.exposure.auth, 'unknown');
    const [unread] = findings.filter(({ rule }) => rule === 'config-source-unreadable');
    assert.deepEqual([unread?.severity, unread?.at.line, unread?.at.at.start], ['hint', 3, 26]);
  });

  it('decides for whom an argument behind it does not', () => {
    const lines = `${started.replace('redis.conf\n', 'redis.conf --requirepass 52f9a0c47d1e4b6f8a3c\n')}`;
    assert.equal(lintService(lines).config.exposure.auth, 'password');
  });
});
