import assert from 'node:assert/strict';
import fc from 'fast-check';
import { aclLanguageOf, applyRules, type EffectiveUser } from '../../server/src/core/acl/effective-user.js';
import { type CommandCall, deniedBecause } from '../../server/src/core/acl/permissions.js';
import { readRules } from '../../server/src/core/acl/read-rules.js';
import type { KeyAccess } from '../../server/src/core/acl/rule-syntax.js';
import { has } from '../../server/src/core/directives/capabilities.js';
import { splitWords } from '../../server/src/core/syntax/split-words.js';
import { inDeepTests } from '../support/deep.js';
import { describeWithServer } from '../support/with-real-server.js';

const CHECKS = inDeepTests(100_000, 900);
const USERS_EACH = 30;
const CALLS_EACH = 15;
const SEED = 20;

const RULES = [
  ...['+@all', '-@all', 'allcommands', 'nocommands', '+@read', '-@read', '+@write', '-@write', '+@dangerous'],
  ...['-@dangerous', '+@admin', '-@admin', '+@slow', '-@slow', '+@fast', '-@fast', '+@connection', '-@keyspace'],
  ...[
    '+@pubsub',
    '-@scripting',
    '+@string',
    '+get',
    '-get',
    '+set',
    '-set',
    '+mget',
    '+incr',
    '+del',
    '-del',
    '+lpush',
  ],
  ...['+config', '-config', '+config|get', '-config|get', '+config|set', '-config|set', '+client', '-client|list'],
  ...['+acl', '-acl', '+acl|whoami', '+select|0', '-select', '+debug|jmap', '-debug', '+eval', '-eval', '+publish'],
  ...['+subscribe', '+psubscribe', '-publish', '+flushall', '+ping', '-ping', '+hello', '-auth'],
  ...['~app:*', '~*', 'resetkeys', '%R~read:*', '%W~write:*', '%RW~both:*', '~[ab]?:x\\*', '~', 'allkeys resetkeys'],
  ...['&news:*', '&*', 'resetchannels', '&one', '(+get ~sel:*)', '(%R~sel2:* +@read)', '(+@all ~all:* &sel)'],
  ...['clearselectors', 'on', 'off', 'nopass', 'reset'],
];
const KEYS = [
  'app:1',
  'read:1',
  'write:1',
  'both:1',
  'a1:x*',
  'b2:x*',
  'c1:x*',
  'a1:xy',
  'sel:1',
  'sel2:1',
  'all:1',
  '',
];
const CHANNELS = ['news:1', 'news:*', 'one', 'sel', 'other', '*'];

interface Call {
  readonly words: readonly string[];
  readonly name: string;
  readonly firstArgument?: string;
  readonly keys?: readonly (readonly [string, KeyAccess])[];
  readonly channels?: CommandCall['channels'];
}

const key = fc.constantFrom(...KEYS);
const channel = fc.constantFrom(...CHANNELS);
const withKey = (name: string, access: KeyAccess, ...rest: readonly string[]) =>
  key.map((k): Call => ({ name, words: [name, k, ...rest], keys: [[k, access]] }));
const plain = (...words: readonly string[]): Call => ({
  words,
  name: words[0] ?? '',
  ...(words[1] === undefined ? {} : { firstArgument: words[1] }),
});
const sub = (container: string, name: string, ...rest: readonly string[]): Call => ({
  words: [container, name, ...rest],
  name: `${container}|${name}`,
});

