import { readAclFileLine } from '../../acl/file-line.js';
import { type Catalog, type DirectiveName, ownNameOf } from '../../directives/catalog.js';
import { textOfBytes } from '../../syntax/bytes.js';
import type { ConfigFile } from '../../syntax/config-file.js';
import { type ConfigLine, type DirectiveLine, parseLine, sectionTitleOf } from '../../syntax/config-line.js';
import type { Word } from '../../syntax/word.js';
import type { Span } from '../../text/span.js';
import { readBindAddress } from '../meaning/bind-address.js';
import type { Dialect, Occurrence } from '../occurrence.js';
import { readLine } from '../reading/interpret-line.js';
import { isForeignComment } from '../reading/refused-line.js';
import { hiddenAclWords } from './hidden-acl-words.js';
import { hiddenInComment } from './hidden-in-comment.js';
import { hiddenSentinelWords } from './hidden-sentinel-words.js';
import { isHost, isKnownWord, isSafeValue, mayHoldCredential, shownLength } from './shown-words.js';
import { COMMANDS, DIRECTIVES, TLS_PROTOCOLS, takesPassword, vocabularyOf } from './vocabulary.js';

/** Who reads the line, and what stands before it. */
export interface LineContext {
  readonly catalog: Catalog;
  readonly dialect: Dialect;
  /** The line before. */
  readonly before?: ConfigLine | undefined;
}

/**
 * The parts of a line that must not be shown, in order. What may be shown is listed, not what may not: known names, the
 * arguments of directives that the target reads without complaint and that are no secrets, numbers, plain prose.
 */
export function hiddenSpans(line: ConfigLine, context: LineContext): readonly Span[] {
  return joinedSpans(line.text, hiddenIn(line, context));
}

/** The same of a text that stands in no file yet; `before`: the line before it. */
export function hiddenInText(
  text: string,
  before: string | undefined,
  { rules, encoding }: Pick<ConfigFile, 'rules' | 'encoding'>,
  context: LineContext,
): readonly Span[] {
  const parse = (line: string) => parseLine(line, rules, encoding);
  return hiddenSpans(parse(text), { ...context, before: before === undefined ? undefined : parse(before) });
}

function hiddenIn(line: ConfigLine, context: LineContext): readonly Span[] {
  if (line.kind === 'blank') return [];
  if (context.dialect === 'acl') return hiddenInAclFile(line.text);
  if (line.kind === 'comment')
    return sectionTitleOf(line) === undefined ? hiddenInComment(line.text, line.at, context.before) : [];
  if (line.kind === 'directive') return hiddenInDirective(line, context);
  return hiddenAfterName(line.text, line.words[0]);
}

const USER = vocabularyOf(['user']);

/** The parts of a line of an ACL file, or of what ACL LIST prints. */
export function hiddenInAclFile(text: string): readonly Span[] {
  const read = readAclFileLine(text);
  if (read.kind === 'blank') return [];
  if (read.kind === 'user') return hiddenAclWords([read.name, ...read.rules]);
  if (read.kind === 'comment') return hiddenInComment(text, read);
  const word = /^\S*/.exec(text.slice(read.start))?.[0] ?? '';
  const from = read.start + shownLength(word, USER);
  return [{ start: from + blanksAt(text, from), end: read.end }];
}

/** Of a line that is no directive's: all but the name that it may begin with. */
function hiddenAfterName(text: string, name: Pick<Word, 'raw' | 'start'> | undefined): readonly Span[] {
  const end = text.trimEnd().length;
  const start = name?.start ?? text.length - text.trimStart().length;
  const raw = name?.raw ?? text.slice(start, end);
  const shown = shownLength(raw, DIRECTIVES);
  const separator = shown > 0 && /[=:]/.test(raw.charAt(shown)) ? 1 : 0;
  const from = start + shown + separator;
  return [{ start: from + blanksAt(text, from), end }];
}

