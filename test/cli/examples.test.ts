import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fixFiles } from '../../server/src/cli/fix-files.js';
import { lintFiles } from '../../server/src/cli/lint-files.js';
import { parseTarget } from '../../server/src/core/directives/target.js';
import { createService } from '../../server/src/core/service.js';
import { ROOT } from '../support/fixtures.js';
import { describeWithServer } from '../support/with-real-server.js';

const INSECURE = path.join(ROOT, 'examples/insecure.conf');
const TYPOS = path.join(ROOT, 'examples/typos.conf');
const FEWEST_RULES = 15;

const settings = {
  target: parseTarget('redis-7.0.15'),
  as: undefined,
  options: {},
  followsOutside: false,
  showPath: (file: string) => file,
  isNamed: () => true,
  currentFolder: ROOT,
};
const rulesIn = (file: string): ReadonlySet<string> => {
  const { files } = lintFiles(createService(), [file], settings);
  return new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
};

describe('the examples', () => {
  it(`insecure.conf shows at least ${FEWEST_RULES} rules`, () => {
    const rules = rulesIn(INSECURE);
    assert.ok(rules.size >= FEWEST_RULES, [...rules].join(' '));
  });

  it('typos.conf shows what is done to a line that the server refuses', () => {
    const rules = rulesIn(TYPOS);
    assert.ok([...rules].filter((rule) => rule.startsWith('syntax-')).length >= 6, [...rules].join(' '));
  });
});

describeWithServer('examples/insecure.conf', (server) => {
  /** The folder is the test's own; everything else stays as it is. */
  const runnable = (text: string) => text.replace(/^dir .*$/m, 'dir .');
  /** RESET makes the connection a stranger's again. */
  const asStranger = [['RESET'], ['PING'], ['GET', 'key']] as const;

  it('is a file that the server starts with', async () => {
    const outcome = await server().run({ text: runnable(readFileSync(INSECURE, 'latin1')) });
    assert.equal(outcome.error, '');
    assert.equal(outcome.isStartable, true);
  });

  it('keeps strangers out after every fix, and the server still starts', async () => {
    const { changes, linted } = fixFiles(createService(), [INSECURE], settings, new Map(), () => true);
    const fixed = changes[0]?.text ?? '';
    const outcome = await server().run({ text: runnable(fixed), commands: asStranger });
    assert.equal(outcome.isStartable, true, outcome.error);
    const [, ...replies] = outcome.replies;
    assert.deepEqual(replies, [
      { error: 'NOAUTH Authentication required.' },
      { error: 'NOAUTH Authentication required.' },
    ]);
    const errors = linted.files.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
    assert.deepEqual(errors, []);
  });
});
