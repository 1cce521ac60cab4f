// What the bundler puts into dist/rule-pages.js for --explain: every page of docs/rules, by rule id.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../docs/rules');

/** An esbuild `define`: one string for JSON.parse. */
export function rulePagesDefine() {
  const pages = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.md') && file !== 'README.md')
      .map((file) => [file.slice(0, -3), readFileSync(path.join(folder, file), 'utf8')]),
  );
  return { RULE_PAGES: JSON.stringify(JSON.stringify(pages)) };
}
