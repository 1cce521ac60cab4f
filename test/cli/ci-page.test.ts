import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as yaml from 'yaml';
import { parseArguments } from '../../server/src/cli/args.js';
import { RULES } from '../../server/src/core/rules/index.js';
import { ROOT } from '../support/fixtures.js';

const PAGE = readFileSync(path.join(ROOT, 'docs/ci.md'), 'utf8');
const SNIPPETS = [...PAGE.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({
  language,
  text,
}));
const textsIn = (language: string) => SNIPPETS.filter((each) => each.language === language).map(({ text }) => text);

describe('the page on CI', () => {
  it('has YAML that is valid', () => {
    const texts = textsIn('yaml');
    assert.ok(texts.length >= 4);
    for (const text of texts) assert.deepEqual(yaml.parseDocument(text).errors, []);
  });

  it('has scripts that a shell reads', () => {
    const texts = textsIn('sh');
    assert.ok(texts.length >= 3);
    for (const text of texts) assert.equal(spawnSync('sh', ['-n'], { input: text }).status, 0, text);
  });

  it('has command lines that the tool takes', () => {
    const lines = SNIPPETS.flatMap(({ text }) => [...text.matchAll(/redis-conf-lint ((?:-[^\s&]|%s|\/)[^\n&]*)/g)]);
    assert.ok(lines.length >= 6);
    for (const [, args = ''] of lines) {
      assert.doesNotThrow(
        () =>
          parseArguments(
            args.trim().split(/\s+/),
            RULES.map(({ id }) => id),
          ),
        args,
      );
    }
  });
});
