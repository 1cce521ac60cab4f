import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { COMPUTED, type Import, importsOf } from './imports.js';

/**
 * Who may import whom; the table in docs/architecture.md, as a machine reads it. The first room that holds a file is its
 * room; what no room holds may not be.
 */
export interface Room {
  readonly room: string;
  /** Folders (`core/text/`) and files, below server/src; `*`: a name of a file. */
  readonly holds: readonly string[];
  /** Rooms that it may import besides itself. */
  readonly rooms: readonly string[];
  /** Rooms and files that it may import types of, which leave nothing in what ships. */
  readonly types?: readonly string[];
  /** Packages and node built-ins, by prefix. */
  readonly packages?: readonly string[];
  /** Its files may not import each other. */
  readonly isApart?: true;
}

const PURE_DATA = ['vscode-languageserver-types', 'vscode-languageserver-textdocument'] as const;
const BELOW_CONFIG = ['core/text', 'core/syntax', 'core/directives', 'core/acl', 'core/project/recognise'] as const;
const BELOW_USERS = [...BELOW_CONFIG, 'core/config', 'core/config/reading'] as const;
const BELOW_MEANING = [...BELOW_USERS, 'core/config/users'] as const;
const BELOW_RESULT = [...BELOW_MEANING, 'core/config/meaning', 'core/config/showing'] as const;
/** All that is known of a configuration. Only the facade may load one. */
const CONFIGURATION = [...BELOW_RESULT, 'core/config/resolved-configuration'] as const;
const RULE_PARTS = ['core/rules/rule', 'core/rules/building-blocks'] as const;
const MAKERS = ['value-rule', 'refusal-rule', 'user-rule'].map((name) => `core/rules/${name}.ts`);
const ANSWERS_OF_CORE = [
  ...CONFIGURATION,
  'core/answers',
  'core/rules/rule',
  'core/lint',
  'core/project',
  'core/service',
] as const;
const ALL_CORE = [...ANSWERS_OF_CORE, 'core/rules/building-blocks', 'core/features', 'core/config/checks'] as const;
const LSP_GROUND = ['lsp/ground', 'core/service', 'core/document-service'] as const;
const PROTOCOL = ['vscode-languageserver', ...PURE_DATA] as const;

export const IMPORT_TABLE: readonly Room[] = [
  { room: 'core/text', holds: ['core/text/'], rooms: [] },
  { room: 'core/syntax', holds: ['core/syntax/'], rooms: ['core/text'] },
  { room: 'core/directives', holds: ['core/directives/'], rooms: [] },
  { room: 'core/acl', holds: ['core/acl/'], rooms: ['core/text', 'core/syntax', 'core/directives'] },

  { room: 'core/config/reading', holds: ['core/config/reading/'], rooms: [...BELOW_CONFIG, 'core/config'] },
  { room: 'core/config/users', holds: ['core/config/users/'], rooms: BELOW_USERS },
  { room: 'core/config/meaning', holds: ['core/config/meaning/'], rooms: BELOW_MEANING, packages: ['ipaddr.js'] },
  { room: 'core/config/showing', holds: ['core/config/showing/'], rooms: [...BELOW_MEANING, 'core/config/meaning'] },
  { room: 'core/config/checks', holds: ['core/config/checks/'], rooms: [...BELOW_MEANING, 'core/config/meaning'] },
  {
    room: 'core/config/resolved-configuration',
    holds: ['core/config/resolved-configuration.ts'],
    rooms: [],
    types: BELOW_RESULT,
  },
  {
    room: 'core/config/load-configuration',
    holds: ['core/config/load-configuration.ts'],
    rooms: [...CONFIGURATION, 'core/config/checks'],
  },
  { room: 'core/config', holds: ['core/config/*.ts'], rooms: BELOW_CONFIG },

  {
    room: 'core/hosts',
    holds: ['core/hosts/'],
    rooms: [...BELOW_CONFIG, 'core/config', 'core/config/reading'],
    packages: ['yaml'],
  },

  { room: 'core/answers', holds: ['core/answers/'], rooms: CONFIGURATION },
  { room: 'core/rules/rule', holds: ['core/rules/rule.ts'], rooms: CONFIGURATION },
  { room: 'core/rules/index', holds: ['core/rules/index.ts'], rooms: ['core/rules', 'core/rules/rule'] },
  {
    room: 'core/rules/building-blocks',
    holds: ['core/rules/building-blocks/'],
    rooms: [...CONFIGURATION, 'core/rules/rule'],
  },
  { room: 'core/rules/makers', holds: MAKERS, rooms: [...CONFIGURATION, ...RULE_PARTS] },
  {
    room: 'core/rules',
    holds: ['core/rules/*.ts'],
    rooms: [...CONFIGURATION, ...RULE_PARTS, 'core/rules/makers'],
    isApart: true,
  },
  { room: 'core/lint', holds: ['core/lint/'], rooms: [...CONFIGURATION, ...RULE_PARTS], packages: ['jsonc-parser'] },
  {
    room: 'core/project/recognise',
    holds: ['core/project/recognise.ts', 'core/project/recognise/'],
    rooms: [],
  },
  {
    room: 'core/project',
    holds: ['core/project/'],
    rooms: [...CONFIGURATION, 'core/answers', 'core/rules/rule', 'core/lint'],
  },
  { room: 'core/features', holds: ['core/features/'], rooms: [...CONFIGURATION, 'core/answers'], packages: PURE_DATA },
  {
    room: 'core/service',
    holds: ['core/service.ts'],
    rooms: [...ALL_CORE, 'core/rules/index', 'core/config/load-configuration'],
  },

  {
    room: 'core/document-service',
    holds: ['core/document-service.ts'],
    rooms: [...ALL_CORE, 'core/hosts', 'core/config/load-configuration'],
  },

  { room: 'node/yaml', holds: ['node/yaml.ts'], rooms: [], packages: ['yaml'] },
  { room: 'node', holds: ['node/'], rooms: ['core/syntax', 'core/config', 'node/yaml'], packages: ['node:'] },

  {
    room: 'lsp/main.node',
    holds: ['lsp/main.node.ts'],
    rooms: ['lsp', 'lsp/ground', 'lsp/node-files', 'node'],
    packages: ['vscode-languageserver/node', 'node:'],
  },
  {
    room: 'lsp/main.browser',
    holds: ['lsp/main.browser.ts'],
    rooms: ['lsp', 'lsp/ground'],
    packages: ['vscode-languageserver/browser'],
  },
  {
    room: 'lsp/node-files',
    holds: ['lsp/documents/node-files.ts'],
    rooms: ['lsp/documents', 'node', ...LSP_GROUND],
    packages: ['node:'],
  },
  {
    room: 'lsp/ground',
    holds: ['client', 'guard', 'host', 'protocol', 'quiet-gate', 'settings'].map((name) => `lsp/${name}.ts`),
    rooms: LSP_GROUND,
    types: ALL_CORE,
    packages: PROTOCOL,
  },
  { room: 'lsp/documents', holds: ['lsp/documents/'], rooms: LSP_GROUND, types: ALL_CORE, packages: PROTOCOL },
  {
    room: 'lsp/answers',
    holds: ['lsp/answers/'],
    rooms: [...LSP_GROUND, 'lsp/documents'],
    types: ALL_CORE,
    packages: PROTOCOL,
  },
  {
    room: 'lsp/features',
    holds: ['lsp/features/'],
    rooms: ['lsp/ground'],
    types: [...ALL_CORE, 'lsp/documents', 'lsp/answers'],
    packages: PROTOCOL,
  },
  {
    room: 'lsp',
    holds: ['lsp/*.ts'],
    rooms: [...LSP_GROUND, 'lsp/documents', 'lsp/answers', 'lsp/features'],
    types: ALL_CORE,
    packages: PROTOCOL,
  },

  {
    room: 'cli',
    holds: ['cli/'],
    rooms: [...ANSWERS_OF_CORE, 'core/document-service', 'node'],
    packages: ['node:', 'sarif'],
  },
  {
    room: 'client',
    holds: ['client/'],
    rooms: ['core/project/recognise'],
    packages: ['vscode', 'vscode-languageclient'],
  },
];

