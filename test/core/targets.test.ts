import assert from 'node:assert/strict';
import { describeReleaseLines, isWhollyKnown, parseTarget, targetId } from '../../server/src/core/directives/target.js';
import { createService } from '../../server/src/core/service.js';

describe('the name of a target', () => {
  const named: readonly (readonly [text: string, id: string | undefined])[] = [
    ['redis-7.2', 'redis-7.2'],
    ['Redis 7.2.6', 'redis-7.2.6'],
    ['valkey:8.1', 'valkey-8.1'],
    ['redis@v6.2', 'redis-6.2'],
    ['redis', 'redis-8.10'],
    ['valkey', 'valkey-9.1'],
    // A major alone: its newest line that is wholly known.
    ['redis-7', 'redis-7.4'],
    ['redis 6', 'redis-6.2'],
    ['redis-8', 'redis-8.10'],
    ['valkey:8', 'valkey-8.1'],
    ['valkey-9', 'valkey-9.1'],
    // Patch levels go on.
    ['redis-7.2.99', 'redis-7.2.99'],
    // Newer than what is wholly known, but they exist.
    ['redis-8.8', 'redis-8.8'],
    ['redis-8.10.2', 'redis-8.10.2'],
    ['redis-8.12', 'redis-8.12'],
    ['valkey-9.2', 'valkey-9.2'],
    // Mistakes.
    ['redis-99', undefined],
    ['redis-7.3', undefined],
    ['redis-7.02', undefined],
    ['redis-8.1', undefined],
    ['valkey-7.9', undefined],
    ['valkey-6', undefined],
    ['redis7', undefined],
    ['redis-', undefined],
    ['keydb-6.3', undefined],
    ['', undefined],
  ];
  for (const [text, id] of named) {
    it(`"${text}" is ${id ?? 'none'}`, () => {
      const target = parseTarget(text);
      assert.equal(target && targetId(target), id);
    });
  }

  it('is described with every line that exists', () =>
    assert.equal(
      describeReleaseLines(),
      'Redis 2.6, 2.8, 3.0, 3.2, 4.0, 5.0, 6.0, 6.2, 7.0, 7.2, 7.4, 8.0, 8.2, 8.4, 8.6, 8.8, 8.10, 8.12 and Valkey 7.2, 8.0, 8.1, 9.0, 9.1, 9.2',
    ));
});

describe('a target that is newer than what is wholly known', () => {
  const service = createService();
  const lint = (text: string, id: string) => {
    const target = parseTarget(id);
    assert.ok(target && isWhollyKnown(target) === /8\.10|9\.1/.test(id), id);
    const {
      findings,
      verdict: { starts },
    } = service.lint({
      path: '/etc/redis.conf',
      file: service.parse(text),
      target,
      dialect: 'server',
    });
    const isAboutNames = /unknown|fork-only/;
    const found = findings.filter(({ rule }) => isAboutNames.test(rule));
    return [starts, ...found.map(({ rule, severity, isFatal }) => `${rule} ${severity}${isFatal ? ' fatal' : ''}`)];
  };
  const cases: readonly (readonly [text: string, target: string, expected: readonly string[]])[] = [
    ['brand-new-switch yes\n', 'redis-8.12', ['unknown', 'syntax-unknown-directive warning']],
    ['brand-new-switch yes\n', 'redis-8.10', ['no', 'syntax-unknown-directive error fatal']],
    ['brand-new-switch yes\n', 'valkey-9.2', ['unknown', 'syntax-unknown-directive warning']],
    ['maxmemroy 1gb\n', 'redis-8.12', ['no', 'syntax-unknown-directive error fatal']],
    ['availability-zone a\n', 'redis-8.12', ['unknown', 'version-fork-only warning']],
    ['availability-zone a\n', 'redis-8.10', ['no', 'version-fork-only error fatal']],
    ['rename-command BRANDNEW ""\n', 'redis-8.12', ['unknown', 'rename-command-unknown warning']],
    ['rename-command CONFGI ""\n', 'redis-8.12', ['no', 'rename-command-unknown error fatal']],
    ['user a on >b +brandnew\n', 'redis-8.12', ['unknown', 'acl-unknown-command warning']],
    ['user a on >b +gte\n', 'redis-8.12', ['no', 'acl-unknown-command error fatal']],
    ['user a on >b +@brandnew\n', 'redis-8.12', ['unknown', 'acl-unknown-category warning']],
    ['user a on >b +@raed\n', 'redis-8.12', ['no', 'acl-unknown-category error fatal']],
    ['port 6379\n', 'redis-8.12', ['yes']],
  ];
  for (const [text, target, expected] of cases) {
    it(`${target} and "${text.trim()}": ${expected.join(', ')}`, () => assert.deepEqual(lint(text, target), expected));
  }
});
