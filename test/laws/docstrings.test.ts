import assert from 'node:assert/strict';
import { ROOT } from '../support/fixtures.js';
import { readSources } from '../support/import-table.js';

/** The exports of these say what they are, in all rooms but the open ones. */
const HOUSES: readonly string[] = ['core/', 'lsp/', 'client/'];
/** Rooms of core whose exports do not all say what they are yet. */
const OPEN_ROOMS: readonly string[] = ['core/lint/', 'core/project/', 'core/rules/'];

const DECLARATION = /^export (?:abstract |async )?(?:function\*?|const|class|interface|type) (\w+)/;

/** The exports of a source that no docstring stands above. */
function undocumented(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const name = DECLARATION.exec(line)?.[1];
    return name === undefined || lines[index - 1]?.endsWith('*/') ? [] : [name];
  });
}

const isIn = (folders: readonly string[], file: string): boolean => folders.some((folder) => file.startsWith(folder));

describe('the exports of core, the language server and the client of VS Code', () => {
  it('say what they are', () => {
    const sources = readSources(ROOT).filter(({ path }) => isIn(HOUSES, path) && !isIn(OPEN_ROOMS, path));
    assert.ok(sources.length > 100, 'sources were found');
    assert.deepEqual(
      sources.flatMap(({ path, text }) => undocumented(text).map((name) => `${path}: ${name}`)),
      [],
    );
  });

  const cases: readonly (readonly [text: string, names: readonly string[]])[] = [
    ['/** What it is. */\nexport const a = 1;', []],
    ['const a = 1;\nexport const b = 2;', ['b']],
    ['/** Of another. */\n\nexport interface A {}', ['A']],
    ['export async function f() {}\nexport type T = 1;\nconst inner = 2;', ['f', 'T']],
  ];
  for (const [text, names] of cases) {
    it(`lack a word for ${names.join(', ') || 'nothing'} in ${JSON.stringify(text)}`, () =>
      assert.deepEqual(undocumented(text), names));
  }
});
