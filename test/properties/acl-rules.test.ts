import assert from 'node:assert/strict';
import fc from 'fast-check';
import { aclLanguageOf, applyRules } from '../../server/src/core/acl/effective-user.js';
import { readAclFileLine } from '../../server/src/core/acl/file-line.js';
import { readRules } from '../../server/src/core/acl/read-rules.js';
import type { AclRule } from '../../server/src/core/acl/rule-syntax.js';
import { summarizeUser } from '../../server/src/core/answers/summarize-user.js';
import { parseTarget, type Target } from '../../server/src/core/directives/target.js';

const TARGETS = ['redis-6.0', 'redis-6.2', 'redis-7.0', 'redis-8.6', 'valkey-9.1'];
const languageOf = (id: string) => aclLanguageOf(parseTarget(id) as Target);

describe('ACL rules', () => {
  it('of any line of any target are read, in bounds and without throwing', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '+',
      '-',
      '@',
      '|',
      '~',
      '%R',
      '&',
      '>',
      '#',
      '"',
      "'",
      ' ',
      '\t',
      'get',
      'all',
      'db=',
      'é',
      '\0',
    );
    const lines = fc
      .array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 25 })
      .map((parts) => parts.join(''));
    const languages = TARGETS.map(languageOf);
    fc.assert(
      fc.property(lines, fc.constantFrom(...languages), (line, language) => {
        const text = `user ${line}`.replaceAll('\n', '');
        const read = readAclFileLine(text);
        if (read.kind !== 'user') return;
        const check = (rule: AclRule): void => {
          assert.ok(rule.word.start >= 0 && rule.word.start <= rule.word.end && rule.word.end <= text.length);
          if (rule.kind === 'selector') rule.rules.forEach(check);
        };
        const rules = readRules(read.rules, language.dialect);
        rules.forEach(check);
        const { user } = applyRules(rules, language, { allChannels: false });
        assert.ok(summarizeUser(user, language).length > 0);
      }),
      { numRuns: 2000, seed: 20261122 },
    );
  });
});
