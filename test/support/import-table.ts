import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Who may import whom; the table in docs/architecture.md, as a machine reads it. Rooms are folders under server/src
 * (`core/rules` includes its building blocks); the first room whose folder holds a file is its room.
 */
interface Room {
  readonly room: string;
  /** Rooms that it may import besides itself. */
  readonly rooms: readonly string[];
  /** Packages and node built-ins, by prefix. */
  readonly packages: readonly string[];
}

const PURE_DATA = ['vscode-languageserver-types', 'vscode-languageserver-textdocument'] as const;
const BELOW_RULES = ['core/text', 'core/syntax', 'core/directives', 'core/acl', 'core/config'] as const;
const ALL_CORE = [...BELOW_RULES, 'core/answers', 'core/rules', 'core/lint', 'core/features', 'core'] as const;

export const IMPORT_TABLE: readonly Room[] = [
  { room: 'core/text', rooms: [], packages: [] },
  { room: 'core/syntax', rooms: ['core/text'], packages: [] },
  { room: 'core/directives', rooms: [], packages: [] },
  { room: 'core/acl', rooms: ['core/text', 'core/syntax', 'core/directives'], packages: [] },
  { room: 'core/config', rooms: ['core/text', 'core/syntax', 'core/directives', 'core/acl'], packages: ['ipaddr.js'] },
  { room: 'core/answers', rooms: [...BELOW_RULES], packages: [] },
  { room: 'core/rules', rooms: [...BELOW_RULES], packages: [] },
  { room: 'core/lint', rooms: [...BELOW_RULES, 'core/rules'], packages: ['jsonc-parser'] },
  { room: 'core/features', rooms: [...ALL_CORE], packages: [...PURE_DATA] },
  { room: 'core', rooms: [...ALL_CORE], packages: [] },
  { room: 'node', rooms: ['core/syntax', 'core/config'], packages: ['node:'] },
  { room: 'lsp', rooms: [...ALL_CORE, 'node'], packages: ['vscode-languageserver', ...PURE_DATA, 'node:'] },
  { room: 'cli', rooms: [...ALL_CORE, 'node'], packages: ['node:', 'sarif'] },
  { room: 'client', rooms: [], packages: ['vscode', 'vscode-languageclient'] },
];

/** package.json, seen from server/src. */
const MANIFEST = '../../package.json';

/** A file of the project as the check sees it: its path below `server/src` (or `client/...`) and its text. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript source that ships. */
export function readSources(root: string): readonly SourceText[] {
  return [
    ...sourcesBelow(path.join(root, 'server/src'), ''),
    ...sourcesBelow(path.join(root, 'client/src'), 'client/'),
  ];
}

function sourcesBelow(folder: string, prefix: string): readonly SourceText[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({
      path: prefix + file.split(path.sep).join('/'),
      text: readFileSync(path.join(folder, file), 'utf8'),
    }));
}

/** What breaks the table, one line each: `core/text/edit.ts imports ../config/exposure.js: core/text may not import core/config`. */
export function importViolations(sources: readonly SourceText[]): readonly string[] {
  return sources.flatMap((source) => importsOf(source.text).flatMap((specifier) => violation(source.path, specifier)));
}

function importsOf(text: string): readonly string[] {
  return [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g),
  ].map(([, fixed, dynamic]) => fixed ?? dynamic ?? '');
}

function violation(file: string, specifier: string): readonly string[] {
  const own = roomOf(file);
  const complaint = (reason: string) => [`${file} imports ${specifier}: ${reason}`];
  if (!own) return complaint('the file is in no room of the table');
  if (!specifier.startsWith('.')) {
    if (isTransport(specifier) && !/^lsp\/main\./.test(file))
      return complaint('only the two mains may choose a transport');
    if (specifier.startsWith('node:') && !mayKnowNode(file)) return complaint(NOT_IN_BROWSERS);
    const allowed = own.packages.some(
      (name) => specifier === name || specifier.startsWith(name.endsWith(':') ? name : `${name}/`),
    );
    return allowed ? [] : complaint(`${own.room} may not import this package`);
  }
  const target = path.posix.join(path.posix.dirname(file), specifier);
  if (target === MANIFEST) return own.packages.includes('node:') ? [] : complaint('only hosts know their version');
  const other = roomOf(target);
  if (!other) return complaint('no room of the table holds it');
  if (isRule(file) && isRule(target)) return complaint('a rule may not import another rule');
  if (other.room === 'node' && !mayKnowNode(file)) return complaint(NOT_IN_BROWSERS);
  const allowed = other.room === own.room || own.rooms.includes(other.room);
  return allowed ? [] : complaint(`${own.room} may not import ${other.room}`);
}

function roomOf(file: string): Room | undefined {
  return IMPORT_TABLE.find(({ room }) => file.startsWith(`${room}/`));
}

/** The language server runs in browsers too: of its files only these are for Node alone. */
const mayKnowNode = (file: string): boolean =>
  !file.startsWith('lsp/') || /^lsp\/(main\.node|documents\/node-files)\.ts$/.test(file);
const NOT_IN_BROWSERS = 'it also runs in browsers, which have no Node';

/** `vscode-languageserver` itself is types and protocol; these two bring Node or a worker. */
const isTransport = (specifier: string): boolean => /^vscode-languageserver\/(node|browser)/.test(specifier);

const isRule = (file: string): boolean => /^core\/rules\/(?!rule\.|index\.)[^/]+$/.test(file);
