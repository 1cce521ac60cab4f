import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/fixtures.js';
import { readSources } from '../support/import-table.js';

const CORE = path.join(ROOT, 'server/src/core');

interface DataFile {
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
}

const FILES: readonly DataFile[] = readdirSync(CORE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /[\\/]data[\\/][^\\/]+\.json$/.test(name))
  .map((name) => ({ name, content: JSON.parse(readFileSync(path.join(CORE, name), 'utf8')) }));

/** Keys of a value that are no columns: names of directives, commands, releases and products. */
const IS_NAME = /[^a-zA-Z]|^(?:redis|valkey)$/;

/** The columns of the rows below a value: keys of objects, but for the table's own, which are names. */
function columnsIn(value: unknown, isTable: boolean): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => columnsIn(each, false));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    ...(isTable || IS_NAME.test(key) ? [] : [key]),
    ...columnsIn(child, key === 'spellings' || key === 'differsIn'),
  ]);
}

/** Code of core without the declarations of shapes, which name every column there is. */
const CODE = readSources(ROOT)
  .filter((source) => source.path.startsWith('core/'))
  .flatMap(({ text }) => text.split('\n').filter((line) => !/^\s*(?:readonly \w+\??:|\*|\/\*\*|\/\/)/.test(line)))
  .join('\n');

const isRead = (column: string): boolean => new RegExp(`\\.${column}\\b|[{,]\\s*${column}\\s*[,}=:]`).test(CODE);

/** What only tests on a real server ask for. */
const READ_BY_TESTS: readonly string[] = ['protected'];

describe('the facts', () => {
  it('were found', () => assert.ok(FILES.length > 4));

  for (const { name, content } of FILES) {
    it(`of ${name} say where they come from, and from which day they are`, () => {
      assert.match(String(content.source), /^[A-Z].*\.$/);
      assert.match(String(content.asOf), /^20\d\d-[01]\d-[0-3]\d$/);
    });

    it(`of ${name} have no column that nobody reads`, () => {
      const { source, asOf, ...tables } = content;
      const columns = new Set(Object.values(tables).flatMap((table) => columnsIn(table, true)));
      assert.deepEqual(
        [...columns].filter((column) => !isRead(column) && !READ_BY_TESTS.includes(column)),
        [],
      );
    });
  }
});
