// THIRD-PARTY-NOTICES.md: the licence of every package whose code is in a bundle that ships. Run to write it; a test
// compares.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { createBundles } from './bundles.mjs';

const root = path.resolve(import.meta.dirname, '..');
const FILE = path.join(root, 'THIRD-PARTY-NOTICES.md');
const LICENCE = /^(licen[cs]e|copying)/i;

/** The text of the file, from what the bundler reads. */
export async function thirdPartyNotices() {
  const notices = [...(await bundledPackages())].sort().map(noticeOf);
  return `# Third-party notices

The programs in this package hold code of these packages, which are used under the licences below.

${notices.join('\n')}`;
}

async function bundledPackages() {
  const folders = new Set();
  for (const bundle of Object.values(createBundles())) {
    const { metafile } = await build({ ...bundle, metafile: true, write: false });
    for (const input of Object.keys(metafile.inputs)) {
      const name = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
      if (name) folders.add(name);
    }
  }
  return folders;
}

/** @throws Error for a package without a licence: nobody may ship it. */
function noticeOf(name) {
  const folder = path.join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => LICENCE.test(entry));
  if (!license || !file) throw new Error(`${name} states no licence`);
  const text = readFileSync(path.join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim();
  return `## ${name} ${version} (${license})\n\n\`\`\`text\n${text.replaceAll('```', "'''")}\n\`\`\`\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, await thirdPartyNotices());
