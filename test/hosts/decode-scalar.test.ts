import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import * as yaml from 'yaml';
import { type YamlNode, type YamlScalar, yamlTree } from '../../server/src/core/hosts/yaml/yaml-tree.js';
import { RULES } from '../../server/src/core/rules/index.js';
import { inDeepTests } from '../support/deep.js';
import { fixturesOf, ROOT } from '../support/fixtures.js';

const RUNS = inDeepTests(100_000, 4000);

/** What decides where a scalar ends, how its lines are joined, and what its escapes come to. */
const PIECES = [
  ...['a', 'b c', ' ', '  ', '\t', '\n', '\n\n', '\n  ', '\n    ', '\r\n', '\r\n  ', 'é', '\u{1f600}', '#', ' #', ':'],
  ...[
    '\\n',
    '\\',
    '\\\n',
    '\\ ',
    '\\\t',
    '"',
    "'",
    "''",
    '\\"',
    '\\u0041',
    '\\x4',
    ': ',
    '-',
    '- ',
    '{',
    '}',
    ',',
    '%',
  ],
];
const content = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''));
const flowing = fc
  .tuple(content, fc.constantFrom('k: @\nz: 1\n', 'k: "@"\nz: 1\n', "k: '@'\n", '"@"', 'k:\n  - @\n', 'k: ["@", @]\n'))
  .map(([text, form]) => form.replace('@', () => text));

const blockLine = fc
  .array(fc.constantFrom('a', 'b c', ' ', '  ', '\t', '#x', ': ', '"', '\\', 'é'), { maxLength: 4 })
  .map((pieces) => pieces.join(''));
const blocks = fc
  .record({
    head: fc.constantFrom('|', '>', '|-', '>-', '|+', '>+', '|2', '>1-', '|-2', '| # c'),
    lines: fc.array(blockLine, { maxLength: 5 }),
    indent: fc.constantFrom(' ', '  ', '    '),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    tail: fc.constantFrom([], [''], ['', 'z: 1', ''], ['', '  ', 'z: 1', ''], ['', '# c', 'z: 1']),
  })
  .map(({ head, lines, indent, lineEnd, tail }) => {
    const indented = lines.map((line) => (line === '' ? '' : indent + line));
    return [`k: ${head}`, indented.join(lineEnd) + tail.join(lineEnd)].join(lineEnd);
  });

/** Blocks of blank lines, of tabs, with other line ends; line ends that a backslash takes away. */
const ODD = ['k: |+\n  ', 'k: >\n  \n', 'k: |\n  \t\t', 'k: |-\r\n  a\r\n', '"\\\n\n"', '"\n"', '"\\  \n"'];

describe('a scalar of YAML', () => {
  it('is read as the library reads it, with each piece where it stands, in every case and fixture', () => {
    const documents = [...filesOfCases(), ...filesOfFixtures()];
    const scalars = documents.flatMap((text) => scalarsOf(text).map((scalar) => ({ text, scalar })));
    assert.ok(scalars.length > 500, String(scalars.length));
    for (const { text, scalar } of scalars) {
      assert.notEqual(scalar.text(), undefined, `${scalar.value} in ${text}`);
      checkScalar(text, scalar);
    }
  });

  it(`is read as the library reads it, or not at all, in ${RUNS} documents made of what matters`, () => {
    let known = 0;
    let unknown = 0;
    const documents = fc.oneof(flowing, blocks);
    fc.assert(
      fc.property(documents, (text) => {
        for (const scalar of scalarsOf(text)) {
          if (scalar.text() === undefined) unknown++;
          else known++;
          checkScalar(text, scalar);
        }
      }),
      { numRuns: RUNS, seed: 7, examples: ODD.map((text) => [text]) },
    );
    assert.ok(unknown <= known / 1000, `${unknown} of ${known} are not told`);
  }).timeout(600_000);
});

function checkScalar(document: string, { text, value }: YamlScalar): void {
  const read = text();
  if (!read) return;
  assert.equal(read.text, value, document);
  for (const { start, length, origin, originLength } of read.runs) {
    assert.ok(origin >= 0 && origin + originLength <= document.length, document);
    if (length !== originLength) continue;
    assert.equal(document.slice(origin, origin + length), value.slice(start, start + length), document);
  }
}

function scalarsOf(text: string): readonly YamlScalar[] {
  const tree = yamlTree(text, { start: 0, end: text.length }, yaml);
  return typeof tree === 'string' ? [] : scalarsIn(tree);
}

function scalarsIn(node: YamlNode | undefined): readonly YamlScalar[] {
  if (node === undefined) return [];
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'list') return node.items.flatMap(scalarsIn);
  return node.entries.flatMap(({ key, value }) => [key, ...scalarsIn(value)]);
}

const isYaml = (name: string): boolean => /\.ya?ml$/.test(name);

function filesOfCases(): readonly string[] {
  const lines = readFileSync(path.join(ROOT, 'test/embedded/cases.jsonl'), 'utf8').trimEnd().split('\n');
  const cases = lines.map((line) => JSON.parse(line) as { readonly files: Readonly<Record<string, string>> });
  return cases.flatMap(({ files }) => Object.entries(files).flatMap(([name, text]) => (isYaml(name) ? [text] : [])));
}

function filesOfFixtures(): readonly string[] {
  return RULES.flatMap(({ id }) => fixturesOf(id).flatMap(({ name, text }) => (isYaml(name) ? [text] : [])));
}
