// npm run build [-- --dev] [-- --watch]: bundles what ships into dist/. --dev: readable, with source maps.
import { chmodSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { context } from 'esbuild';
import { createBundles } from './bundles.mjs';

const root = path.resolve(import.meta.dirname, '..');
const isWatching = process.argv.includes('--watch');
const isDev = isWatching || process.argv.includes('--dev');
const bundles = Object.values(createBundles({ isDev }));

rmSync(path.join(root, 'dist'), { recursive: true, force: true });
const contexts = await Promise.all(bundles.map((bundle) => context(bundle)));
await Promise.all(contexts.map((each) => each.rebuild()));
for (const { outfile, banner } of bundles) {
  if (banner !== undefined) chmodSync(path.join(root, outfile), 0o755);
  const kilobytes = statSync(path.join(root, outfile)).size / 1000;
  console.log(`${outfile.padEnd(24)} ${kilobytes.toFixed(1).padStart(8)} kB`);
}

if (isWatching) {
  console.log('watching');
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  await Promise.all(contexts.map((each) => each.dispose()));
}
