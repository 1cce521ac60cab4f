import assert from 'node:assert/strict';
import { aclLanguageOf, applyRules } from '../../../server/src/core/acl/effective-user.js';
import { readAclFileLine } from '../../../server/src/core/acl/file-line.js';
import { matchesGlob } from '../../../server/src/core/acl/glob.js';
import { readRules } from '../../../server/src/core/acl/read-rules.js';
import { summarizeUser } from '../../../server/src/core/answers/summarize-user.js';
import { parseTarget, type Target } from '../../../server/src/core/directives/target.js';

const languageOf = (id: string) => aclLanguageOf(parseTarget(id) as Target);

function readUser(line: string, targetId = 'redis-7.2') {
  const read = readAclFileLine(`user ${line}`);
  assert.equal(read.kind, 'user');
  const language = languageOf(targetId);
  const rules = read.kind === 'user' ? readRules(read.rules, language.dialect) : [];
  return { ...applyRules(rules, language, { allChannels: targetId.startsWith('redis-6') }), rules, language };
}

describe('a user in words', () => {
  for (const [line, summary] of [
    ['a', 'cannot log in: it is off; no commands; no keys; no channels'],
    ['a on ~* &* +@all', 'cannot log in: it has no password; all commands; all keys; all channels'],
    [
      'a on nopass ~a:* %R~b +get +set',
      'can log in with any password; 2 of 241 commands: GET, SET; keys `a:*`, `b` (read); no channels',
    ],
    [
      'a on >x >y resetkeys &n +config|set +get',
      'can log in with 2 passwords; 2 of 241 commands: CONFIG SET, GET; no keys; channels `n`',
    ],
    [
      'a on >x (+get ~a)',
      'can log in with its password; no commands; no keys; no channels; or 1 of 241 commands: GET; keys `a`; no channels',
    ],
  ] as const) {
    it(line, () => {
      const { user, language } = readUser(line);
      assert.equal(summarizeUser(user, language).join('; '), summary);
    });
  }
});

describe('rules', () => {
  it('of a selector have the span of their own word', () => {
    const text = 'user a on (+get ~k:* nonsense) +set';
    const { rules } = readUser(text.slice('user '.length));
    const selector = rules.find(({ kind }) => kind === 'selector');
    assert.ok(selector?.kind === 'selector');
    assert.deepEqual(
      selector.rules.map(({ word }) => text.slice(word.start, word.end)),
      ['+get', '~k:*', 'nonsense'],
    );
  });
});

describe('key patterns', () => {
  for (const [pattern, text, isMatch] of [
    ['app:*', 'app:1', true],
    ['app:*', 'App:1', false],
    ['*', '', false],
    ['h?llo', 'hello', true],
    ['h[^e]llo', 'hello', false],
    ['h[a-e]llo', 'hello', true],
    ['a\\*', 'a*', true],
    ['a\\*', 'ab', false],
    ['*a*b*c*', 'xxaxxbxxc', true],
  ] as const) {
    it(`${pattern} ${isMatch ? 'matches' : 'does not match'} "${text}"`, () =>
      assert.equal(matchesGlob(pattern, text), isMatch));
  }
});
