import { DIRECTIVE_NAMES, factsOf, ownNameOf } from '../directives/catalog.js';
import { nearestTo } from '../directives/nearest.js';
import { type ConfigLine, type DirectiveLine, parseLine } from '../syntax/config-line.js';
import type { Word } from '../syntax/word.js';
import type { Span } from '../text/span.js';
import type { Dialect } from './resolved-configuration.js';

/**
 * Where a line holds secrets: what must never be shown. Fails closed: a line that the server cannot read, a misspelt
 * `requirepass` and one that is commented out count too.
 */
export function secretSpans(line: ConfigLine, dialect: Dialect): readonly Span[] {
  if (line.kind === 'blank') return [];
  if (line.kind === 'comment') return secretsOfComment(line.text, line.at, dialect);
  if (line.kind === 'directive') return secretsOfDirective(line, dialect);
  const first = line.words[0];
  const mayHoldSecret = first === undefined || dialect === 'acl' || isSecretKey(first.value.toLowerCase());
  const start = (first ?? line.error.at).end;
  return mayHoldSecret ? [{ start: skipBlanks(line.text, start), end: line.text.trimEnd().length }] : [];
}

/** `# requirepass foobared`: an example, or a password that was in force yesterday. */
function secretsOfComment(text: string, at: Span, dialect: Dialect): readonly Span[] {
  const start = at.start + (/^[#\s]*/.exec(text.slice(at.start))?.[0].length ?? 0);
  const commentedOut = parseLine(text.slice(start, at.end));
  if (commentedOut.kind !== 'directive') return [];
  const isProse = commentedOut.key !== 'user' && commentedOut.key !== 'sentinel' && commentedOut.args.length > 1;
  if (isProse) return [];
  return secretsOfDirective(commentedOut, dialect).map((span) => ({
    start: span.start + start,
    end: span.end + start,
  }));
}

function secretsOfDirective({ key, args }: DirectiveLine, dialect: Dialect): readonly Span[] {
  if (key === 'user' || dialect === 'acl') return args.flatMap(secretOfAclWord);
  if (key === 'sentinel') {
    const isPassword = /-pass(word)?$/i.test(args[0]?.value ?? '');
    return isPassword ? args.slice(/^auth-/i.test(args[0]?.value ?? '') ? 2 : 1) : [];
  }
  return isSecretKey(key) ? args : [];
}

/** `>password`, `#hash` and their removals `<password`, `!hash`. */
function secretOfAclWord(word: Word): readonly Span[] {
  if (!/^\(?[>#<!]./s.test(word.value)) return [];
  const prefix = word.quote === 'plain' ? word.value.search(/[>#<!]/) + 1 : 0;
  return [{ start: word.start + prefix, end: word.end }];
}

function isSecretKey(key: string): boolean {
  const name = ownNameOf(key);
  if (name !== undefined) return name !== 'masteruser' && factsOf(name).sensitive === true;
  if (key === 'sentinel') return true;
  const spellings = DIRECTIVE_NAMES.filter((own) => factsOf(own).sensitive).flatMap((own) =>
    Object.keys(factsOf(own).spellings),
  );
  return nearestTo(key, spellings).length > 0;
}

function skipBlanks(text: string, from: number): number {
  return from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
}
