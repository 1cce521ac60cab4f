// Which modules of core the hosts import: the engine gives them out, each by its path below core.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const sources = path.resolve(import.meta.dirname, '../server/src');
const HOSTS = ['cli', 'lsp', 'node'];
const VALUE_OF_CORE = /^import (?!type\b)[^;]*?from '(?:\.\.\/)+core\/([^']+)';/gm;

/** Sorted: `service.js`, `text/printable.js`. */
export function modulesOfCore() {
  const texts = HOSTS.flatMap((host) => textsBelow(path.join(sources, host)));
  const modules = texts.flatMap((text) => [...text.matchAll(VALUE_OF_CORE)].map(([, module]) => module));
  return [...new Set(modules)].sort();
}

const textsBelow = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
