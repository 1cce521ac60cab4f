import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../../server/src/core/rules/index.js';
import { lintWith, ROOT, virtualPathOf } from '../support/fixtures.js';
import { examplesOf, readPage, sentencesIn } from '../support/rule-page.js';

const UNFINISHED = /\b(?:TODO|FIXME|TBD|XXX)\b/;
const pageOf = (id: string) => path.join(ROOT, `docs/rules/${id}.md`);

describe('pages of rules', () => {
  it('and the rules themselves are finished', () => {
    const files = RULES.flatMap(({ id }) => [pageOf(id), path.join(ROOT, `server/src/core/rules/${id}.ts`)]);
    assert.deepEqual(
      files.filter((file) => UNFINISHED.test(readFileSync(file, 'utf8'))),
      [],
    );
  });

  it('tell the danger in two sentences at least', () => {
    const short = RULES.filter(({ id }) => {
      const [, danger = ''] = [...readPage(pageOf(id)).sections.values()];
      return sentencesIn(danger) < 2;
    });
    assert.deepEqual(
      short.map(({ id }) => id),
      [],
    );
  });

  it('flag a place in the example itself', () => {
    const elsewhere = RULES.flatMap((rule) =>
      examplesOf(readPage(pageOf(rule.id)), 'Flagged')
        .filter(({ fileName, text }) => {
          const lines = text.split('\n');
          const findings = lintWith(rule, fileName, text);
          return !findings.some(
            ({ rule: id, at }) =>
              id === rule.id && at.source === virtualPathOf(fileName) && at.at.end <= (lines[at.line]?.length ?? -1),
          );
        })
        .map(({ text }) => `${rule.id}:\n${text}`),
    );
    assert.deepEqual(elsewhere, []);
  });
});

describe('sentences of a page', () => {
  const cases: readonly (readonly [text: string, count: number])[] = [
    ['The server starts. Nobody notices.', 2],
    ['The server starts', 0],
    ['From 7.0 on `a. b. c` is refused.', 1],
    ['It stops (see `redis.conf`).\n\n```sh\necho one. two.\n```\n', 1],
    ['Who is it?\nNobody knows.', 2],
  ];
  for (const [text, count] of cases) {
    it(`are ${count} in ${JSON.stringify(text)}`, () => assert.equal(sentencesIn(text), count));
  }
});
