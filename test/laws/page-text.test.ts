import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { RULES } from '../../server/src/core/rules/index.js';
import { createService } from '../../server/src/core/service.js';
import { fixtureReader, kindOfFixture, lintWith, ROOT, virtualPathOf } from '../support/fixtures.js';
import { type Example, examplesOf, type Page, readPage } from '../support/rule-page.js';
import { EMPTY_ADVICE, WORDING } from './wording.js';

const PAGES: readonly Page[] = RULES.map(({ id }) => readPage(path.join(ROOT, 'docs/rules', `${id}.md`)));

const SECTIONS_WITH_EXAMPLES = ['Flagged', 'Accepted'];
/** Long enough for a password, and not in quotes of another kind. */
const PASSWORD = /(?:requirepass|masterauth|sentinel-pass|auth-pass \S+|\s>)\s*"?([\w-]{12,})(?=["\s]|$)/gm;
/** The rule is about passwords that nobody can look up, so its page shows one. */
const SHOWS_A_GOOD_PASSWORD = 'auth-password-plaintext';
const OF_PASSWORDS = RULES.filter(({ id }) => /^auth-password-(?:doc-example|placeholder|weak)$/.test(id));

/** The rule finds such passwords, so its page shows one. */
const SHOWS_A_KNOWN_HASH = 'auth-password-weak';
/** Whether the example starts is told by a file beside it. */
const STARTS_WITH_OTHER_FILES = ['sentinel-script-path', 'struct-include-glued-line'];
const NOT_AFFECTED = /\*\*On a running server\.\*\* (?:It|A Sentinel that runs) is not affected/;

describe('the text of a rule page', () => {
  for (const { avoid, write } of WORDING) {
    it(`has "${write}" in the place of ${avoid}`, () => {
      assert.deepEqual(
        PAGES.flatMap((page) => matches(page, avoid)),
        [],
      );
    });
  }

  it('says in "When to ignore" when', () => {
    assert.deepEqual(
      titlesOf(({ sections }) => EMPTY_ADVICE.test(sections.get('When to ignore')?.trim() ?? '')),
      [],
    );
  });

  it('links the weakness, the advisory or the part of the documentation that it refers to', () => {
    const bare = PAGES.flatMap(({ title, sections }) =>
      (sections.get('References') ?? '')
        .split('\n')
        .filter((line) => line.startsWith('- ') && !/^- \[.+\]\(\S+\)/.test(line))
        .map((line) => `${title}: ${line}`),
    );
    assert.deepEqual(bare, []);
  });

  it('leads to pages and sections that there are', () => {
    const lost = PAGES.flatMap(({ title, sections }) =>
      [
        ...[...sections.values()]
          .join('\n')
          .matchAll(/\]\(([a-z0-9-]+)\.md(?:#([a-z-]+))?\)|checked by\s+`([a-z0-9-]+)`/g),
      ]
        .filter(([, page = '', section, rule = page]) => !hasSection(rule, section))
        .map(([link]) => `${title}: ${link}`),
    );
    assert.deepEqual(lost, []);
  });

  it('says of a file with which no server starts that a running one is not affected', () => {
    const silent = titlesOf((page) => {
      const flagged = examplesOf(page, 'Flagged');
      const isRefused = flagged.length > 0 && flagged.every((example) => startsOf(page.title, example) === 'no');
      return isRefused && !NOT_AFFECTED.test(page.sections.get('How to fix') ?? '');
    });
    assert.deepEqual(
      silent.filter((title) => !STARTS_WITH_OTHER_FILES.includes(title)),
      [],
    );
  });

  it('shows no password that would pass for a secret when it is copied', () => {
    const words = PAGES.filter(({ title }) => title !== SHOWS_A_GOOD_PASSWORD)
      .flatMap((page) => SECTIONS_WITH_EXAMPLES.flatMap((section) => examplesOf(page, section)))
      .flatMap(({ text }) => [...text.matchAll(PASSWORD)])
      .map(([, word = '']) => word);
    assert.deepEqual(
      [...new Set(words)].filter((word) => isAcceptedPassword(word)),
      [],
    );
  });

  it('shows no password that a lookup table knows', () => {
    const known = PAGES.filter(({ title }) => title !== SHOWS_A_KNOWN_HASH).flatMap(({ title, sections }) =>
      [...[...sections.values()].join('\n').matchAll(/\b[0-9a-f]{32,64}\b/g)]
        .filter(([word]) => isKnown(word))
        .map(([word]) => `${title}: ${word}`),
    );
    assert.deepEqual(known, []);
  });
});

function hasSection(rule: string, section: string | undefined): boolean {
  const page = PAGES.find(({ title }) => title === rule);
  const anchors = [...(page?.sections.keys() ?? [])].map((name) => name.toLowerCase().replaceAll(' ', '-'));
  return page !== undefined && (section === undefined || anchors.includes(section));
}

function isAcceptedPassword(word: string): boolean {
  return OF_PASSWORDS.every((rule) => lintWith(rule, 'page.conf', `requirepass ${word}\n`).length === 0);
}

/** Small numbers and the first words of every list, as the usual algorithms digest them; or digits in their order. */
function isKnown(word: string): boolean {
  return word.includes('0123456789') || DIGESTS.has(word.slice(0, 32));
}

const WORDS = [...Array(1000).keys()].map(String).concat('password test secret redis admin root foobared'.split(' '));
const DIGESTS: ReadonlySet<string> = new Set(
  WORDS.flatMap((word) =>
    ['md5', 'sha1', 'sha256'].map((by) => createHash(by).update(word).digest('hex').slice(0, 32)),
  ),
);

const titlesOf = (isSo: (page: Page) => boolean) => PAGES.filter(isSo).map(({ title }) => title);

function startsOf(rule: string, { fileName, text }: Example): string {
  if (kindOfFixture(fileName) !== undefined) return 'yes';
  const service = createService([]);
  const reader = fixtureReader(rule);
  const options = { profile: 'production' } as const;
  return service.lint({ path: virtualPathOf(fileName), file: service.parse(text), reader, options }).verdict.starts;
}

/** Where a page's prose has a word: not in code, in what it quotes, or in addresses of links. */
function matches({ title, sections }: Page, word: RegExp): readonly string[] {
  return [...sections].flatMap(([section, text]) => {
    const prose = text.replaceAll(/^( *)```.*?^\1```$/gms, '').replaceAll(/`[^`]*`|"[^"]*"|\]\([^)]*\)|\*[^*]*\*/g, '');
    const found = word.exec(section === 'References' ? '' : prose.replaceAll(/\s+/g, ' '));
    return found ? [`${title}, ${section}: ${found[0]}`] : [];
  });
}
