import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Target } from '../server/src/core/directives/target.js';
import { applySourceEdits } from '../server/src/core/lint/apply-fix.js';
import { chooseFixes } from '../server/src/core/lint/choose-fixes.js';
import { RULES } from '../server/src/core/rules/index.js';
import {
  createLoadCache,
  createService,
  type Dialect,
  fixInRounds,
  isSafe,
  type LintResult,
  parseTarget,
} from '../server/src/core/service.js';
import { treeOf } from './clients/configuration-tree.js';
import { formatViolations } from './clients/law-report.js';
import { runLaw } from './clients/run-law.js';
import { checkEdits } from './support/check-bounds.js';
import { inDeepTests } from './support/deep.js';
import { fixturesOf, virtualPathOf } from './support/fixtures.js';
import { targetOfBinary } from './support/real-server.js';
import { describeWithTwoHosts, SERVER_UNDER_TEST } from './support/with-real-server.js';

/** Files of two or three lines of any fixtures, and those of them that a real server is started with. */
const COMBINATIONS = inDeepTests(20_000, 250);
const STARTS = inDeepTests(400, 8);
const SEED = 20_261_127;
const LONGEST_MS = 3_600_000;
const MOST_ROUNDS = 20;
const TARGETS = ['redis-7.0.15', 'redis-6.2.16', 'redis-8.6.3', 'valkey-9.1.0'].map((id) => parseTarget(id));

const service = createService();
const cache = createLoadCache();

interface Combination {
  readonly text: string;
  readonly dialect: Dialect;
  readonly target: Target | undefined;
}

const BAD = RULES.flatMap(({ id }) => fixturesOf(id)).filter(({ name }) => name.startsWith('bad'));
const DIALECTS: readonly Dialect[] = ['server', 'sentinel', 'acl'];
/** The lines of the bad fixtures, by what reads them. */
const LINES = new Map(
  DIALECTS.map((dialect) => [
    dialect,
    [...new Set(BAD.filter(isOf(dialect)).flatMap(({ text }) => directiveLines(text)))],
  ]),
);

function isOf(dialect: Dialect): (fixture: { readonly name: string; readonly text: string }) => boolean {
  return ({ name, text }) =>
    service.load({ path: virtualPathOf(name), file: service.parse(text), cache }).config.dialect === dialect;
}

function directiveLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => /^\s*[^#\s]/.test(line));
}

function combinationsOf(dialects: readonly Dialect[], targets: readonly (Target | undefined)[], count: number) {
  const combination = fc.constantFrom(...dialects).chain((dialect) => {
    const lines = fc.array(fc.constantFrom(...(LINES.get(dialect) ?? [])), { minLength: 2, maxLength: 3 });
    return fc.record<Combination>({
      text: lines.map((each) => `${each.join('\n')}\n`),
      dialect: fc.constant(dialect),
      target: fc.constantFrom(...targets),
    });
  });
  return fc.sample(combination, { numRuns: count, seed: SEED });
}

describe('fixes of lines that stand in one file', () => {
  const all = combinationsOf(['server', 'server', ...DIALECTS], TARGETS, COMBINATIONS);

  it('are, each of them, edits that mean the same to every editor', () => {
    for (const combination of all) {
      const { config, findings } = lint(combination);
      for (const { rule, fixes } of findings) {
        for (const { title, edits } of fixes()) {
          checkEdits(config.root, edits, `${rule}, "${title}"\n${combination.text}`);
        }
      }
    }
  }).timeout(LONGEST_MS);

  it('go together in rounds that mean the same to every editor, and come to an end', () => {
    for (const combination of all) {
      let { text } = combination;
      for (let round = 0; ; round++) {
        const { config, findings } = lint({ ...combination, text });
        const edits = chooseFixes(findings, isSafe).flatMap((fix) => fix.edits);
        if (edits.length === 0) break;
        checkEdits(config.root, edits, text);
        text = applySourceEdits(config.root.path, config.root.file, edits);
        assert.ok(round < MOST_ROUNDS, `has no end:\n${combination.text}`);
      }
      assert.equal(fixed(combination), text, 'no fix is left out');
    }
  }).timeout(LONGEST_MS);
});

describeWithTwoHosts('the clients law, over lines that stand in one file', () => {
  it('holds', async () => {
    const target = targetOfBinary(SERVER_UNDER_TEST);
    const subjects = combinationsOf(['server'], [target], 20 * STARTS)
      .filter((each) => lint(each).verdict.starts !== 'no' && fixed(each) !== each.text)
      .slice(0, STARTS)
      .map(({ text }) => ({ tree: treeOf(JSON.stringify(text), '/etc/redis/redis.conf', text) }));
    const { violations } = await runLaw({ binary: SERVER_UNDER_TEST, subjects });
    assert.deepEqual(formatViolations(violations), []);
  }).timeout(LONGEST_MS);
});

function lint({ text, dialect, target }: Combination): LintResult {
  const path = dialect === 'acl' ? '/etc/redis/users.acl' : '/etc/redis/redis.conf';
  return service.lint({ path, file: service.parse(text), dialect, target, cache, options: { profile: 'strict' } });
}

function fixed(combination: Combination): string {
  const path = lint(combination).config.root.path;
  const lintText = (texts: ReadonlyMap<string, string>) => {
    const {
      config,
      findings,
      verdict: { starts },
    } = lint({ ...combination, text: texts.get(path) ?? combination.text });
    return { files: [{ source: config.root, findings, starts }] };
  };
  return fixInRounds(lintText, { accepts: isSafe }).texts.get(path) ?? combination.text;
}
