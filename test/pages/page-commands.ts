import type { Page } from '../support/rule-page.js';

/** What the blocks of a page leave to the reader, and what the test fills in. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  '<password>': 'c0a5f1e07b9d4a3386f2d51ce8b7a94410d6f3825e9cab17',
  '<admin-password>': '5be1d9f4c2a78e036d1f9a7b40c8e25397fd16a4b80c3e52',
};

/**
 * The `redis-cli` lines of "How to fix" as one shell script, in the order of the page; undefined where it has none. A block
 * in a list is indented, and its indentation is not part of it.
 * @throws Error where a placeholder is one that nobody fills in.
 */
export function commandsOf({ title, sections }: Page): string | undefined {
  const blocks = (sections.get('How to fix') ?? '').matchAll(/^( *)```sh\n(.*?)^\1```$/gms);
  const lines = [...blocks]
    .map(([, indent = '', text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''))
    .filter((text) => text.includes('redis-cli'))
    .join('');
  const filled = lines.replaceAll(/<[a-z][a-z -]*>/g, (placeholder) => {
    const value = PLACEHOLDERS[placeholder];
    if (value === undefined) throw new Error(`${title}: nobody fills in ${placeholder}`);
    return value;
  });
  return filled === '' ? undefined : filled;
}