const calls: fc.Arbitrary<Call> = fc.oneof(
  withKey('get', 'read'),
  withKey('set', 'write', 'v'),
  withKey('incr', 'both'),
  withKey('del', 'write'),
  withKey('lpush', 'write', 'v'),
  withKey('hget', 'read', 'f'),
  withKey('getset', 'both', 'v'),
  fc.tuple(key, key).map(
    ([a, b]): Call => ({
      name: 'mget',
      words: ['mget', a, b],
      keys: [
        [a, 'read'],
        [b, 'read'],
      ],
    }),
  ),
  fc.constantFrom(
    plain('ping'),
    plain('select', '0'),
    plain('select', '1'),
    plain('debug', 'jmap'),
    plain('flushall'),
    plain('eval', 'return 1', '0'),
    plain('dbsize'),
    plain('auth', 'x'),
    plain('shutdown'),
    sub('config', 'get', 'x'),
    sub('config', 'set', 'x', 'y'),
    sub('client', 'list'),
    sub('acl', 'whoami'),
    sub('acl', 'setuser', 'x'),
  ),
  channel.map(
    (name): Call => ({
      name: 'publish',
      words: ['publish', name, 'x'],
      channels: [{ name, isPattern: false }],
    }),
  ),
  channel.map(
    (name): Call => ({
      name: 'subscribe',
      words: ['subscribe', name],
      channels: [{ name, isPattern: false }],
    }),
  ),
  channel.map(
    (name): Call => ({
      name: 'psubscribe',
      words: ['psubscribe', name],
      channels: [{ name, isPattern: true }],
    }),
  ),
);

/** Mostly users that may do something, so that both answers are common. */
const START = ['', '+@all', '+@all ~* &*', '+@all %R~* &news:*', '+@all ~app:* %RW~both:* &*', '+@read +@write ~*'];
const userRules = fc
  .tuple(fc.constantFrom(...START), fc.array(fc.constantFrom(...RULES), { maxLength: 8 }))
  .map(([start, rules]) => [start, ...rules].join(' ').trim());

describeWithServer('permissions and ACL DRYRUN of a real server', (openServer) => {
  it(`agree on ${CHECKS} generated calls`, async function () {
    this.timeout(300_000);
    const server = openServer();
    if (!has(server.target, 'subcommands')) return this.skip();
    const language = aclLanguageOf(server.target);
    const understand = (text: string): EffectiveUser | undefined => {
      const read = applyRules(readRules(splitWords(text).words, language.dialect), language, { allChannels: false });
      return read.errors.length === 0 ? read.user : undefined;
    };
    let allowed = 0;
    const rounds = Math.ceil(CHECKS / (USERS_EACH * CALLS_EACH));
    for (let round = 0; round < rounds; round++) {
      const valid = userRules.filter((text) => understand(text) !== undefined);
      const users = fc.sample(valid, { seed: SEED + round, numRuns: USERS_EACH });
      const asked = fc.sample(calls, { seed: SEED - round - 1, numRuns: USERS_EACH * CALLS_EACH });
      const { replies } = await server.run({
        text: users.map((rules, index) => `user u${index} ${rules}\n`).join(''),
        commands: asked.map(({ words }, index) => ['ACL', 'DRYRUN', `u${index % USERS_EACH}`, ...words]),
      });
      assert.equal(replies.length, asked.length, 'the server starts with what we accept');
      for (const [index, { name, firstArgument, keys, channels, words }] of asked.entries()) {
        const rules = users[index % USERS_EACH] ?? '';
        const command = language.sets.table.lookup(name);
        const user = understand(rules);
        assert.ok(command && user);
        const call: CommandCall = {
          command,
          ...(firstArgument === undefined ? {} : { firstArgument }),
          ...(keys ? { keys: keys.map(([k, access]) => ({ key: k, access })) } : {}),
          ...(channels ? { channels } : {}),
        };
        const ours = deniedBecause(user, call) === undefined ? 'OK' : 'denied';
        const theirs = replies[index] === 'OK' ? 'OK' : 'denied';
        if (theirs === 'OK') allowed++;
        assert.equal(ours, theirs, `user x ${rules}\n${words.join(' ')}: ${JSON.stringify(replies[index])}`);
      }
    }
    assert.ok(allowed > CHECKS / 5 && allowed < CHECKS * 0.9, `${allowed} of ${CHECKS} calls are allowed`);
  });
});
