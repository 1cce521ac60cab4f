import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { ROOT } from './fixtures.js';

export type BundleName =
  | 'engine'
  | 'yaml'
  | 'extension'
  | 'server'
  | 'cli'
  | 'rulePages'
  | 'webExtension'
  | 'webServer';

/** Writes bundles as they ship into a folder. */
export async function bundleInto(folder: string, names: readonly BundleName[]): Promise<void> {
  const bundles = await bundlesIn(folder);
  await Promise.all(names.map((name) => build(bundles[name])));
}

/** The files of the project of which something is in a bundle, by their paths below server/src, sorted. */
export async function sourcesBundled(name: BundleName): Promise<readonly string[]> {
  const bundles = await bundlesIn('dist');
  const { metafile } = await build({ ...bundles[name], write: false, metafile: true });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return inputs
    .filter(([file, { bytesInOutput }]) => file.startsWith('server/src/') && bytesInOutput > 0)
    .map(([file]) => file.slice('server/src/'.length))
    .sort();
}

async function bundlesIn(folder: string): Promise<Readonly<Record<BundleName, BuildOptions>>> {
  const { createBundles } = (await import(pathToFileURL(path.join(ROOT, 'scripts/bundles.mjs')).href)) as {
    readonly createBundles: (options: { readonly folder: string }) => Readonly<Record<BundleName, BuildOptions>>;
  };
  return createBundles({ folder });
}
