import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import { completion, describeCompletion, hover, parseTarget } from '../../../server/src/core/service.js';
import { keepingService } from '../../support/keeping-service.js';

const HASH = '6b1f0c9d2e7a4f53b8c1d0e9f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5';
const service = keepingService();

/** A configuration and the place that `¦` marks in its text. */
function at(marked: string, path: string, target = 'redis-7.2') {
  const offset = marked.indexOf('¦');
  const before = marked.slice(0, offset).split('\n');
  const file = service.parse(marked.replace('¦', ''));
  const { config } = service.load({ path, file, target: parseTarget(target) });
  return { config, path, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}

function hovered(marked: string, path = '/etc/redis/users.acl', target?: string): string {
  const place = at(marked, path, target);
  return (hover(place.config, place.path, place.position)?.contents as MarkupContent | undefined)?.value ?? '';
}

function offered(marked: string, path = '/etc/redis/users.acl', target?: string): readonly string[] {
  const place = at(marked, path, target);
  return completion(place.config, place.path, place.position).map(({ label }) => label);
}

describe('hover on ACL rules', () => {
  const cases: readonly (readonly [line: string, says: RegExp])[] = [
    ['user app o¦n', /^The user can log in\.$/],
    ['user app nop¦ass', /^Every password logs in/],
    ['user app ~¦*', /^All keys may be read and written/],
    ['user app %R~or¦ders:*', /Keys that match `orders:\*` may be read, not written/],
    ['user app &ev¦ents', /channels that match `events` may be used/],
    ['user app +config|s¦et', /^Allows \*\*CONFIG SET\*\*\.\n\n@admin @dangerous @slow\n\nIn Redis/],
    ['user app -con¦fig', /^Forbids \*\*CONFIG\*\* with all its \d+ subcommands\./],
    ['user app +select|¦0', /^Allows \*\*SELECT\*\* only with `0` as its first argument/],
    ['user app +@dang¦erous', /^Allows the \d+ commands of \*\*@dangerous\*\*: .* and \d+ more\.$/],
    ['user app (~tmp:* +fl¦ushdb)', /^Allows \*\*FLUSHDB\*\*/],
    ['user app +¦auth', /logged in or not/],
  ];
  for (const [line, says] of cases) {
    it(`${line} in an ACL file`, () => assert.match(hovered(`${line}\n`), says));
    it(`${line} in redis.conf`, () => assert.match(hovered(`${line}\n`, '/etc/redis/redis.conf'), says));
  }

  it('is about the target: subcommands are no commands before Redis 7.0', () => {
    assert.match(hovered('user app +config|g¦et\n', undefined, 'redis-6.2'), /only with `get` as its first argument/);
  });

  it('is silent about what the server refuses', () => {
    for (const rule of ['+nosu¦ch', '+@nosu¦ch', 'onn¦']) assert.equal(hovered(`user app ${rule}\n`), '', rule);
  });
});

describe('hover on the name of a user', () => {
  it('sums up what all rules come to', () => {
    const text = hovered(`user ap¦p on #${HASH} ~orders:* -@all +get +config|set\n`);
    assert.match(text, /^`app` can log in with its password\n\n- 2 of \d+ commands: CONFIG SET, GET\n/);
    assert.match(text, /- keys `orders:\*`/);
  });

  it('does so in redis.conf too', () => {
    assert.match(hovered('port 1\nuser ap¦p on nopass +@all ~*\n', '/etc/redis/redis.conf'), /with any password/);
  });

  it('never shows a password or a hash', () => {
    for (const line of [`us¦er a >my-secret #${HASH}`, `user ¦a >my-secret #${HASH}`, `user a >my-¦secret #${HASH}`])
      assert.doesNotMatch(hovered(line), /my-secret|6b1f0c9d/, line);
    assert.match(hovered(`user a #6b1f¦${HASH.slice(4)}`), /by its SHA-256 hash/);
  });
});

describe('completion of ACL rules', () => {
  const contains: readonly (readonly [line: string, has: readonly string[], hasNot: readonly string[]])[] = [
    ['us¦', ['user'], ['on']],
    ['user ¦', ['default'], ['on']],
    ['user app ¦', ['on', 'off', 'resetpass', 'allkeys', '%R~', '>', '#'], ['alldbs', '+get']],
    ['user app res¦', ['reset', 'resetpass', 'resetkeys', 'resetchannels'], ['on']],
    ['user app on +¦', ['+get', '+config', '+@read', '+@all'], ['+config|get', '-get', 'on']],
    ['user app on -@¦', ['-@dangerous', '-@all'], ['-get']],
    ['user app +config|¦', ['+config|get', '+config|set'], ['+get', '+@read']],
    ['user app (¦', ['allkeys', '~', '%W~'], ['on', '>', 'reset']],
    ['user app (~a +¦', ['+get', '+@write'], ['on']],
    ['user app (~a +get) o¦', ['on', 'off'], []],
  ];
  for (const [line, has, hasNot] of contains) {
    it(line, () => {
      const inFile = offered(line);
      for (const label of has) assert.ok(inFile.includes(label), `${label} of ${inFile}`);
      for (const label of hasNot) assert.ok(!inFile.includes(label), label);
      if (line.startsWith('user ')) assert.deepEqual(offered(line, '/etc/redis/redis.conf'), inFile);
    });
  }

  it('offers what the target knows', () => {
    assert.ok(!offered('user app ¦', undefined, 'redis-6.0').some((label) => /^(&|%|.*channels$)/.test(label)));
    assert.ok(offered('user app ¦', undefined, 'valkey-9.1').includes('alldbs'));
    assert.deepEqual(offered('user app +config|¦', undefined, 'redis-6.2'), []);
  });

  it('leaves comments and the default user that is described already alone', () => {
    assert.deepEqual(offered('# user app ¦'), []);
    assert.deepEqual(offered('user default off\nuser ¦'), []);
  });

  it('replaces the whole rule and describes the one that is looked at', () => {
    const { config, path, position } = at('user app +config|s¦', '/etc/redis/users.acl');
    const item = completion(config, path, position).find(({ label }) => label === '+config|set');
    assert.ok(item?.textEdit && 'range' in item.textEdit);
    assert.equal(item.textEdit.range.start.character, 'user app '.length);
    assert.match(JSON.stringify(describeCompletion(config, item).documentation), /Allows \*\*CONFIG SET\*\*/);
  });
});
