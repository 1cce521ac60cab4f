import assert from 'node:assert/strict';
import { ROOT } from '../support/fixtures.js';
import { fileImported, readSources } from '../support/import-table.js';
import { importsOf } from '../support/imports.js';

const FOLDER = 'core/rules/building-blocks/';

/** What stands apart from the one rule that it serves, and why. */
const SERVES_ONE: Readonly<Record<string, string>> = {
  'command-fixes': 'two plans of several lines each: the rule would have 200 lines',
  'open-vulnerabilities': 'a law asks it for every row of the table',
};

describe('a building block', () => {
  it('serves two files or more, or has a reason', () => {
    const sources = readSources(ROOT);
    const users = sources.flatMap(({ path, text }) => [
      ...new Set(importsOf(text).map(({ specifier }) => fileImported(path, specifier))),
    ]);
    const blocks = sources.map(({ path }) => path).filter(isBlock);
    const lonely = blocks.filter((block) => users.filter((used) => used === block).length < 2).map(nameOf);
    assert.ok(blocks.length > 20, 'blocks were found');
    assert.deepEqual(lonely.sort(), Object.keys(SERVES_ONE).sort());
  });
});

const isBlock = (path: string): boolean => path.startsWith(FOLDER) && !path.slice(FOLDER.length).includes('/');
const nameOf = (path: string): string => path.slice(FOLDER.length, -'.ts'.length);
