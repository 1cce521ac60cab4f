import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as yaml from 'yaml';
import type { FileReader } from '../../server/src/core/config/file-reader.js';
import { createDocumentService } from '../../server/src/core/document-service.js';
import type { Finding } from '../../server/src/core/lint/finding.js';
import type { Profile } from '../../server/src/core/lint/profile.js';
import type { DocumentKind } from '../../server/src/core/project/recognise.js';
import { reportsByFile, rootResultOf } from '../../server/src/core/project/reports.js';
import type { Rule } from '../../server/src/core/rules/rule.js';
import { createLoadCache, createService, type Service } from '../../server/src/core/service.js';

/** The repository, seen from out/test/support. */
export const ROOT = path.resolve(__dirname, '../../..');
export const RULE_FIXTURES = path.join(ROOT, 'test/rules');
/** Where fixtures stand for the linter: a place a server would read them from. */
const FOLDER = '/etc/redis';

export interface Fixture {
  readonly rule: string;
  /** `bad`, `good-loopback`, ... with the extension. */
  readonly name: string;
  readonly fullPath: string;
  /** Without the caret lines. */
  readonly text: string;
  readonly expected: readonly Annotation[];
}

/** One caret line of a fixture: what is expected of the line above it. */
export interface Annotation {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  /** `effect: title` of each fix that is offered, best first. */
  readonly fixes: readonly string[];
}

/** What a fix line below a caret line says: `# fix (safe): Remove this line`. */
const FIX = /^# fix \((none|safe|access|data|speed)\): (.*?)\r?$/;
const CARETS = /^#( *)(\^*)( *)([a-z][a-z0-9-]*) \((error|warning|information|hint)\): (.*?)\r?$/;

/** Bad and good fixtures of a rule: `bad*` and `good*`, not the `.fixed` files, not the files they include. */
export function fixturesOf(rule: string): readonly Fixture[] {
  const folder = path.join(RULE_FIXTURES, rule);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^(bad|good)[^.]*\.(conf|acl)(\.\w+)?$/.test(name) || isDocumentFixture(name))
    .sort()
    .map((name) => readFixture(rule, path.join(folder, name)));
}

/** Documents of other kinds that stand in a fixture's folder, by how their names end. */
const KINDS: Readonly<Record<string, DocumentKind>> = {
  'compose.yml': 'compose',
  'kubernetes.yml': 'kubernetes',
  'helm.yml': 'helm',
  'ansible.yml': 'ansible',
  dockerfile: 'dockerfile',
  service: 'unit',
  sh: 'shell',
};

/** `bad.compose.yml` holds servers that a compose file starts. Undefined: it is no document of another kind. */
export function kindOfFixture(name: string): DocumentKind | undefined {
  const [, ending = ''] = /^[^.]+\.(.+)$/.exec(name) ?? [];
  return KINDS[ending];
}

const isDocumentFixture = (name: string): boolean => /^(bad|good)/.test(name) && kindOfFixture(name) !== undefined;

function readFixture(rule: string, fullPath: string): Fixture {
  const { text, expected } = splitAnnotations(readFileSync(fullPath, 'utf8'));
  return { rule, name: path.basename(fullPath), fullPath, text, expected };
}

/** Takes the caret lines out. `#^^^` marks from the first column on: the `#` stands in it. */
export function splitAnnotations(annotated: string): { text: string; expected: readonly Annotation[] } {
  const kept: string[] = [];
  const expected: (Annotation & { readonly fixes: string[] })[] = [];
  for (const line of annotated.split('\n')) {
    const [, effect, title] = FIX.exec(line) ?? [];
    const match = CARETS.exec(line);
    if (effect !== undefined && expected.length > 0) {
      expected.at(-1)?.fixes.push(`${effect}: ${title}`);
      continue;
    }
    if (!match) {
      kept.push(line);
      continue;
    }
    const [, blanks = '', carets = '', , id = '', severity = '', message = ''] = match;
    const start = blanks === '' ? 0 : 1 + blanks.length;
    const end = blanks === '' ? (carets === '' ? 0 : carets.length + 1) : start + carets.length;
    expected.push({ line: kept.length - 1, start, end, rule: id, severity, message, fixes: [] });
  }
  return { text: kept.join('\n'), expected };
}

