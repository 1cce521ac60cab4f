import assert from 'node:assert/strict';
import { effectiveValue } from '../../server/src/core/answers/effective.js';
import type { DirectiveName } from '../../server/src/core/directives/catalog.js';
import { parseTarget } from '../../server/src/core/directives/target.js';
import { keepingService } from '../support/keeping-service.js';

const service = keepingService([]);

/** The file, the directive, the servers, and what is in force there. */
const TABLE: readonly (readonly [string, DirectiveName, readonly string[], string])[] = [
  ['databases 16\ncluster-enabled yes', 'databases', ['redis-7.2', 'redis-8.10', 'valkey-7.2', 'valkey-8.1'], '1'],
  ['cluster-enabled yes', 'databases', ['redis-8.6'], '1'],
  ['databases 16\ncluster-enabled yes', 'databases', ['redis-7.0', 'valkey-9.0'], '16'],
  ['databases 8\ncluster-enabled no', 'databases', ['redis-7.2'], '8'],
  ['io-threads 128', 'io-threads', ['valkey-8.0'], '16'],
  ['maxmemory 1.5gb', 'maxmemory', ['redis-5.0'], '0'],
  ['rdbcompression lz4', 'rdbcompression', ['valkey-9.2'], 'lz4'],
];

describe('the value in force', () => {
  for (const [text, name, targets, expected] of TABLE) {
    for (const id of targets) {
      it(`of ${name} in ${id} is ${expected} after ${text.replaceAll('\n', ' / ')}`, () => {
        const target = parseTarget(id);
        assert.ok(target, id);
        const { config } = service.load({ path: '/etc/redis.conf', file: service.parse(`${text}\n`), target });
        assert.equal(effectiveValue(config, name)?.value, expected);
      });
    }
  }
});
