import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { ROOT } from './fixtures.js';

export type BundleName = 'extension' | 'server' | 'engine' | 'cli' | 'webExtension' | 'webServer';

/** Writes bundles as they ship into a folder. */
export async function bundleInto(folder: string, names: readonly BundleName[]): Promise<void> {
  const { createBundles } = (await import(pathToFileURL(path.join(ROOT, 'scripts/bundles.mjs')).href)) as {
    readonly createBundles: (options: { readonly folder: string }) => Readonly<Record<BundleName, BuildOptions>>;
  };
  const bundles = createBundles({ folder });
  await Promise.all(names.map((name) => build(bundles[name])));
}
