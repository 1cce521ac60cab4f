import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { RELEASE_LINES } from '../server/src/core/directives/release-lines.js';
import { RULES } from '../server/src/core/rules/index.js';
import { ROOT } from './support/fixtures.js';

const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'];

const scripts = <Exports>(name: string): Promise<Exports> =>
  import(pathToFileURL(path.join(ROOT, 'scripts', name)).href);

interface RuleTables {
  readonly rulesPage: (rows: readonly Readonly<Record<string, string>>[]) => string;
}
interface Features {
  readonly featuresOf: Registry['registryOf'];
}
interface Registry {
  readonly registryOf: (sources: readonly { readonly file: string; readonly text: string }[]) => string;
}
type Subject = string | readonly string[] | null;
interface Paragraphs {
  readonly subjectsOf: (
    rules: readonly Readonly<Record<string, unknown>>[],
    exceptions: Readonly<Record<string, Subject>>,
  ) => readonly (readonly [id: string, subject: Subject])[];
  readonly writtenExceptions: (
    rules: readonly Readonly<Record<string, unknown>>[],
    exceptions: Readonly<Record<string, Subject>>,
  ) => string;
}
interface CompactJson {
  readonly compactJson: (value: unknown, isRow?: (path: readonly string[]) => boolean) => string;
}

describe('the tables of rules', () => {
  const row = { id: 'net-planted', summary: 'a | b', severity: 'error', fix: 'safe', versions: 'all' };

  it('have a place for the category of every rule', async () => {
    const { rulesPage } = await scripts<RuleTables>('rule-tables.mjs');
    const rows = RULES.map(({ id, category }) => ({ ...row, id, category }));
    const page = rulesPage(rows);
    for (const { id } of RULES)
      assert.ok(page.includes(`| [${id}](${id}.md) | a \\| b |  | error | safe | all |\n`), id);
  });

  for (const category of ['weather', 'toString', '']) {
    it(`fail on a rule of the category "${category}", which they do not know`, async () => {
      const { rulesPage } = await scripts<RuleTables>('rule-tables.mjs');
      assert.throws(() => rulesPage([{ ...row, category }]), /net-planted/);
    });
  }
});

describe('the registry', () => {
  it('is sorted by id', async () => {
    const { registryOf } = await scripts<Registry>('registry.mjs');
    const sources = ['net-b', 'net-a'].map((id) => ({
      file: `${id}.ts`,
      text: `export const ${id.replace('-', '')}: Rule = {`,
    }));
    assert.match(registryOf(sources), /RULES: readonly Rule\[\] = \[neta, netb\];/);
  });

  it('fails on a file beside it that exports no rule', async () => {
    const { registryOf } = await scripts<Registry>('registry.mjs');
    assert.throws(() => registryOf([{ file: 'net-planted.ts', text: 'export const netPlanted = {};' }]), /net-planted/);
  });
});

describe('the table of features', () => {
  it('is sorted by file and names each export', async () => {
    const { featuresOf } = await scripts<Features>('registry.mjs');
    const sources = [
      { file: 'hover.ts', text: 'export const hover: DocumentFeature<A, B> = {' },
      { file: 'action.ts', text: 'export const b: SessionFeature<A> = {\nexport const a: SessionFeature<A> = {' },
    ];
    assert.equal(featuresOf(sources), "export { a, b } from './action.js';\nexport { hover } from './hover.js';\n");
  });

  it('fails on a file beside it that exports no feature', async () => {
    const { featuresOf } = await scripts<Features>('registry.mjs');
    assert.throws(() => featuresOf([{ file: 'planted.ts', text: 'export const planted = {};' }]), /planted/);
  });
});

