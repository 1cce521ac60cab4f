import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './support/fixtures.js';

interface Suites {
  readonly SUITES: Readonly<Record<string, readonly string[]>>;
}

const TESTS = readdirSync(path.join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.test.ts') && !file.startsWith('e2e/'))
  .map((file) => file.replace(/\.test\.ts$/, ''));

const suites: Promise<Suites> = import(pathToFileURL(path.join(ROOT, 'scripts/suites.mjs')).href);

const isOf = (pattern: string, file: string): boolean =>
  new RegExp(`^${pattern.replace('**/*', '.+').replace(/(?<!\.)\*/, '[^/]+')}$`).test(file);

describe('the suites', () => {
  it('hold every test once', async () => {
    const { SUITES } = await suites;
    const patterns = Object.values(SUITES).flat();
    const wrong = TESTS.filter((file) => patterns.filter((pattern) => isOf(pattern, file)).length !== 1);
    assert.deepEqual(wrong, []);
  });

  it('have a test for every pattern', async () => {
    const { SUITES } = await suites;
    const empty = Object.values(SUITES)
      .flat()
      .filter((pattern) => !TESTS.some((file) => isOf(pattern, file)));
    assert.deepEqual(empty, []);
  });

  it('for every save start no process, ask no server and try no random texts', async () => {
    const { SUITES } = await suites;
    const slow =
      /from '(?:fast-check|node:child_process|[./]+\/support\/(?:with-real-server|real-server|bundles|two-hosts)\.js)'/;
    const files = TESTS.filter((file) => SUITES.core?.some((pattern) => isOf(pattern, file)));
    assert.ok(files.length > 20, 'tests were found');
    const wrong = files.filter((file) => slow.test(readFileSync(path.join(ROOT, 'test', `${file}.test.ts`), 'utf8')));
    assert.deepEqual(wrong, []);
  });
});
