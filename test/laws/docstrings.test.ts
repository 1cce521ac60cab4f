import assert from 'node:assert/strict';
import { ROOT } from '../support/fixtures.js';
import { readSources } from '../support/import-table.js';

/** A rule says in its summary what it is. */
const RULE = /^core\/rules\/(?!rule\.)[^/]+$/;

const DECLARATION = /^export (?:abstract |async )?(?:function\*?|const|class|interface|type) (\w+)/;

/** The exports of a source that no docstring stands above. */
function undocumented(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const name = DECLARATION.exec(line)?.[1];
    return name === undefined || lines[index - 1]?.endsWith('*/') ? [] : [name];
  });
}

describe('the exports of what ships', () => {
  it('say what they are', () => {
    const sources = readSources(ROOT).filter(({ path }) => !RULE.test(path));
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
