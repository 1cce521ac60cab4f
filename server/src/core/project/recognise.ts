import { isAboutData, isDirective, isUnmistakable } from './recognise/own-names.js';

// What a file is: the one set of rules, for the command line, the language server, the editor's patterns and the hook of
// pre-commit. It imports nothing else, so that whoever only asks this loads nothing else.

/** What a file is to the program that reads it: redis-server, redis-sentinel, or the server's ACL loader. */
export type Dialect = 'server' | 'sentinel' | 'acl';

/** A document of another kind that may say how a server is started. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** All of them. */
export const DOCUMENT_KINDS = ['compose', 'kubernetes', 'dockerfile', 'unit', 'shell', 'helm', 'ansible'] as const;

/** What a file is taken for. */
export interface Recognition {
  readonly as: Dialect | DocumentKind;
  /** maybe: worth asking about; a scan of a folder leaves it out. */
  readonly sure: 'name' | 'content' | 'maybe';
  /** In words, to stand after "because of": `its lines`. */
  readonly because: string;
}

/** How much of a file's beginning tells what it is, in bytes. */
export const HEAD_BYTES = 4096;

/** Names that are Redis' own, wherever the file stands, without `.conf`: `redis`, `redis-6.2`, `cache.redis`. */
const CONFIGURATION = /^(?:redis|valkey|keydb|sentinel)(?:$|[-_.\d])|[-_.](?:redis|valkey|keydb|sentinel)$/i;
/** The same without `.acl`. */
const LIST_OF_USERS = /^users$|^redis|^valkey|^keydb/i;
/** Names that are Redis' in a folder that is: `redis/my-redis-prod.conf`, `redis/6379.conf`. */
const CONFIGURATION_IN_FOLDER = /redis|valkey|keydb|sentinel|^\d{4,5}$/i;
const FOLDER = /redis|valkey|keydb|sentinel/i;
/** `redis.conf.j2`, `redis.conf.example`. */
const LAST_EXTENSION = /\.[a-z0-9]+$/i;
const WITH_EXTENSION = /^(.*)\.(conf|acl)$/i;
/** What a template engine makes a file of: `redis.conf.j2`. */
const TEMPLATE = /\.(?:j2|erb|epp|tmpl|template|gotmpl)$/i;
/** What may be Redis' by its lines alone. */
const MAY_BE_OURS = /\.(?:conf|acl)(?:\.(?:j2|erb|epp|tmpl|template|gotmpl))?$/i;
/** `user` lines alone may well be the part of a redis.conf that another file includes, or a template of it. */
const IS_CONFIGURATION = /\.conf(?:\.|$)/i;

const DOCUMENT_NAMES: readonly (readonly [DocumentKind, RegExp])[] = [
  ['compose', /^(?:docker-)?compose.*\.ya?ml$/i],
  ['helm', /^(?:values|chart)\.ya?ml$/i],
  ['dockerfile', /^(?:dockerfile|containerfile)|\.(?:dockerfile|containerfile)$/i],
];

/** A part of a unit: `redis.service.d/limits.conf`. */
const DROP_IN = /\.(?:service|container)\.d\/[^/]+\.conf$/;

