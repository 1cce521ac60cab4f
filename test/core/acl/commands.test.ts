import assert from 'node:assert/strict';
import { commandTableFor, lookupCategory, nearestCategories } from '../../../server/src/core/acl/commands.js';
import { parseTarget, type Target } from '../../../server/src/core/directives/target.js';

const tableOf = (id: string) => commandTableFor(parseTarget(id) as Target);

describe('command table', () => {
  for (const [target, name, isKnown] of [
    ['redis-6.2', 'config', true],
    ['redis-6.2', 'config|get', false],
    ['redis-6.2', 'fcall', false],
    ['redis-7.0', 'config|get', true],
    ['redis-7.0', 'CONFIG|GET', true],
    ['redis-7.0', 'config|nosuch', false],
    ['redis-7.0', 'vadd', false],
    ['redis-8.0', 'vadd', true],
    ['valkey-9.1', 'vadd', false],
    ['redis-8.6', 'json.get', false],
  ] as const) {
    it(`of ${target} ${isKnown ? 'knows' : 'does not know'} ${name}`, () =>
      assert.equal(tableOf(target).lookup(name) !== undefined, isKnown));
  }

  it('links containers and subcommands, containers first', () => {
    const { commands, lookup } = tableOf('redis-7.2');
    const container = lookup('config');
    assert.ok(container?.subcommands.some(({ name }) => name === 'config|rewrite'));
    assert.equal(lookup('config|rewrite')?.parent, container);
    for (const [index, { id, parent }] of commands.entries()) {
      assert.equal(id, index);
      assert.ok(parent === undefined || parent.id < id);
    }
  });

  it('has the categories of the version', () => {
    assert.deepEqual([...(tableOf('redis-6.2').lookup('wait')?.categories ?? [])], ['keyspace', 'slow']);
    assert.deepEqual([...(tableOf('redis-7.0').lookup('wait')?.categories ?? [])], ['connection', 'slow']);
    assert.ok(
      tableOf('redis-7.0')
        .inCategory('scripting')
        .some(({ name }) => name === 'eval'),
    );
  });

  it('suggests what a misspelt name may have meant', () => {
    assert.equal(tableOf('redis-7.2').nearest('confg|get')[0], 'config|get');
    assert.equal(nearestCategories('dangerus')[0], 'dangerous');
  });
});

describe('categories', () => {
  it('are looked up in any case; modules bring their own', () => {
    assert.equal(lookupCategory('Dangerous'), 'dangerous');
    assert.equal(lookupCategory('json'), undefined);
  });
});
