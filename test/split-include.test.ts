import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { isForeign } from '../server/src/core/config/reading/foreign.js';
import { has } from '../server/src/core/directives/capabilities.js';
import type { Target } from '../server/src/core/directives/target.js';
import { roleFromComment } from '../server/src/core/lint/role-comment.js';
import { RULES } from '../server/src/core/rules/index.js';
import {
  createLoadCache,
  createService,
  type Dialect,
  type Finding,
  fixInRounds,
  isSafe,
  type LintResult,
} from '../server/src/core/service.js';
import { type ConfigurationTree, fixtureTree, readerOf, textOfRoot } from './clients/configuration-tree.js';
import { formatViolations } from './clients/law-report.js';
import { runLaw } from './clients/run-law.js';
import { checkBounds } from './support/check-bounds.js';
import { inDeepTests } from './support/deep.js';
import { fixturesOf } from './support/fixtures.js';
import { targetOfBinary } from './support/real-server.js';
import {
  cutsOf,
  firstCut,
  joinedTree,
  SHAPES,
  type SplitConfiguration,
  splitConfiguration,
} from './support/split-configuration.js';
import { describeWithTwoHosts, SERVER_UNDER_TEST } from './support/with-real-server.js';

/** Ways to split each bad fixture, and those of them that a real server is started with. */
const SPLITS = inDeepTests(20, 1);
const STARTS = inDeepTests(400, 6);
const SEED = 20_261_127;
const LONGEST_MS = 3_600_000;

/**
 * What the first says of two lines of a file, the second says of lines of two files; the third is about what `include`
 * itself does to `save`.
 */
const ABOUT_FILES: Readonly<Record<string, 'off'>> = {
  'struct-duplicate': 'off',
  'struct-include-shadow': 'off',
  'persist-save-after-include': 'off',
};
/** Such a comment switches rules off in its own file. */
const SUPPRESSION = /redis-conf-lint-(disable|enable)/;
/** A server looks up the name of an `include` line from there: then one pattern stands above all else. */
const CHANGES_DIRECTORY = /^\s*dir\s/m;

const service = createService();
const cache = createLoadCache();

/** A fixture with what it is taken for, so that its pieces are taken for the same. */
interface Whole {
  readonly tree: ConfigurationTree;
  readonly target: Target;
  readonly dialect: Dialect;
}

const WHOLES: readonly Whole[] = RULES.flatMap(({ id }) => fixturesOf(id))
  .filter(({ name, text }) => /^bad.*\.conf/.test(name) && !SUPPRESSION.test(text))
  .map((fixture): Whole => {
    const tree = fixtureTree(fixture);
    const {
      deployment: { target },
      config,
    } = service.load({ path: tree.root, file: service.parse(fixture.text), cache });
    return { tree, target: target.value, dialect: config.dialect };
  });

function splitsOf({ tree, target }: Whole): readonly SplitConfiguration[] {
  const text = textOfRoot(tree);
  const isMoved = CHANGES_DIRECTORY.test(text);
  const byPattern = isMoved ? SHAPES.slice(0, 1) : SHAPES;
  const shapes = has(target, 'include-patterns') ? byPattern : SHAPES.slice(-1);
  const ways = fc.sample(fc.tuple(cutsOf(text), fc.constantFrom(...shapes)), { numRuns: SPLITS, seed: SEED });
  return ways
    .map(([cuts, shape]) => {
      const all = isMoved ? [...new Set([firstCut(text), ...cuts])] : cuts;
      return splitConfiguration(tree, all, shape);
    })
    .filter((split) => !holdsForeignPart(split, tree));
}

/** A part that is no file of Redis by itself is not read, and what it was to say is unknown. */
function holdsForeignPart({ tree }: SplitConfiguration, whole: ConfigurationTree): boolean {
  return [...tree.files].some(([path, text]) => !whole.files.has(path) && isForeign(text, 'server'));
}

describe('a configuration that stands in several files', () => {
  it('gives the findings of the whole, at the same lines', () => {
    for (const whole of WHOLES) {
      const start = startOf(whole);
      const expected = findingsOf(whole, whole.tree, ({ line }) => line);
      for (const { tree, wholeLine } of splitsOf(whole)) {
        const found = findingsOf(whole, tree, ({ source: path, line }) => wholeLine(path, line) ?? start);
        assert.deepEqual(found, expected, show(tree));
      }
    }
  }).timeout(LONGEST_MS);

  it('is fixed as the whole is', () => {
    for (const whole of WHOLES) {
      const expected = show(fixed(whole, whole.tree));
      for (const { tree } of splitsOf(whole)) assert.equal(show(joinedTree(fixed(whole, tree))), expected, show(tree));
    }
  }).timeout(LONGEST_MS);

  it('is spoken of at lines that there are, also where its files run into each other', () => {
    for (const whole of WHOLES) {
      for (const tree of splitsOf(whole).map(spoiled)) checkBounds(lint(whole, tree), show(tree));
    }
  }).timeout(LONGEST_MS);
});

