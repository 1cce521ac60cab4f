import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LOAD_PROBLEM_CODES } from '../server/src/core/config/load-problem.js';
import { TOO_MANY_FINDINGS } from '../server/src/core/lint/cap.js';
import * as registry from '../server/src/core/rules/index.js';
import type { Rule, Severity } from '../server/src/core/rules/rule.js';
import { fixturesOf, lintWith, ROOT, RULE_FIXTURES } from './support/fixtures.js';
import { examplesOf, type Page, readPage } from './support/rule-page.js';
import { secretsOf } from './support/secrets.js';

const { RULES } = registry;
const PAGES = path.join(ROOT, 'docs/rules');
const SECTIONS = ['What it finds', 'What happens', 'Flagged', 'Accepted', 'How to fix', 'When to ignore', 'References'];
/** The worst first. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const LONGEST_MESSAGE = 160;
const LONGEST_TITLE = 60;
const LONGEST_CONSEQUENCE = 120;

const camelCase = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

describe('laws of the registry', () => {
  it('is sorted by id, and ids are unique kebab-case', () => {
    const ids = RULES.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)].sort());
    for (const id of ids) assert.match(id, /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/);
  });

  it('gives each prefix to one category', () => {
    const categoryOf = JSON.parse(readFileSync(path.join(ROOT, 'scripts/rule-prefixes.json'), 'utf8'));
    for (const { id, category } of RULES) assert.equal(categoryOf[id.split('-')[0] ?? ''], category, id);
  });

  it('gives each load problem to exactly one rule', () => {
    const codes = RULES.flatMap(({ loadProblems = [] }) => loadProblems);
    assert.deepEqual([...codes].sort(), [...LOAD_PROBLEM_CODES].sort());
  });

  it('keeps matters of taste to the profile strict', () => {
    for (const rule of RULES.filter(({ isOptIn }) => isOptIn)) {
      const bad = fixturesOf(rule.id).filter(({ name }) => name.startsWith('bad'));
      for (const { name, text } of bad) assert.deepEqual(lintWith(rule, name, text, 'production'), [], rule.id);
    }
  });

  it('has no page and no fixture folder without a rule', () => {
    const ids = new Set([...RULES, TOO_MANY_FINDINGS].map(({ id }) => id));
    const orphans = [
      ...readdirSync(PAGES).map((file) => file.replace(/\.md$/, '')),
      ...readdirSync(RULE_FIXTURES),
    ].filter((name) => name !== 'README' && !ids.has(name));
    assert.deepEqual(orphans, []);
  });
});

for (const rule of RULES) {
  describe(`laws of ${rule.id}`, () => {
    it('names its file, export, page and fixtures after its id', () => {
      const source = readFileSync(path.join(ROOT, `server/src/core/rules/${rule.id}.ts`), 'utf8');
      assert.match(source, new RegExp(`export const ${camelCase(rule.id)}(: Rule = \\{| = \\w+Rule\\(\\{)`));
      assert.ok(existsSync(path.join(PAGES, `${rule.id}.md`)), 'has a page');
    });

    it('has a bad and a good fixture', () => {
      const names = fixturesOf(rule.id).map(({ name }) => name);
      assert.ok(
        names.some((name) => name.startsWith('bad')) && names.some((name) => name.startsWith('good')),
        `${names}`,
      );
    });

    it('reaches its severity in a fixture, and goes beyond it in none', () => {
      const findings = fixturesOf(rule.id).flatMap(({ name, text }) => lintWith(rule, name, text));
      const worst = SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
      assert.equal(worst, rule.severity);
    });

    it('keeps messages short, whole sentences, and free of secrets', () => checkMessages(rule));

    it('keeps titles of fixes short, says the consequence of each in one sentence, and shows no secret', () =>
      checkFixes(rule));

    it('has a page with every section, whose examples hold', () => checkPage(rule));
  });
}

function checkMessages(rule: Rule): void {
  for (const { name, text } of fixturesOf(rule.id)) {
    const secrets = secretsOf(text);
    for (const { message, related } of lintWith(rule, name, text)) {
      assert.ok(message.length <= LONGEST_MESSAGE, `${message.length} characters: ${message}`);
      assert.match(message, /\.$/);
      const shown = [message, ...related.map((place) => place.message)].join('\n');
      for (const secret of secrets) assert.ok(!shown.includes(secret), `shows a secret of ${name}`);
    }
  }
}

/** That a fix for review has a consequence, and is never preferred, its type says. */
function checkFixes(rule: Rule): void {
  for (const { name, text } of fixturesOf(rule.id)) {
    const secrets = secretsOf(text);
    for (const { title, consequence = 'Nothing.' } of lintWith(rule, name, text).flatMap(({ fixes }) => fixes())) {
      assert.match(title, /^[A-Z].*[^.]$/);
      assert.ok(title.length <= LONGEST_TITLE, `${title.length} characters: ${title}`);
      assert.match(consequence, /^[A-Z][^.]*(\.\d[^.]*)*\.$/, 'one sentence');
      assert.ok(consequence.length <= LONGEST_CONSEQUENCE, `${consequence.length} characters: ${consequence}`);
      for (const secret of secrets) {
        assert.ok(!`${title}\n${consequence}`.includes(secret), `shows a secret of ${name}`);
      }
    }
  }
}

function checkPage(rule: Rule): void {
  const page: Page = readPage(path.join(PAGES, `${rule.id}.md`));
  assert.equal(page.title, rule.id);
  assert.deepEqual([...page.sections.keys()], SECTIONS);
  for (const [section, text] of page.sections) assert.notEqual(text.trim(), '', `"${section}" is empty`);
  const flagged = examplesOf(page, 'Flagged');
  const accepted = examplesOf(page, 'Accepted');
  assert.ok(flagged.length > 0 && accepted.length > 0, 'has examples');
  for (const { fileName, text } of flagged)
    assert.notEqual(lintWith(rule, fileName, text).length, 0, `silent:\n${text}`);
  for (const { fileName, text } of accepted) assert.equal(lintWith(rule, fileName, text).length, 0, `fires:\n${text}`);
}
