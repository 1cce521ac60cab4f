import { type Catalog, lifetimesOf, ownNameOf, sinceFor } from '../../directives/catalog.js';
import { droppedBefore26, isKeydbName } from '../../directives/foreign-names.js';
import { compareVersions, parseVersion } from '../../directives/target.js';
import type { DirectiveLine } from '../../syntax/config-line.js';
import type { Span } from '../../text/span.js';
import type { LoadProblemDetail } from '../load-problem.js';

/** What a refused line was meant to be, and the place to point at. */
export type Refusal = LoadProblemDetail & { readonly at: Span };

const BOM_BYTES = '\xef\xbb\xbf';
const CONFLICT_MARKER = /^(<{7}|={7}|>{7}|\|{7})$/;
const FOREIGN_COMMENT = /^(\/\/|\/\*|;|--|<!--)/;
const NAME_WITH_SEPARATOR = /^([a-z][a-z0-9_-]*)\s*([=:])/i;

/**
 * Characters that text copied from a web page or a word processor brings along: blanks that are none to the server,
 * marks without width, typographic quotes and dashes, control characters other than tab and carriage return.
 */
export const FOREIGN_CHARACTER =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00a0\u00ad\u1680\u2000-\u200f\u2010-\u2015\u2018-\u201f\u2028-\u202f\u205f\u2060\u3000\ufeff]/;

/** Why a line is refused whose name the target does not have; every such line gets exactly one answer. */
export function refusedName(line: DirectiveLine, catalog: Catalog): Refusal {
  const { name, key } = line;
  if (name.value.startsWith(BOM_BYTES)) {
    return { code: 'byte-order-mark', length: name.raw.startsWith('\ufeff') ? 1 : 3, at: name };
  }
  if (CONFLICT_MARKER.test(key)) return { code: 'conflict-marker', at: name };
  if (isForeignComment(key)) return { code: 'foreign-comment', at: name };
  const separated = keyWithSeparator(line);
  if (separated) return separated;
  return (
    lifetimeProblem(line, catalog) ?? foreignCharacter(line) ?? { code: 'unknown-directive', name: name.raw, at: name }
  );
}

/** What a line is that a known directive refuses, if it is one of the common slips; undefined: take the refusal as it is. */
export function slipIn(line: DirectiveLine, min: number): Refusal | undefined {
  return keyWithSeparator(line) ?? inlineComment(line, min) ?? foreignCharacter(line);
}

/** `--port 6379` is a command line option that strayed into the file: its name is what is wrong, so it is no comment. */
export function isForeignComment(key: string): boolean {
  return FOREIGN_COMMENT.test(key) && !(key.startsWith('--') && ownNameOf(key.slice(2)) !== undefined);
}

function keyWithSeparator(line: DirectiveLine): Refusal | undefined {
  const { name, args } = line;
  const match = NAME_WITH_SEPARATOR.exec(line.text.slice(name.start));
  const key = match?.[1];
  const separator = match?.[2];
  const word = key?.toLowerCase() ?? '';
  if (!key || !separator || !lifetimesOf(word)) return undefined;
  return {
    code: 'key-with-separator',
    name: key,
    separator,
    at: { start: name.start, end: separatorEnd(line, separator) ?? (args.at(-1) ?? name).end },
  };
}

function separatorEnd({ text, name }: DirectiveLine, separator: string): number | undefined {
  const at = text.indexOf(separator, name.start);
  return at < 0 ? undefined : at + 1;
}

/** The words from a `#` on, where the directive has all it needs before it. */
function inlineComment({ name, args }: DirectiveLine, min: number): Refusal | undefined {
  const first = args.findIndex(({ raw }) => raw.startsWith('#'));
  const start = args[first]?.start;
  const end = args.at(-1)?.end;
  if (first < Math.max(min, 1) || start === undefined || end === undefined) return undefined;
  return { code: 'inline-comment', name: name.raw, at: { start, end } };
}

function foreignCharacter({ text, name }: DirectiveLine): Refusal | undefined {
  const start = text.slice(name.start).search(FOREIGN_CHARACTER);
  if (start < 0) return undefined;
  const at = { start: name.start + start, end: name.start + start + 1 };
  return { code: 'foreign-character', character: text.charCodeAt(at.start), at };
}

function lifetimeProblem({ name, key }: DirectiveLine, { target }: Catalog): Refusal | undefined {
  const dropped = droppedBefore26(key);
  if (dropped !== undefined) return { code: 'directive-removed', name: name.raw, in: dropped, at: name };
  const lifetimes = lifetimesOf(key);
  const own = lifetimes?.[target.product];
  if (own === undefined) {
    return lifetimes || isKeydbName(key) ? { code: 'directive-of-fork', name: name.raw, at: name } : undefined;
  }
  const since = sinceFor(own, target.version);
  const first = parseVersion(since);
  if (first && compareVersions(target.version, first) < 0) {
    return { code: 'directive-too-new', name: name.raw, since, at: name };
  }
  return own.removed === undefined
    ? undefined
    : { code: 'directive-removed', name: name.raw, in: own.removed, at: name };
}
