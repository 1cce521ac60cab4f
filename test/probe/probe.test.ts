import assert from 'node:assert/strict';
import { describeWithServer } from '../support/with-real-server.js';
import { findDifferences, formatDifference } from './differences.js';
import { observeDirective } from './observe-directive.js';

describeWithServer('the data about the server at hand', (server) => {
  it('has its directives, defaults, commands and categories', async () => {
    const differences = await findDifferences(server(), { withBounds: false });
    assert.deepEqual(differences.map(formatDifference), []);
  });

  it('can be told from what it refuses', async () => {
    assert.deepEqual(await observeDirective('hz', server()), { kind: 'integer', min: '0', max: '2147483647' });
    assert.deepEqual(await observeDirective('appendfsync', server()), {
      kind: 'enum',
      values: ['always', 'everysec', 'no'],
    });
    assert.deepEqual(await observeDirective('requirepass', server()), { kind: undefined });
  });

  it('misses nothing that a server of another version has', async () => {
    const older = { ...server(), target: { product: 'redis', version: { major: 6, minor: 2, patch: 16 } } } as const;
    const names = (await findDifferences(older, { withBounds: false })).map(({ name }) => name);
    for (const name of ['enable-debug-command', 'config|get', 'expiretime']) assert.ok(names.includes(name), name);
  });
});
