import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import type { FileReader } from '../../server/src/core/config/file-reader.js';
import type { Dialect } from '../../server/src/core/config/resolved-configuration.js';
import { MEASURED_SERVERS } from '../../server/src/core/directives/measured-servers.js';
import { parseTarget } from '../../server/src/core/directives/target.js';
import { createService, type LintResult } from '../../server/src/core/service.js';
import { textOf } from '../../server/src/core/syntax/config-file.js';
import { checkBounds } from '../support/check-bounds.js';
import { RULE_FIXTURES } from '../support/fixtures.js';

const SERVICE = createService();
const DIALECTS: readonly Dialect[] = ['server', 'sentinel', 'acl'];
const TARGETS = MEASURED_SERVERS.map((id) => parseTarget(id));
/** Of each fixture: there are hundreds, and each gets others. */
const PREFIXES = 2;
/** So many in a row are for one target: its tables take longer to build than a text to read. */
const RUN = 90;
/** Beside other work of the machine. */
const LONGEST_MS = 60_000;
const SEED = 20_261_122;

/** Every file can be read and is the text itself: whatever it includes, it includes itself. */
const ECHO = (text: string): FileReader => ({
  readFile: (name) => (name.length > 200 ? { status: 'missing' } : { status: 'found', text }),
  listFolder: () => ({ status: 'found', names: ['a.conf', 'redis.conf', 'users.acl'] }),
});

const READERS: readonly ((text: string) => FileReader | undefined)[] = [
  () => undefined,
  ECHO,
  () => ({ readFile: () => ({ status: 'missing' }), listFolder: () => ({ status: 'missing' }) }),
];

/** Every text goes to a few of all combinations, so that all are met many times and the suite stays short. */
function lintSomehow(text: string, nth: number): LintResult {
  const file = SERVICE.parse(text, Math.floor(nth / 9) % 2 === 0 ? 'utf-8' : 'latin-1');
  assert.equal(textOf(file), text);
  return SERVICE.lint({
    path: '/etc/redis/redis.conf',
    file,
    dialect: DIALECTS[nth % DIALECTS.length],
    target: TARGETS[Math.floor(nth / RUN) % TARGETS.length],
    reader: READERS[Math.floor(nth / 3) % READERS.length]?.(text),
  });
}

function checkWords(text: string): void {
  for (const line of SERVICE.parse(text).lines) {
    if (line.kind !== 'directive') continue;
    for (const { raw, start, end } of [line.name, ...line.args]) assert.equal(line.text.slice(start, end), raw);
  }
}

function checkTotality(text: string, nth: number): void {
  checkWords(text);
  checkBounds(lintSomehow(text, nth), JSON.stringify(text));
}

const FIXTURES = readdirSync(RULE_FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(conf|acl)$/.test(name))
  .sort()
  .map((name) => ({ name, text: readFileSync(path.join(RULE_FIXTURES, name), 'utf8') }));

const FRAGMENTS = [
  '"',
  "'",
  '\\',
  '\\x4',
  '\0',
  '\r',
  '\v',
  '#',
  '\n',
  '\ufeff',
  '\ud800',
  '\u00a0',
  '(',
  ')',
  '%',
  '{{ x }}',
  '|',
];
const WORDS = [
  'user',
  'include',
  'sentinel',
  'monitor',
  'bind',
  'save',
  'rename-command',
  'config|get',
  'aclfile',
  '*.conf',
  '+@all',
  '>p',
  '~*',
  'default',
  '1gb',
  '-1',
  'yes',
];

describe('totality', () => {
  it('reads prefixes of every fixture, for some dialect and target', () => {
    const places = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), {
      numRuns: FIXTURES.length * PREFIXES,
      seed: SEED,
    });
    for (const [nth, place] of places.entries()) {
      const { text } = FIXTURES[nth % FIXTURES.length] ?? { text: '' };
      checkTotality(text.slice(0, Math.round(place * text.length)), nth);
    }
  }).timeout(LONGEST_MS);

  it('reads texts of words and awkward characters', () => {
    const piece = fc.oneof(
      fc.constantFrom(...FRAGMENTS),
      fc.constantFrom(...WORDS),
      fc.constantFrom(' ', '\n'),
      fc.string(),
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(text, fc.nat(1000), checkTotality), { numRuns: 1000, seed: SEED });
  }).timeout(LONGEST_MS);

  it('reads any bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array).toString('latin1'));
    fc.assert(fc.property(bytes, fc.nat(1000), checkTotality), { numRuns: 500, seed: SEED });
  }).timeout(LONGEST_MS);

  it('reads fixtures with characters put in, taken out and doubled', () => {
    const spoiled = fc
      .tuple(
        fc.constantFrom(...FIXTURES),
        fc.array(fc.tuple(fc.nat(2000), fc.constantFrom('', ...FRAGMENTS)), { maxLength: 4 }),
      )
      .map(([{ text }, changes]) =>
        changes.reduce(
          (now, [at, put]) => now.slice(0, at % (now.length + 1)) + put + now.slice((at % (now.length + 1)) + 1),
          text,
        ),
      );
    fc.assert(fc.property(spoiled, fc.nat(1000), checkTotality), { numRuns: 500, seed: SEED });
  }).timeout(LONGEST_MS);
});