/** The text with a caret line for each finding: what a fixture should look like. */
export function annotate(text: string, findings: readonly Annotation[]): string {
  return text
    .split('\n')
    .flatMap((line, index) => [line, ...findings.filter((found) => found.line === index).flatMap(caretLines)])
    .join('\n');
}

function caretLines({ start, end, rule, severity, message, fixes }: Annotation): readonly string[] {
  const marks = start === 0 ? '^'.repeat(Math.max(0, end - 1)) : ' '.repeat(start - 1) + '^'.repeat(end - start);
  const fixLines = fixes.map((fix) => `# fix (${fix.replace(': ', '): ')}`);
  return [`#${marks} ${rule} (${severity}): ${message}`, ...fixLines];
}

/** Texts by file name that stand in the place of files beside a fixture: what a fix has made of them. */
export type ChangedFiles = ReadonlyMap<string, string>;

/** Files that a fixture includes stand beside it; there is nothing else. */
export function fixtureReader(rule: string, changed: ChangedFiles = new Map()): FileReader {
  const beside = (virtual: string) => {
    const name = path.posix.relative(FOLDER, virtual);
    return name.startsWith('..') ? undefined : name;
  };
  return {
    readFile: (virtual) => {
      const name = beside(virtual);
      const text =
        name === undefined ? undefined : (changed.get(name) ?? textBeside(path.join(RULE_FIXTURES, rule, name)));
      return text === undefined ? { status: 'missing' } : { status: 'found', text };
    },
    listFolder: (virtual) => {
      const folder = path.join(RULE_FIXTURES, rule, beside(virtual) ?? 'nothing');
      const isFolder = existsSync(folder) && statSync(folder).isDirectory();
      return isFolder ? { status: 'found', names: readdirSync(folder) } : { status: 'missing' };
    },
  };
}

function textBeside(fullPath: string): string | undefined {
  return existsSync(fullPath) && statSync(fullPath).isFile()
    ? splitAnnotations(readFileSync(fullPath, 'utf8')).text
    : undefined;
}

/** The path a fixture is linted under: a main configuration file's name, so that it isn't taken for a fragment. */
export function virtualPathOf(fileName: string): string {
  return `${FOLDER}/redis-${fileName}`;
}

/** Fixtures are read by the thousand: facts of a target and hashes of known passwords are worked out once. */
const CACHE = createLoadCache();
const SERVICES = new Map<Rule, Service>();

function serviceOf(rule: Rule): Service {
  const service = SERVICES.get(rule) ?? createService([rule]);
  SERVICES.set(rule, service);
  return service;
}

/**
 * Runs one rule over a text, with the files of a rule's fixture folder beside it; where no profile is named, in the
 * first one that the rule runs in.
 */
export function lintWith(
  rule: Rule,
  fileName: string,
  text: string,
  profile: Profile = rule.isOptIn ? 'strict' : 'production',
  changed?: ChangedFiles,
): readonly Finding[] {
  const service = serviceOf(rule);
  const kind = kindOfFixture(fileName);
  const path = virtualPathOf(fileName);
  const around = { reader: fixtureReader(rule.id, changed), cache: CACHE, options: { profile } };
  if (kind === undefined) return service.lint({ path, file: service.parse(text), ...around }).findings;
  const { results } = createDocumentService(service, () => yaml).lint({ path, kind, text, ...around });
  return [...reportsByFile(results.map(rootResultOf))].flatMap(({ findings }) => findings);
}

/** A finding as a caret line would have it. */
export function annotationOf({ at, rule, severity, message, fixes }: Finding): Annotation {
  const offered = fixes().map(({ effect, title }) => `${effect}: ${title}`);
  return { line: at.line, start: at.at.start, end: at.at.end, rule, severity, message, fixes: offered };
}
