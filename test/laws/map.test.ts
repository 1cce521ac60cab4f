import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/fixtures.js';

const SOURCES = ['client/src', 'server/src'];
/** Their files have lines of their own; those of all other folders are covered by their folder's. */
const LISTED = [
  'client/src',
  'server/src/core',
  'server/src/core/config',
  'server/src/cli',
  'server/src/lsp',
  'server/src/node',
];

/** Paths that the map of a page names: names in front of two blanks, each below the folder that is indented less. */
function mapped(page: string): readonly string[] {
  const [, map = ''] = /^```\n(package\.json .*?)^```$/ms.exec(page) ?? [];
  const folders: string[] = [];
  return map.split('\n').flatMap((line) => {
    const [, indent = '', names = ''] = /^( *)(\S.*?)(?: {2,}|$)/.exec(line) ?? [];
    const depth = indent.length / 2;
    const above = depth === 0 ? '' : (folders[depth - 1] ?? '');
    folders.splice(depth, Infinity, `${above}${names}`);
    return names.split(' · ').map((name) => (above + name).replace(/\/$/, ''));
  });
}

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

function entriesBelow(folder: string): readonly Entry[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? [{ name, isFolder: true }, ...entriesBelow(name)] : [{ name, isFolder: false }];
  });
}

const entries = SOURCES.flatMap((folder) => entriesBelow(folder));
const needed = entries
  .filter(({ name, isFolder }) => isFolder || (name.endsWith('.ts') && LISTED.includes(path.posix.dirname(name))))
  .map(({ name }) => name);

describe('the map of docs/architecture.md', () => {
  const names = mapped(readFileSync(path.join(ROOT, 'docs/architecture.md'), 'utf8')).filter((name) =>
    SOURCES.some((folder) => name.startsWith(`${folder}/`)),
  );

  it('names all that there is, once', () => {
    const missing = needed.filter((name) => names.filter((each) => each === name).length !== 1);
    assert.deepEqual(missing, []);
  });

  it('names nothing else', () => {
    const known = new Set(entries.map(({ name }) => name));
    assert.deepEqual(
      names.filter((name) => !known.has(name)),
      [],
    );
  });

  it('is read as a tree', () => {
    const page = '```\npackage.json  x\na/src/  x\n  b.ts · c.ts  x\n  d/  x\n    e/  x\n  f.ts\nz/  x\n```\n';
    assert.deepEqual(mapped(page).slice(1, -1), [
      'a/src',
      'a/src/b.ts',
      'a/src/c.ts',
      'a/src/d',
      'a/src/d/e',
      'a/src/f.ts',
      'z',
    ]);
  });
});
