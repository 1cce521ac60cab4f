import assert from 'node:assert/strict';
import { applySourceEdits } from '../../server/src/core/lint/apply-fix.js';
import { RULES } from '../../server/src/core/rules/index.js';
import type { Rule } from '../../server/src/core/rules/rule.js';
import {
  createService,
  type Finding,
  type LintRequest,
  parseFile,
  wholeDocument,
} from '../../server/src/core/service.js';
import { applyEdits, isUnambiguous } from '../../server/src/core/text/edit.js';
import { type Block, blockIn, textIn } from '../support/block-in-document.js';
import { fixtureReader, fixturesOf, virtualPathOf } from '../support/fixtures.js';

/** A fixture where it stands, with all that a rule says of it. */
interface Standing extends Block {
  readonly what: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

describe('a configuration', () => {
  /** Each fixture by itself, and in a document. */
  const all: { readonly alone: Standing; readonly inBlock: Standing }[] = [];

  before(() => {
    for (const rule of RULES) {
      for (const { name, text } of fixturesOf(rule.id)) {
        const standing = (block: Block): Standing => {
          return { ...block, what: `${rule.id} ${name}`, text, findings: findingsOf(rule, name, text, block) };
        };
        const path = virtualPathOf(name);
        const alone = standing({ document: text, id: path, place: wholeDocument(parseFile(text)) });
        all.push({ alone, inBlock: standing(blockIn(path, text)) });
      }
    }
  }).timeout(60_000);

  it('that is the whole document is fixed as its lines are', () => {
    for (const { alone } of all) checkFixes(alone, (document) => document);
  });

  it('that stands in a document is fixed as it is by itself, and nothing around it changes', () => {
    for (const { inBlock } of all) checkFixes(inBlock, textIn);
  });

  it('that stands in a document is marked where its words stand, and found again from there', () => {
    for (const { inBlock } of all) checkMarks(inBlock);
  });

  it('has the same findings and fixes wherever it stands', () => {
    for (const { alone, inBlock } of all) {
      if (alone.text.endsWith('\n')) assert.deepEqual(shown(inBlock), shown(alone), alone.what);
    }
  });

  it('is offered no fix that its place refuses, with a reason', () => {
    const rule = RULES.find(({ id }) => id === 'auth-missing');
    assert.ok(rule);
    const findingIn = (text: string) => findingsOf(rule, 'redis.conf', text, blockIn('/w/redis.conf', text))[0];
    const [ended, open] = [findingIn('port 6379\n'), findingIn('port 6379')];
    assert.deepEqual([ended?.fixable, ended?.refusedFixes()], ['review', []]);
    assert.deepEqual([open?.fixable, open?.fixes()], [undefined, []]);
    assert.deepEqual(
      open?.refusedFixes(),
      ended?.fixes().map(({ title }) => ({ title, reason: 'The block ends without a line end.' })),
    );
    const { place } = blockIn('/w/redis.conf', 'port 6379');
    const edits = [{ kind: 'insert', before: 1, lines: ['bind 127.0.0.1', ''] }] as const;
    assert.deepEqual(place.write(edits), { refused: 'The block ends without a line end.' });
  });
});

function findingsOf(rule: Rule, name: string, text: string, { id, place }: Pick<LintRequest, 'id' | 'place'>) {
  const path = virtualPathOf(name);
  const options = { profile: rule.isOptIn ? 'strict' : 'production' } as const;
  const reader = fixtureReader(rule.id);
  return createService([rule]).lint({ path, file: parseFile(text), id, place, options, reader }).findings;
}

function checkFixes({ what, text, document, id, place, findings }: Standing, read: (document: string) => string): void {
  for (const { edits } of findings.flatMap(({ fixes }) => fixes())) {
    const written = place.write(edits.filter(({ source }) => source === id));
    assert.ok(!('refused' in written) && isUnambiguous(written), what);
    assert.equal(read(applyEdits(document, written)), applySourceEdits(id, parseFile(text), edits), what);
  }
}

function checkMarks({ what, text, document, id, place, findings }: Standing): void {
  const lines = text.split('\n');
  for (const { source, line, at } of findings.map((finding) => finding.at)) {
    if (source !== id) continue;
    const { start, end } = place.toDocument(line, at);
    const marked = document.split('\n')[start.line]?.slice(start.character, end.character);
    assert.equal(marked, lines[line]?.slice(at.start, at.end), what);
    assert.deepEqual(place.fromDocument(start), { line, character: at.start }, what);
  }
}

/** Findings without the name of the configuration. */
function shown({ id, findings }: Standing) {
  const placeOf = ({ source, line, at }: Finding['at']) => [source === id ? 'here' : source, line, at.start, at.end];
  return findings.map(({ message, at, related, fixes }) => ({
    message,
    at: placeOf(at),
    related: related.map((place) => placeOf(place.at)),
    fixes: fixes().map(({ title }) => title),
  }));
}