const FIRST_LINE = /^#+\s*(?:redis|valkey|keydb)\b.*\bconfig(?:uration)?\b/i;
/** `[section]`, `name = value`, `block {`, `statement;`, `<tag>`. */
const OTHER_SYNTAX = /^\[.*\]$|^[\w.-]+\s*=|[{;]$|^</;
/** What stands behind the name of a user. */
const ACL_RULE = /^(?:on|off|nopass|reset|all|no|sanitize|skip|clear|[-+~&%><#!(])/i;
/** Lines of control of a template say nothing of what it makes. */
const TEMPLATE_LINE = /^(?:\{\{|\{%|<%|\$\{)/;
/** The port that each listens on unless told otherwise: a copied line still tells whose file it was. */
const USUAL_PORT: ReadonlyMap<string, 'server' | 'sentinel'> = new Map([
  ['6379', 'server'],
  ['26379', 'sentinel'],
]);
/** The rest of a line tells nothing more, and may be long. */
const MOST_CHARACTERS = 200;

/** What the lines of a file speak for, by count. */
export interface Evidence {
  readonly server: number;
  readonly sentinel: number;
  /** `user` lines; all else that a server knows; what none knows. */
  readonly users: number;
  readonly others: number;
  readonly unknown: number;
  /** Of what is known: what nothing else has. */
  readonly unmistakable: number;
  /** Of all: what is written as other programs have it, known or not. */
  readonly otherSyntax: number;
}

/**
 * What a file is, by its first lines; by its name where they say nothing. Undefined: none of ours.
 * @param head the first `HEAD_BYTES` of it, decoded in any way
 */
export function recognise(path: string, head: string): Recognition | undefined {
  const document = documentKindOf(path);
  if (document) return { as: document, sure: 'maybe', because: 'its name' };
  const lines = head.split('\n');
  const evidence = sumOf(lines.map(evidenceOf));
  if (isOfAnother(evidence)) return undefined;
  const as = dialectBy(path, evidence);
  const isIntroduced = FIRST_LINE.test(lines[0] ?? '') && evidence.unknown <= evidence.users + evidence.others;
  const because = isIntroduced ? 'its first line' : isConvincing(evidence) ? 'its lines' : undefined;
  if (because) return { as, sure: mayBeRecognised(path) ? 'content' : 'maybe', because };
  if (isNamed(path.replace(TEMPLATE, ''))) return { as, sure: 'name', because: 'its name' };
  const isDerived = isNamed(path.replace(LAST_EXTENSION, ''));
  return isDerived ? { as, sure: 'maybe', because: 'its name' } : undefined;
}

/** Whether a scan of a folder has to look into a file at all. */
export function mayBeRecognised(path: string): boolean {
  return MAY_BE_OURS.test(fileNameOf(path));
}

/** What may be a document that starts servers, by its text. */
const MAY_BE_DOCUMENT = /\.(?:ya?ml|service|container|sh|bash)$|\.(?:service|container)\.d\/[^/]+\.conf$/i;

/** Whether a scan of a folder has to look into a file, as it may be a document that starts servers. */
export function mayBeDocument(path: string): boolean {
  return documentKindOf(path) !== undefined || MAY_BE_DOCUMENT.test(path);
}

/** The kind of document that a name promises. */
export function documentKindOf(path: string): DocumentKind | undefined {
  const name = fileNameOf(path);
  return DOCUMENT_NAMES.find(([, pattern]) => pattern.test(name))?.[0];
}

/** Servers that run as long as a test does: a password, or a port of their own, gains nothing there. */
const PIPELINE =
  /(?:^|\/)\.(?:github|gitlab|circleci|buildkite|woodpecker|forgejo|gitea)\/|(?:^|\/)(?:\.gitlab-ci|azure-pipelines?|bitbucket-pipelines|\.?appveyor|\.travis|\.drone|\.woodpecker|cloudbuild|buildspec)[\w.-]{0,40}\.ya?ml$|\.gitlab-ci\.ya?ml$/i;
/** `redis.yaml`, `redis.yaml.j2`. */
const YAML = /\.ya?ml(?:\.(?:j2|erb|epp|tmpl|template|gotmpl|tpl))?$/i;
/** `values-prod.yaml`, `redis.values.yml`. */
const VALUES = /^(?:[\w-]{1,60}[-._])?values(?:[-._][\w.-]{1,60})?\.ya?ml/i;

/**
 * The kind of document that a file is, by its name, else by its text; undefined: none that may start a server, or that
 * of a pipeline.
 * @param text the whole, or its beginning
 */
export function hostKindOf(path: string, text: string): DocumentKind | undefined {
  if (PIPELINE.test(path)) return undefined;
  const named = documentKindOf(path);
  if (named) return named;
  const name = fileNameOf(path);
  if (YAML.test(name)) return kindOfYaml(text) ?? (VALUES.test(name) ? 'helm' : undefined);
  if (/\.(?:service|container)$/i.test(name) || DROP_IN.test(path)) return 'unit';
  return /\.(?:sh|bash)$/i.test(name) || /^#!.*\b(?:ba|da|k|z)?sh\b/.test(text) ? 'shell' : undefined;
}

/** What a YAML file is by its keys, the surest first: the top of an object, a list of tasks, values of charts. */
const YAML_KINDS: readonly (readonly [DocumentKind, readonly RegExp[]])[] = [
  ['compose', [/^services:/m, /^[ \t]+["']?(?:image|build|command)["']?:/m]],
  ['kubernetes', [/^["']?apiVersion["']?:[ \t]/m, /^["']?kind["']?:[ \t]/m]],
  ['ansible', [/^- /m, /^ {1,12}(?:- )?(?:[a-z_]+\.[a-z_]+\.)?(?:copy|blockinfile|lineinfile|docker_container):/m]],
  ['kubernetes', [/^ {0,8}(?:- )?["']?apiVersion["']?:[ \t]/m, /^ {0,8}(?:- )?["']?kind["']?:[ \t]/m]],
  ['helm', [/^ {0,8}(?:commonConfiguration|valkeyConfig|customConfig|configuration):/m]],
];

function kindOfYaml(text: string): DocumentKind | undefined {
  return YAML_KINDS.find(([, signs]) => signs.every((sign) => sign.test(text)))?.[0];
}

/**
 * What a file is that is one of ours, by its content; by its name where that does not decide. The name is often a
 * folder's habit: `redis-sentinel-node1.conf` may be the file of the server on that node.
 * @param evidence of all its lines, or of those that say anything
 */
export function dialectOf(path: string, evidence: Iterable<Evidence>): Dialect {
  return dialectBy(path, sumOf(evidence));
}

/** What a name says of a file. */
export function dialectOfName(path: string): Dialect {
  const name = fileNameOf(path).toLowerCase().replace(TEMPLATE, '');
  if (name.endsWith('.acl')) return 'acl';
  return name.includes('sentinel') ? 'sentinel' : 'server';
}

/** Whether a name alone says that a file is one of ours. */
function isNamed(path: string): boolean {
  const [, stem = '', extension = ''] = WITH_EXTENSION.exec(fileNameOf(path)) ?? [];
  if (extension === '') return false;
  const isInFolder = FOLDER.test(fileNameOf(folderOf(path)));
  if (extension.toLowerCase() === 'acl') return isInFolder || LIST_OF_USERS.test(stem);
  return CONFIGURATION.test(stem) || (isInFolder && CONFIGURATION_IN_FOLDER.test(stem));
}

/** Where a line is unmistakable, the others are slips. */
function isOfAnother({ users, others, unmistakable, unknown, otherSyntax }: Evidence): boolean {
  const isMostly = otherSyntax * 2 > users + others + unknown;
  return otherSyntax > 0 && unmistakable === 0 && (users + others === 0 || isMostly);
}

/** Relatives that are not served here know nearly all of a server's names, and more. */
function isConvincing({ users, others, unknown, unmistakable }: Evidence): boolean {
  const isListOfUsers = others === 0 && users > unknown && unmistakable > 0;
  return isListOfUsers || (unknown === 0 && unmistakable > 1);
}

function dialectBy(path: string, { users, others, unknown, server, sentinel }: Evidence): Dialect {
  const named = dialectOfName(path);
  const isListOfUsers =
    named === 'acl' ? others <= users : users > unknown && others === 0 && !IS_CONFIGURATION.test(fileNameOf(path));
  if (isListOfUsers) return 'acl';
  if (server === sentinel) return named === 'sentinel' ? 'sentinel' : 'server';
  return server > sentinel ? 'server' : 'sentinel';
}

const NO_EVIDENCE: Evidence = {
  server: 0,
  sentinel: 0,
  users: 0,
  others: 0,
  unknown: 0,
  unmistakable: 0,
  otherSyntax: 0,
};

/** What one line speaks for. */
export function evidenceOf(whole: string): Evidence {
  const line = whole
    .slice(0, MOST_CHARACTERS)
    .replace(/^\ufeff/, '')
    .trim();
  if (line === '' || line.startsWith('#') || TEMPLATE_LINE.test(line)) return NO_EVIDENCE;
  const [word = '', first = '', second = ''] = line.split(/[ \t]+/, 3).map(unquoted);
  const name = word.toLowerCase();
  const kind = name === 'user' ? 'users' : isDirective(name) ? 'others' : 'unknown';
  const speaksFor = programOf(name, first);
  return {
    ...NO_EVIDENCE,
    [kind]: 1,
    unmistakable: isUnmistakable(name) || isSentence(name, first, second) ? 1 : 0,
    otherSyntax: OTHER_SYNTAX.test(line) ? 1 : 0,
    ...(speaksFor && { [speaksFor]: 1 }),
  };
}

function sumOf(all: Iterable<Evidence>): Evidence {
  const sum = { ...NO_EVIDENCE };
  for (const one of all) {
    if (one === NO_EVIDENCE) continue;
    sum.server += one.server;
    sum.sentinel += one.sentinel;
    sum.users += one.users;
    sum.others += one.others;
    sum.unknown += one.unknown;
    sum.unmistakable += one.unmistakable;
    sum.otherSyntax += one.otherSyntax;
  }
  return sum;
}

/** Names that other programs have, with arguments that theirs do not. */
function isSentence(name: string, first: string, second: string): boolean {
  return (name === 'user' && ACL_RULE.test(second)) || (name === 'sentinel' && first !== '');
}

function programOf(name: string, first: string): 'server' | 'sentinel' | undefined {
  if (name === 'sentinel') return first === '' ? undefined : 'sentinel';
  if (name === 'port') return USUAL_PORT.get(first);
  return isDirective(name) && isAboutData(name) ? 'server' : undefined;
}

const unquoted = (word: string): string => word.replace(/^(["'])(.*)\1$/, '$2');
const fileNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
