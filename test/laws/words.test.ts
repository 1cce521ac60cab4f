import assert from 'node:assert/strict';
import { DIRECTIVE_SPELLINGS } from '../../server/src/core/directives/catalog.js';
import { DESCRIPTIONS } from '../../server/src/core/directives/descriptions.js';
import type { Finding } from '../../server/src/core/lint/finding.js';
import { RULES } from '../../server/src/core/rules/index.js';
import type { Rule } from '../../server/src/core/rules/rule.js';
import { fixturesOf, lintWith, ROOT } from '../support/fixtures.js';
import { readSources } from '../support/import-table.js';
import { RESERVED_WORDS, WORDING } from './wording.js';

/** What a rule, or the hover of a directive, says. */
interface Said {
  readonly by: string;
  readonly text: string;
}

const MESSAGES: readonly Said[] = unique(RULES.flatMap(messagesOf));
const FIXES: readonly Said[] = unique(RULES.flatMap(wordsOfFixes));
const SUMMARIES: readonly Said[] = RULES.map(({ id, summary }) => ({ by: id, text: summary }));
const HOVERS: readonly Said[] = Object.entries(DESCRIPTIONS).flatMap(([by, { summary, security = '' }]) =>
  [summary, security].map((text) => ({ by, text })),
);

/** Words of English too, or of other things: without quotes they need not be the directive. */
const ALSO_ENGLISH: ReadonlySet<string> = new Set(
  'append bind databases dir hz include lookahead port rename-command role save sentinel supervised timeout user'.split(
    ' ',
  ),
);
const DIRECTIVES: readonly string[] = DIRECTIVE_SPELLINGS.filter((name) => !ALSO_ENGLISH.has(name));
const DIRECTIVE = new RegExp(`(?<![\\w./-])(?:${DIRECTIVES.join('|')})(?![\\w/-])`, 'g');

describe('what an administrator reads', () => {
  for (const { avoid, write } of WORDING) {
    it(`has "${write}" in the place of ${avoid}`, () => {
      assert.deepEqual(
        [...MESSAGES, ...FIXES, ...SUMMARIES, ...HOVERS].filter(({ text }) =>
          avoid.test(withoutQuoted(text).replaceAll(DIRECTIVE, '')),
        ),
        [],
      );
    });
  }

  it('quotes each directive that a message names', () => {
    assert.deepEqual(
      MESSAGES.filter(({ text }) => withoutQuoted(text).search(DIRECTIVE) >= 0),
      [],
    );
  });
});

describe('a word of the code', () => {
  const sources = readSources(ROOT);
  for (const { word, means, rooms } of RESERVED_WORDS) {
    it(`such as ${word} has one meaning: ${means}`, () => {
      assert.deepEqual(
        sources
          .filter(({ path }) => !rooms.some((room) => path.startsWith(room)))
          .filter(({ text }) => word.test(withoutStrings(text)))
          .map(({ path }) => path),
        [],
      );
    });
  }
});

function messagesOf(rule: Rule): readonly Said[] {
  const texts = findingsOf(rule).flatMap(({ message, related }) => [message, ...related.map((place) => place.message)]);
  return texts.map((text) => ({ by: rule.id, text }));
}

function wordsOfFixes(rule: Rule): readonly Said[] {
  const fixes = findingsOf(rule).flatMap((finding) => finding.fixes());
  return fixes.flatMap(({ title, consequence = '' }) => [title, consequence].map((text) => ({ by: rule.id, text })));
}

function findingsOf(rule: Rule): readonly Finding[] {
  return fixturesOf(rule.id).flatMap(({ name, text }) => lintWith(rule, name, text));
}

/** Without what the user wrote, and without commands and names in code. */
const withoutQuoted = (text: string): string => text.replaceAll(/"[^"]*"|`[^`]*`|CONFIG (?:SET|GET) \S+/g, '""');

const withoutStrings = (text: string): string => text.replaceAll(/'[^'\n]*'|`[^`]*`/g, '""');

function unique(said: readonly Said[]): readonly Said[] {
  return [...new Map(said.map((each) => [`${each.by} ${each.text}`, each])).values()];
}
