import { releaseOf, type Target } from '../../directives/target.js';
import { documentKindOf } from '../../project/recognise.js';
import type { Span } from '../../text/span.js';
import type { Told } from '../told.js';
import { contentOf, contentOfImage, type ImageContent } from './image-tags.js';

/** Charts whose version of the application is the server's. */
const CHARTS: Readonly<Record<string, 'redis' | 'valkey'>> = {
  redis: 'redis',
  'redis-cluster': 'redis',
  'redis-ha': 'redis',
  valkey: 'valkey',
  'valkey-cluster': 'valkey',
};

/** Whether a file may name the image, or the chart, that a configuration beside it is for. */
export function mayNameImages(name: string): boolean {
  return documentKindOf(name) !== undefined;
}

/** The servers that a Dockerfile, a compose file or a part of a Helm chart names, by a scan of its lines. */
export function serversNamedIn(path: string, text: string): readonly Told<Target>[] {
  const kind = documentKindOf(path);
  const lines = text.split('\n');
  const by = kind === 'helm' ? 'chart' : 'image';
  const found = kind === 'dockerfile' ? baseImages(lines) : [...namedImages(lines), ...appVersion(lines)];
  return found.map(({ content: { target, isFloating }, line, at }) => ({
    value: target,
    by,
    at: { source: path, line, at },
    ...(isFloating ? { isFloating } : {}),
  }));
}

interface Found {
  readonly content: ImageContent;
  readonly line: number;
  readonly at: Span;
}

/** `FROM redis:7.2 AS base`. */
function baseImages(lines: readonly string[]): readonly Found[] {
  return lines.flatMap((text, line) => {
    const [instruction = '', ...words] = text.trim().split(/\s+/);
    const image = instruction.toLowerCase() === 'from' ? words.find((word) => !word.startsWith('--')) : undefined;
    return image === undefined ? [] : found(contentOfImage(image), text, line, image);
  });
}

/** `image: redis:7.2`, `image: {repository: redis, tag: 7.2}`, or `repository` and `tag` beside each other. */
function namedImages(lines: readonly string[]): readonly Found[] {
  const all: Found[] = [];
  let pair: { readonly indent: number; repository?: string; tag?: string } | undefined;
  for (const [line, text] of lines.entries()) {
    const entry = entryOf(text);
    if (!entry) continue;
    const { key, value, indent } = entry;
    if (pair && indent < pair.indent) pair = undefined;
    if (key === 'image' && value.startsWith('{')) {
      const { repository, tag } = flowMap(value);
      if (repository !== undefined && tag) all.push(...found(contentOf(repository, tag), text, line, tag));
    } else if (key === 'image' && value !== '') all.push(...found(contentOfImage(value), text, line, value));
    if ((key !== 'repository' && key !== 'tag') || value === '') continue;
    if (pair?.indent !== indent || pair[key] !== undefined) pair = { indent };
    pair[key] = value;
    const { repository, tag } = pair;
    if (repository !== undefined && tag !== undefined)
      all.push(...found(contentOf(repository, tag), text, line, value));
  }
  return all;
}

/** Of a Chart.yaml. */
function appVersion(lines: readonly string[]): readonly Found[] {
  const top = lines.flatMap((text, line) => {
    const entry = entryOf(text);
    return entry?.indent === 0 ? [{ ...entry, text, line }] : [];
  });
  const product = CHARTS[top.find(({ key }) => key === 'name')?.value ?? ''];
  const version = top.find(({ key }) => key === 'appVersion');
  const target = product && version && releaseOf(product, version.value);
  return target ? found({ target, isFloating: false }, version.text, version.line, version.value) : [];
}

function found(content: ImageContent | undefined, text: string, line: number, word: string): readonly Found[] {
  const start = text.lastIndexOf(word);
  return content ? [{ content, line, at: { start, end: start + word.length } }] : [];
}

interface Entry {
  readonly key: string;
  readonly value: string;
  /** Columns before the key. */
  readonly indent: number;
}

/** One line of YAML that begins with a key, also as an item of a list. */
function entryOf(line: string): Entry | undefined {
  const text = line.trimStart();
  const body = text.startsWith('- ') ? text.slice(2).trimStart() : text;
  const colon = body.indexOf(':');
  if (colon < 1 || body.startsWith('#') || !/^\s?$/.test(body.charAt(colon + 1))) return undefined;
  return {
    key: scalarOf(body.slice(0, colon)),
    value: scalarOf(body.slice(colon + 1)),
    indent: line.length - body.length,
  };
}

/** Without quotes and without a comment. */
function scalarOf(text: string): string {
  const value = text.trim();
  const isQuoted = value.startsWith('"') || value.startsWith("'");
  if (isQuoted) return value.slice(1, Math.max(1, value.indexOf(value.charAt(0), 1)));
  const comment = value.startsWith('#') ? 0 : value.indexOf(' #');
  return comment < 0 ? value : value.slice(0, comment).trimEnd();
}

function flowMap(value: string): Readonly<Record<string, string>> {
  const inner = value.slice(1, value.lastIndexOf('}'));
  return Object.fromEntries(
    inner.split(',').flatMap((part) => {
      const entry = entryOf(part);
      return entry ? [[entry.key, entry.value]] : [];
    }),
  );
}
