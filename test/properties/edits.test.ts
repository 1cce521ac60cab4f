import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  createLoadCache,
  createService,
  editFile,
  editsBetween,
  type LintResult,
  parseFile,
} from '../../server/src/core/service.js';
import { mutations } from '../fuzz/mutate.js';
import { inDeepTests } from '../support/deep.js';
import { SHAPES } from '../support/shapes.js';

/** Per shape: together 10,000 in the deep tests. */
const SEQUENCES = inDeepTests(Math.ceil(10_000 / SHAPES.length), 15);
const LINES = 18;

/** All that is told, fixes made. */
const told = ({ findings, verdict }: LintResult) => ({
  findings: findings.map(({ fixes, refusedFixes, ...finding }) => ({
    ...finding,
    fixes: fixes(),
    refusedFixes: refusedFixes(),
  })),
  verdict,
});

describe('what is kept from one edit to the next', () => {
  const service = createService();
  const cache = createLoadCache();

  for (const { name, path, target, text } of SHAPES) {
    it(`changes nothing of what is said, whatever the edits, in ${name}`, () => {
      const sequences = fc.array(mutations(), { minLength: 1, maxLength: 6 });
      fc.assert(
        fc.property(sequences, (edits) => {
          let last = service.lint({ path, target, cache, file: parseFile(text(LINES)) });
          let now = text(LINES);
          for (const mutate of edits) {
            const next = mutate(now);
            const file = editsBetween(now, next).reduceRight(editFile, last.config.root.file);
            last = service.retold(last, file) ?? service.lint({ path, target, cache, file, before: last });
            assert.deepEqual(told(last), told(service.lint({ path, target, file: parseFile(next) })));
            now = next;
          }
        }),
        { numRuns: SEQUENCES, seed: 20_261_127 },
      );
    }).timeout(inDeepTests(3_600_000, 60_000));
  }
});
