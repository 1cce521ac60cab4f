import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { type BundleName, sourcesBundled } from './support/bundles.js';
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

describe('a program', () => {
  /** A few hundred bytes, without a state of their own, which the disk needs before the engine is there. */
  const bytes = 'core/syntax/bytes.ts';
  const programs: readonly (readonly [program: BundleName, holds: string, ofCore: readonly string[]])[] = [
    ['server', 'lsp/session.ts', [bytes]],
    ['webServer', 'lsp/session.ts', []],
    ['cli', 'cli/run-lint.ts', []],
  ];
  for (const [program, holds, ofCore] of programs) {
    it(`leaves the engine to the file that all share: ${program}`, async () => {
      const bundled = await sourcesBundled(program);
      assert.deepEqual(
        bundled.filter((file) => file.startsWith('core/')),
        ofCore,
      );
      assert.ok(bundled.includes(holds));
    });
  }
});

const build = () => {
  const isBuilt = ['cli', 'rule-pages'].every((name) => existsSync(path.join(ROOT, `dist/${name}.js`)));
  if (!isBuilt) execFileSync('node', ['scripts/build.mjs'], { cwd: ROOT, stdio: 'ignore' });
};

describe('the npm package', () => {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  before(build);

  it('has nothing to install', () => assert.equal(manifest.dependencies, undefined));

  it('is built before it is packed', () =>
    assert.equal(manifest.scripts.prepack, manifest.scripts['vscode:prepublish']));

  it('holds both programs, the engine and the library that they share, the pages, and nothing of the extension', () => {
    assert.deepEqual(packedFiles(), [
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.md',
      'dist/cli.js',
      'dist/engine.js',
      'dist/rule-pages.js',
      'dist/server.js',
      'dist/yaml.js',
      'package.json',
    ]);
    assert.deepEqual(Object.values(manifest.bin), ['dist/cli.js', 'dist/server.js']);
  });
});

describe('the extension', () => {
  before(build);
  const [all, ...files] = readFileSync(path.join(ROOT, '.vscodeignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replace('!', ''));
  const packedBytes = (some: readonly string[]): number =>
    some.reduce((sum, file) => sum + deflateRawSync(readFileSync(path.join(ROOT, file))).length, 0);

  it('holds what is listed and nothing else: what an editor runs, not the command line', () => {
    assert.equal(all, '**');
    assert.deepEqual(
      files.filter((file) => file.startsWith('dist/')),
      [
        'dist/engine.js',
        'dist/extension.js',
        'dist/server.js',
        'dist/web/extension.js',
        'dist/web/server.js',
        'dist/yaml.js',
      ],
    );
  });

  it('has code and pages of at most 610 kB, packed', () => {
    const bytes = packedBytes(files.filter((file) => file.startsWith('dist/')));
    assert.ok(bytes <= 610_000, `${bytes} bytes`);
  });

  it('weighs at most 750 kB, packed', () => {
    const bytes = packedBytes(files);
    assert.ok(bytes <= 750_000, `${bytes} bytes`);
  });
});
