import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/fixtures.js';
import { type EmbeddedCase, judge } from './judge-case.js';

/**
 * Small workspaces with documents that start servers. Those that wait for something that is not there yet are named
 * here; one that agrees already is a failure, so that the list only shrinks.
 */
const WAITING: ReadonlySet<string> = new Set<string>(['shell-command-line']);

const CASES = readFileSync(path.join(ROOT, 'test/embedded/cases.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as EmbeddedCase);

describe('documents that start servers', () => {
  for (const each of CASES) {
    const isWaiting = WAITING.has(each.name);
    it(`${isWaiting ? 'wait for: ' : ''}${each.name}`, () => {
      const wrong = judge(each);
      if (isWaiting) assert.notDeepEqual(wrong, [], 'agrees now: take it off the list');
      else assert.deepEqual(wrong, [], each.why);
    });
  }
});
