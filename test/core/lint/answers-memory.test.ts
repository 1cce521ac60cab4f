import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createLoadCache, createService, editFile, parseFile } from '../../../server/src/core/service.js';
import { SHAPES, type Shape } from '../../support/shapes.js';

/** Node gives it to whoever asks when the process starts, and to new contexts whenever. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
}

/** What the machine has not let go of yet may be some of the last ones; where each holds the one before, it is all. */
const MOST = 6;

/** Types at the top of a document. Answers what the last key was answered, and what the keys before it were. */
function typedAt({ path, target, text }: Shape) {
  const service = createService();
  const cache = createLoadCache();
  const end = { line: 0, character: 0 };
  let last = service.lint({ path, target, cache, file: parseFile(text(12)) });
  const earlier = Array.from('twelve times', (newText) => {
    const before = new WeakRef(last.config);
    const file = editFile(last.config.root.file, { range: { start: end, end }, newText });
    last = service.lint({ path, target, cache, file, before: last });
    return before;
  });
  return { last, cache, earlier };
}

describe('what is kept for the next edit', () => {
  for (const shape of SHAPES) {
    it(`does not grow with the keys, in ${shape.name}`, async () => {
      const { last, cache, earlier } = typedAt(shape);
      // What a WeakRef was made of stays until the turn ends.
      await new Promise(setImmediate);
      collectGarbage();
      const alive = earlier.filter((config) => config.deref() !== undefined);
      assert.ok(alive.length <= MOST, `${alive.length} of ${earlier.length}`);
      assert.ok(last.config && cache);
    });
  }
});
