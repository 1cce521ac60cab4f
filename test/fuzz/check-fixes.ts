import assert from 'node:assert/strict';
import { chooseFixes } from '../../server/src/core/lint/choose-fixes.js';
import { createService, fillSecret, fixInRounds, isSafe, type LintResult } from '../../server/src/core/service.js';
import { checkBounds, checkEdits } from '../support/check-bounds.js';
import { TEST_SECRET } from '../support/fix-fixture.js';
import type { Lint } from './check-trial.js';

const SERVICE = createService();

/**
 * Fixes all that is safe, in rounds: each round is one valid list of edits, and fixing once is fixing twice. Answers the
 * texts of the files that were edited, by path.
 */
export function checkFixes(result: LintResult, lint: Lint): ReadonlyMap<string, string> {
  const texts = fixedTexts(result, lint, new Map());
  const again = fixedTexts(result, lint, texts);
  assert.deepEqual(again, texts, 'fixing twice is fixing once');
  return texts;
}

function fixedTexts(first: LintResult, lint: Lint, from: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const { path, file } = first.config.root;
  const lintTexts = (changed: ReadonlyMap<string, string>) => {
    const texts = new Map([...from, ...changed]);
    const own = texts.get(path);
    const result = lint(own === undefined ? file : SERVICE.parse(own, file.encoding), texts);
    checkChosen(result);
    const {
      config,
      findings,
      verdict: { starts },
    } = result;
    const findingsIn = (name: string) => findings.filter(({ at }) => at.source === name);
    return { files: config.files.map((source) => ({ source, starts, findings: findingsIn(source.path) })) };
  };
  const { texts } = fixInRounds(lintTexts, { accepts: isSafe, prepare: (fix) => fillSecret(fix, TEST_SECRET) });
  return new Map([...from, ...texts]);
}

function checkChosen(result: LintResult): void {
  checkBounds(result, 'in a round of fixes');
  const { config, findings } = result;
  const edits = chooseFixes(findings, isSafe).flatMap((fix) => fix.edits);
  for (const path of new Set(edits.map((edit) => edit.source))) {
    checkEdits(
      config.files.find((source) => source.path === path),
      edits,
      `a round of fixes in ${path}`,
    );
  }
}
