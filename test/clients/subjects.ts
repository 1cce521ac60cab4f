import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../../server/src/core/rules/index.js';
import type { Effect } from '../../server/src/core/rules/rule.js';
import { type Fixture, fixturesOf, ROOT } from '../support/fixtures.js';
import { examplesOf, readPage } from '../support/rule-page.js';
import { fixtureTree, goldenTrees, treeOf } from './configuration-tree.js';
import type { FixedTree, Subject } from './fixed-trees.js';

/** Every bad fixture, with its golden files. */
export function badFixtures(): readonly Subject[] {
  return RULES.flatMap(({ id }) => fixturesOf(id))
    .filter(({ name }) => name.startsWith('bad'))
    .map((fixture) => ({ tree: fixtureTree(fixture), golden: goldensOf(fixture) }));
}

function goldensOf(fixture: Fixture): readonly FixedTree[] {
  return goldenTrees(fixture).map(({ tree, nth }) => ({
    tree,
    fix: `golden file ${nth + 1}`,
    effect: effectOfAll(fixture.expected.flatMap(({ fixes }) => fixes[nth] ?? [])),
  }));
}

/** Of lines `effect: title`: a file that was fixed throughout keeps what all of them promise. */
function effectOfAll(fixes: readonly string[]): Effect {
  if (fixes.every((fix) => fix.startsWith('none: '))) return 'none';
  return fixes.every((fix) => /^(?:none|safe): /.test(fix)) ? 'safe' : 'access';
}

export function examples(): readonly Subject[] {
  const folder = path.join(ROOT, 'examples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.conf'))
    .map((name) => ({
      tree: treeOf(`examples/${name}`, `/etc/redis/${name}`, readFileSync(path.join(folder, name), 'utf8')),
    }));
}

/** What the pages of the rules show, right and wrong. */
export function pageExamples(): readonly Subject[] {
  return RULES.flatMap(({ id }) => {
    const page = readPage(path.join(ROOT, 'docs/rules', `${id}.md`));
    return [...page.sections.keys()].flatMap((section) =>
      examplesOf(page, section).map(({ fileName, text }, index) => ({
        tree: treeOf(`${id}.md, ${section} ${index + 1}`, `/etc/redis/${fileName}`, text),
      })),
    );
  });
}
