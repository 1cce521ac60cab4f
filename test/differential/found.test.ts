import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { aclListOf } from '../../server/src/core/answers/acl-list.js';
import { effectiveValue } from '../../server/src/core/answers/effective.js';
import { ownNameOf } from '../../server/src/core/directives/catalog.js';
import { parseTarget, targetId } from '../../server/src/core/directives/target.js';
import { comparableAclList } from '../support/comparable-acl-list.js';
import { ROOT } from '../support/fixtures.js';
import { describeWithServer } from '../support/with-real-server.js';
import { usersIn } from './compare.js';
import { linterVerdict } from './linter-verdict.js';
import { verdictText } from './verdict-text.js';

/** A case in which linter and server once differed, and what the server says. */
interface FoundCase {
  readonly found: string;
  readonly target: string;
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
  readonly isSentinel?: boolean;
  readonly verdict: string;
  readonly values?: Readonly<Record<string, string>>;
  /** ACL LIST, with single commands in alphabetical order. */
  readonly users?: readonly string[];
}

const CASES = readFileSync(path.join(ROOT, 'test/differential/found.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): FoundCase => JSON.parse(line));

describe('what generated configurations brought to light', () => {
  for (const { found, target, verdict, values = {}, users, ...configuration } of CASES) {
    it(`${found} (${target})`, () => {
      const parsed = parseTarget(target);
      assert.ok(parsed);
      const said = linterVerdict(configuration, parsed);
      assert.equal(verdictText(said), verdict);
      for (const [spelling, value] of Object.entries(values)) {
        const name = ownNameOf(spelling);
        assert.equal(name && effectiveValue(said.config, name)?.value, value);
      }
      if (users) assert.deepEqual(aclListOf(said.config), users);
    });
  }
});

describeWithServer('what was brought to light, on a real server', (server) => {
  it('is what the server says', async () => {
    for (const { found, target, verdict, values = {}, users, ...configuration } of CASES) {
      if (target !== targetId(server().target)) continue;
      const commands = Object.keys(values).map((name) => ['CONFIG', 'GET', name]);
      const outcome = await server().run({
        ...configuration,
        commands: users ? [...commands, ['ACL', 'LIST']] : commands,
      });
      assert.equal(verdictText(outcome), verdict, found);
      assert.deepEqual(outcome.replies.slice(0, commands.length), Object.entries(values), found);
      if (users)
        assert.deepEqual(comparableAclList(usersIn(outcome.replies.at(-1)) ?? [], server().target), users, found);
    }
  });
});