function blanksAt(text: string, from: number): number {
  return /^[ \t]*/.exec(text.slice(from))?.[0].length ?? 0;
}

function hiddenInDirective(line: DirectiveLine, context: LineContext): readonly Span[] {
  const { text, name, key, args } = line;
  const end = text.trimEnd().length;
  if (isForeignComment(key)) return hiddenInComment(text, { start: name.start, end });
  const own = ownNameOf(key);
  if (own === undefined && isPasswordOf(line, context.before)) return [{ start: name.start, end }];
  if (own === undefined) return hiddenAfterName(text, name);
  if (takesPassword(key)) return args.filter(({ value }) => value !== '');
  const comment = args.findIndex(({ raw }) => raw.startsWith('#'));
  const before = comment < 0 ? args : args.slice(0, comment);
  return [...hiddenArguments(own, before, line, context), ...args.slice(before.length)];
}

/** Whether the value that a line sets must not be shown as a whole. */
export function hidesValue({ directive }: Occurrence, context: LineContext): boolean {
  return hiddenSpans(directive, context).length > 0;
}

/** The only word below a `requirepass` that has none. */
export function isPasswordOf({ args }: DirectiveLine, before: ConfigLine | undefined): boolean {
  return before?.kind === 'directive' && before.args.length === 0 && args.length === 0 && takesPassword(before.key);
}

/** `args`: those of the line that come before a comment. */
function hiddenArguments(
  own: DirectiveName,
  args: readonly Word[],
  line: DirectiveLine,
  { catalog, dialect }: LineContext,
): readonly Span[] {
  // The server splits a single quoted argument again.
  if (own === 'user') return args.length === 1 && /\s/.test(args[0]?.value ?? '') ? args : hiddenAclWords(args);
  if (own === 'sentinel' && dialect === 'sentinel') return hiddenSentinelWords(args);
  if (own === 'sentinel') return [...hiddenSentinelWords(args.slice(0, 1)), ...args.slice(1)];
  const directive = catalog.lookup(line.key);
  const { problem, isTemplated } = readLine(line, { catalog, dialect });
  const isRead = directive !== undefined && !directive.isIgnored && problem === undefined && !isTemplated;
  return isRead ? hiddenOfKind(own, args) : args.filter(({ raw }) => !isSafeValue(raw, directive?.values));
}

/** Of arguments that the target takes without complaint. */
function hiddenOfKind(own: DirectiveName, args: readonly Word[]): readonly Span[] {
  switch (own) {
    // A command's new name is all that keeps others from it.
    case 'rename-command':
      return args.filter(({ raw, value }, index) => (index === 0 ? !isKnownWord(raw, COMMANDS) : value !== ''));
    // Modules take passwords as arguments.
    case 'loadmodule':
      return args.filter(({ raw }, index) => (index === 0 ? mayHoldCredential(raw) : !isSafeValue(raw)));
    // Old servers take any word for a number.
    case 'list-max-ziplist-entries':
    case 'list-max-ziplist-value':
      return args.filter(({ raw }) => !isSafeValue(raw));
    // The words of these are looked at when the server starts.
    case 'bind':
    case 'rdma-bind':
      return args.every(isBindable) ? [] : args.filter(({ raw }) => !isSafeValue(raw));
    case 'tls-protocols':
      return args.filter(({ value }) => !value.split(' ').every(isProtocol));
    default:
      return args.filter(({ raw }) => mayHoldCredential(raw));
  }
}

const isBindable = ({ raw, value }: Word): boolean =>
  isHost(raw) && readBindAddress(textOfBytes(value)).kind !== 'malformed';

const isProtocol = (word: string): boolean => word === '' || isKnownWord(word, TLS_PROTOCOLS);

/** In order, neighbours as one: not even how many there are is shown. */
export function joinedSpans(text: string, spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (end <= start) continue;
    if (last && text.slice(last.end, start).trim() === '') {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else {
      joined.push({ start, end });
    }
  }
  return joined;
}