describeWithTwoHosts('the clients law, over configurations that stand in several files', () => {
  it('holds, also where the files run into each other', async () => {
    const target = targetOfBinary(SERVER_UNDER_TEST);
    assert.ok(target);
    const subjects = WHOLES.map((whole) => ({ ...whole, target })).flatMap((whole) =>
      splitsOf(whole)
        .flatMap((split) => [split.tree, spoiled(split)])
        .filter((tree) => lint(whole, tree).verdict.starts !== 'no' && show(fixed(whole, tree)) !== show(tree))
        .map((tree) => ({ tree })),
    );
    const { violations } = await runLaw({ binary: SERVER_UNDER_TEST, subjects: evenly(subjects, STARTS) });
    assert.deepEqual(formatViolations(violations), []);
  }).timeout(LONGEST_MS);
});

/** By every rule but those about files. */
function lint({ tree: whole, target, dialect }: Whole, tree: ConfigurationTree): LintResult {
  const role = roleFromComment(service.parse(textOfRoot(whole)));
  const options = { role, profile: 'strict', severities: ABOUT_FILES } as const;
  const file = service.parse(textOfRoot(tree));
  return service.lint({ path: tree.root, file, reader: readerOf(tree), target, dialect, cache, options });
}

function fixed(whole: Whole, tree: ConfigurationTree): ConfigurationTree {
  const withTexts = (texts: ReadonlyMap<string, string>) => ({ ...tree, files: new Map([...tree.files, ...texts]) });
  const lintTexts = (texts: ReadonlyMap<string, string>) => {
    const {
      config,
      findings,
      verdict: { starts },
    } = lint(whole, withTexts(texts));
    return {
      files: config.files.map((source) => ({
        source,
        starts,
        findings: findings.filter(({ at }) => at.source === source.path),
      })),
    };
  };
  return withTexts(fixInRounds(lintTexts, { accepts: isSafe }).texts);
}

/** The line (from 0) of the first directive: what a finding about all that is missing points to. */
function startOf({ tree }: Whole): number {
  const { lines } = service.parse(textOfRoot(tree));
  return Math.max(0, [...lines.telling()].find(([, { kind }]) => kind === 'directive')?.[0] ?? -1);
}

/** Sorted. Where the whole begins, a line stands for a finding about the whole: there columns tell nothing. */
function findingsOf(whole: Whole, tree: ConfigurationTree, lineOf: (at: Finding['at']) => number): readonly string[] {
  const start = startOf(whole);
  const isBeside = (path: string) => path !== whole.tree.root && whole.tree.files.has(path);
  return lint(whole, tree)
    .findings.filter(({ at }) => !isBeside(at.source))
    .map(({ rule, severity, message, at, fixes }) => {
      const line = lineOf(at);
      const columns = line === start ? '' : `:${at.at.start}-${at.at.end}`;
      const effects = fixes()
        .map(({ effect }) => effect)
        .join(', ');
      return `${line + 1}${columns} ${rule} ${severity} [${effects}] ${message.replace(/line \d+/g, 'line N')}`;
    })
    .sort();
}

/** A tree of which some files lack their last line end, or have a NUL byte put in. */
function spoiled({ tree }: Pick<SplitConfiguration, 'tree'>): ConfigurationTree {
  const spoil = ([path, text]: readonly [string, string], index: number): [string, string] => {
    const [at = 0] = fc.sample(fc.nat(4 * text.length), { numRuns: 1, seed: SEED + text.length + index });
    return [path, at < text.length ? `${text.slice(0, at)}\0${text.slice(at)}` : text.replace(/\r?\n$/, '')];
  };
  const files = [...tree.files].map((file, index) => (file[0] === tree.root ? file : spoil(file, index)));
  return { ...tree, files: new Map(files) };
}

const show = ({ files }: ConfigurationTree): string =>
  [...files].map(([path, text]) => `${path}:\n${JSON.stringify(text)}`).join('\n');

function evenly<Item>(items: readonly Item[], most: number): readonly Item[] {
  const step = Math.max(1, items.length / most);
  return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step)).slice(0, most);
}