describe("the manifest's settings", () => {
  const manifest = readFileSync(path.join(ROOT, 'package.json'), 'utf8');
  const rules = JSON.parse(manifest).contributes.configuration.properties['redisConfLint.rules'];

  it("offer each rule's choices to the page of settings, which follows no reference", () => {
    assert.deepEqual(
      Object.entries<{ type: string; enum: readonly string[] }>(rules.properties).map(([id, setting]) => [
        id,
        setting.type,
        setting.enum,
      ]),
      RULES.map(({ id }) => [id, 'string', SEVERITIES]),
    );
  });

  it('suggest every release line, the newest first', () => {
    const target = JSON.parse(manifest).contributes.configuration.properties['redisConfLint.target'];
    const lines = Object.entries(RELEASE_LINES).flatMap(([product, known]) =>
      known.toReversed().map((line) => `${product}-${line}`),
    );
    assert.deepEqual(target.examples, ['auto', ...lines]);
    for (const example of target.examples) assert.match(example, new RegExp(target.pattern));
  });

  it('take a line a rule', () => {
    const lines = manifest.split('\n');
    for (const { id } of RULES)
      assert.equal(lines.filter((line) => line.includes(`"${id}": {`) && /\},?$/.test(line)).length, 1, id);
  });
});

describe('what a rule is about on a running server', () => {
  const cases: readonly (readonly [what: string, rule: Readonly<Record<string, unknown>>, subject: Subject])[] = [
    ['a start that is refused', { about: ['bind'], loadProblems: ['bind-comment'] }, 'refused'],
    ['a Sentinel that refuses', { dialects: ['sentinel'], loadProblems: ['arity'] }, 'refused-by-sentinel'],
    ['directives', { category: 'acl', about: ['acl-pubsub-default'] }, ['acl-pubsub-default']],
    ['a Sentinel', { dialects: ['sentinel'] }, 'sentinel'],
    ['users', { category: 'acl', dialects: ['server', 'sentinel', 'acl'] }, 'acl'],
    ['nothing', { category: 'versions' }, null],
  ];
  for (const [what, rule, subject] of cases) {
    it(`is told by the rule: ${what}`, async () => {
      const { subjectsOf } = await scripts<Paragraphs>('running-server/paragraph.mjs');
      assert.deepEqual(subjectsOf([{ id: 'net-planted', ...rule }], {}), [['net-planted', subject]]);
    });
  }

  it('may be an exception', async () => {
    const { subjectsOf } = await scripts<Paragraphs>('running-server/paragraph.mjs');
    assert.deepEqual(subjectsOf([{ id: 'net-planted' }], { 'net-planted': 'acl' }), [['net-planted', 'acl']]);
  });

  it('fails on an exception for no rule', async () => {
    const { subjectsOf } = await scripts<Paragraphs>('running-server/paragraph.mjs');
    assert.throws(() => subjectsOf([{ id: 'net-planted' }], { 'net-gone': 'acl' }), /net-gone/);
  });

  it('is written down where it is an exception', async () => {
    const { writtenExceptions } = await scripts<Paragraphs>('running-server/paragraph.mjs');
    const rules = [{ id: 'net-a' }, { id: 'net-b' }];
    const text = writtenExceptions(rules, { 'net-b': ['port', 'bind'], 'net-a': null });
    assert.equal(text, '{\n  "net-b": ["port", "bind"]\n}\n');
  });
});

describe('JSON as generators write it', () => {
  const wide = 'x'.repeat(130);
  const cases: readonly (readonly [what: string, value: unknown, text: string])[] = [
    ['what fits on a line', { a: { b: [1, 'c'], d: {} } }, '{\n  "a": { "b": [1, "c"], "d": {} }\n}\n'],
    ['what does not', { a: { b: wide } }, `{\n  "a": {\n    "b": "${wide}"\n  }\n}\n`],
    ['a row, however long', { row: { b: wide } }, `{\n  "row": { "b": "${wide}" }\n}\n`],
    ['a list', { a: [wide, null] }, `{\n  "a": [\n    "${wide}",\n    null\n  ]\n}\n`],
  ];
  for (const [what, value, text] of cases) {
    it(`lays out ${what}`, async () => {
      const { compactJson } = await scripts<CompactJson>('compact-json.mjs');
      assert.equal(
        compactJson(value, ([name]) => name === 'row'),
        text,
      );
      assert.deepEqual(JSON.parse(text), value);
    });
  }
});
