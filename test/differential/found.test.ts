import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { effectiveValue } from '../../server/src/core/config/effective.js';
import { ownNameOf } from '../../server/src/core/directives/catalog.js';
import { parseTarget, targetId } from '../../server/src/core/directives/target.js';
import { ROOT } from '../support/fixtures.js';
import { describeWithServer } from '../support/with-real-server.js';
import { linterVerdict } from './linter-verdict.js';
import { verdictText } from './verdict-text.js';

/** A case in which linter and server once differed, and what the server says. */
interface FoundCase {
  readonly found: string;
  readonly target: string;
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
  readonly verdict: string;
  readonly values?: Readonly<Record<string, string>>;
}

const CASES = readFileSync(path.join(ROOT, 'test/differential/found.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): FoundCase => JSON.parse(line));

describe('what generated configurations brought to light', () => {
  for (const { found, target, verdict, values = {}, ...configuration } of CASES) {
    it(`${found} (${target})`, () => {
      const parsed = parseTarget(target);
      assert.ok(parsed);
      const said = linterVerdict(configuration, parsed);
      assert.equal(verdictText(said), verdict);
      for (const [spelling, value] of Object.entries(values)) {
        const name = ownNameOf(spelling);
        assert.equal(name && effectiveValue(said.config, name)?.value, value);
      }
    });
  }
});

describeWithServer('what was brought to light, on a real server', (server) => {
  it('is what the server says', async () => {
    for (const { found, target, verdict, values = {}, ...configuration } of CASES) {
      if (target !== targetId(server().target)) continue;
      const names = Object.keys(values);
      const outcome = await server().run({ ...configuration, commands: names.map((name) => ['CONFIG', 'GET', name]) });
      assert.equal(verdictText(outcome), verdict, found);
      assert.deepEqual(outcome.replies, Object.entries(values), found);
    }
  });
});
