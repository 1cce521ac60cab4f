import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/fixtures.js';
import { type JudgementCase, judge } from './judge-case.js';

/**
 * Small workspaces after public bug reports, real files and generated ones, with what an expert or a real server says.
 * Those that wait for rules or facts which are not there yet stand here; one that agrees already is a failure, so that
 * the list only shrinks.
 */
const WAITING: ReadonlySet<string> = new Set<string>();

const CASES = readFileSync(path.join(ROOT, 'test/judgement/cases.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as JudgementCase);

describe('judgement', () => {
  for (const each of CASES) {
    const isWaiting = WAITING.has(each.name);
    it(`${isWaiting ? 'waits for: ' : ''}${each.name}`, () => {
      const wrong = judge(each);
      if (isWaiting) assert.notDeepEqual(wrong, [], 'agrees now: take it off the list');
      else assert.deepEqual(wrong, [], each.why);
    });
  }

  it('waits for no case that is not there', () => {
    const names = new Set(CASES.map(({ name }) => name));
    assert.deepEqual(
      [...WAITING].filter((name) => !names.has(name)),
      [],
    );
  });
});