/** package.json, seen from server/src: a host tells its version. */
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
  return sources.flatMap((source) =>
    importsOf(source.text).flatMap((each) => {
      const reason = complaint(source.path, each);
      return reason === undefined ? [] : [`${source.path} imports ${each.specifier}: ${reason}`];
    }),
  );
}

/** The path below server/src that an import of the project's own files leads to. */
export function fileImported(from: string, specifier: string): string {
  const target = path.posix.join(path.posix.dirname(from), specifier).replace(/\.js$/, '.ts');
  return from.startsWith('client/') ? target.replace(/^(\.\.\/)*server\/src\//, '') : target;
}

/** The room that holds a file. */
export function roomOf(file: string): Room | undefined {
  return IMPORT_TABLE.find(({ holds }) => holds.some((pattern) => isHeldBy(pattern, file)));
}

function isHeldBy(pattern: string, file: string): boolean {
  if (pattern.endsWith('/')) return file.startsWith(pattern);
  const [folder, extension] = pattern.split('*');
  if (extension === undefined || folder === undefined) return file === pattern;
  return file.startsWith(folder) && file.endsWith(extension) && !file.slice(folder.length).includes('/');
}

function complaint(file: string, { specifier, isType }: Import): string | undefined {
  const own = roomOf(file);
  if (!own) return 'the file is in no room of the table';
  if (specifier === COMPUTED) return 'nobody can tell what a computed specifier leads to';
  if (!specifier.startsWith('.')) return complaintOfPackage(own, specifier);
  const target = fileImported(file, specifier);
  if (target === MANIFEST) return own.packages?.includes('node:') ? undefined : 'only hosts know their version';
  const other = roomOf(target);
  if (!other) return 'no room of the table holds it';
  if (other === own) return own.isApart ? `the files of ${own.room} may not import each other` : undefined;
  const allowed = isType ? [...own.rooms, ...(own.types ?? [])] : own.rooms;
  return allowed.includes(other.room) || allowed.includes(target)
    ? undefined
    : `${own.room} may not import ${other.room}${allowed.includes(other.room) ? ' but its types' : ''}`;
}

function complaintOfPackage({ room, packages = [] }: Room, specifier: string): string | undefined {
  const isAllowed = packages.some(
    (name) =>
      specifier === name ||
      (specifier.startsWith(name.endsWith(':') ? name : `${name}/`) && !isTransport(name, specifier)),
  );
  return isAllowed ? undefined : `${room} may not import this package`;
}

/** `vscode-languageserver` itself is types and protocol; these two bring Node or a worker, and only the mains choose one. */
function isTransport(allowed: string, specifier: string): boolean {
  return allowed === 'vscode-languageserver' && /^vscode-languageserver\/(node|browser)/.test(specifier);
}
