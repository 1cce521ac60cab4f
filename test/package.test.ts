import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sourcesBundled } from './support/bundles.js';
import { ROOT } from './support/fixtures.js';

/** What npm would put into the package of this folder. */
function packedFiles(): readonly string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  // npm is a script on Windows.
  const shell = process.platform === 'win32';
  const out = execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], shell });
  const [{ files }]: [{ files: readonly { path: string }[] }] = JSON.parse(out);
  return files.map((file) => file.path).sort();
}

describe('what is bundled of others', () => {
  it('has its licence in the package: node scripts/third-party-notices.mjs writes it', async () => {
    const { thirdPartyNotices } = await import(pathToFileURL(path.join(ROOT, 'scripts/third-party-notices.mjs')).href);
    assert.equal(await thirdPartyNotices(), readFileSync(path.join(ROOT, 'THIRD-PARTY-NOTICES.md'), 'utf8'));
    for (const list of ['.npmignore', '.vscodeignore']) {
      assert.match(readFileSync(path.join(ROOT, list), 'utf8'), /^!\/?THIRD-PARTY-NOTICES\.md$/m, list);
    }
  });
});

describe('the bundle of the language server', () => {
  /** A few hundred bytes, without a state of their own. */
  const twice = ['core/syntax/bytes.ts'];

  it('leaves the engine to its own file', async () => {
    const bundled = await sourcesBundled('server');
    assert.deepEqual(
      bundled.filter((file) => file.startsWith('core/')),
      twice,
    );
    assert.ok(bundled.includes('lsp/session.ts'));
  });
});

describe('the npm package', () => {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

  it('has nothing to install', () => assert.equal(manifest.dependencies, undefined));

  it('holds both programs and the engine that the language server reads, and nothing of the extension', () => {
    if (!existsSync(path.join(ROOT, 'dist/cli.js'))) execFileSync('node', ['scripts/build.mjs'], { cwd: ROOT });
    assert.deepEqual(packedFiles(), [
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.md',
      'dist/cli.js',
      'dist/engine.js',
      'dist/server.js',
      'package.json',
    ]);
    assert.deepEqual(Object.values(manifest.bin), ['dist/cli.js', 'dist/server.js']);
  });
});
