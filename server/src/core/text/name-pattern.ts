import type { PatternPart } from './wildcards.js';

/** As long as a path may be on Linux; reading a pattern may take as many steps as its length, squared. */
export const LONGEST_PATTERN = 4096;

/**
 * The parts of a pattern for one name, as C's `fnmatch` reads it: `*`, `?`, `[a-z]`, `[!x]`, `[^x]`, `[[:alpha:]]`, and
 * `\` before a character that is meant. A bracket that is not closed stands for itself.
 */
export function namePattern(pattern: string): readonly PatternPart<string>[] {
  const parts: PatternPart<string>[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    const bracket = character === '[' ? bracketAt(pattern, at) : undefined;
    if (bracket) {
      parts.push(bracket.takes);
      at = bracket.end - 1;
    } else if (character === '*') {
      if (parts.at(-1) !== '*') parts.push('*');
    } else if (character === '?') {
      parts.push(() => true);
    } else {
      const meant = character === '\\' && at + 1 < pattern.length ? pattern.charAt(++at) : character;
      parts.push((one) => one === meant);
    }
  }
  return parts;
}

/** Whether a name pattern is more than a name. */
export function isNamePattern(text: string): boolean {
  return /[*?[\\]/.test(text);
}

interface Bracket {
  readonly takes: Member;
  /** Just after it. */
  readonly end: number;
}

type Member = (character: string) => boolean;

/** In the "C" locale, in which the server matches names. */
const CLASSES: ReadonlyMap<string, RegExp> = new Map([
  ['alnum', /[0-9A-Za-z]/],
  ['alpha', /[A-Za-z]/],
  ['blank', /[ \t]/],
  ['cntrl', /[\0-\x1f\x7f]/],
  ['digit', /[0-9]/],
  ['graph', /[!-~]/],
  ['lower', /[a-z]/],
  ['print', /[ -~]/],
  ['punct', /[!-/:-@[-`{-~]/],
  ['space', /[ \t-\r]/],
  ['upper', /[A-Z]/],
  ['xdigit', /[0-9A-Fa-f]/],
]);
const CLASS = /^\[:([a-z]*):\]/;
/** `[.x.]`, `[=x=]`: a single character, as far as the "C" locale goes. */
const COLLATED = /^\[([.=])(.)\1\]/s;
/** Longer than the name of any class. */
const LONGEST_CLASS = 20;

/** Undefined where no `]` closes it: then it is no bracket. */
function bracketAt(pattern: string, open: number): Bracket | undefined {
  const isNegated = /[!^]/.test(pattern.charAt(open + 1));
  const from = open + (isNegated ? 2 : 1);
  const members: (Member | undefined)[] = [];
  let at = from;
  while (at < pattern.length && (at === from || pattern.charAt(at) !== ']')) {
    const { member, end } = classAt(pattern, at) ?? rangeAt(pattern, at);
    members.push(member);
    at = end;
  }
  return at < pattern.length ? { takes: oneOf(members, isNegated), end: at + 1 } : undefined;
}

/** A class that does not exist takes nothing and ends the search, negated or not. */
function oneOf(members: readonly (Member | undefined)[], isNegated: boolean): Member {
  return (character) => {
    for (const member of members) {
      if (!member) return false;
      if (member(character)) return !isNegated;
    }
    return isNegated;
  };
}

interface BracketPart {
  readonly member: Member | undefined;
  readonly end: number;
}

function classAt(pattern: string, at: number): BracketPart | undefined {
  const [whole, name] = CLASS.exec(pattern.slice(at, at + LONGEST_CLASS)) ?? [];
  if (whole === undefined || name === undefined) return undefined;
  const known = CLASSES.get(name);
  return { member: known && ((character) => known.test(character)), end: at + whole.length };
}

function rangeAt(pattern: string, at: number): BracketPart {
  const [first, afterFirst] = characterAt(pattern, at);
  const next = pattern.charAt(afterFirst + 1);
  const isRange = pattern.charAt(afterFirst) === '-' && next !== '' && next !== ']';
  const [last, end] = isRange ? characterAt(pattern, afterFirst + 1) : [first, afterFirst];
  return { member: (character) => first <= character && character <= last, end };
}

function characterAt(pattern: string, at: number): readonly [character: string, end: number] {
  const [whole, , collated] = COLLATED.exec(pattern.slice(at, at + LONGEST_CLASS)) ?? [];
  if (whole !== undefined && collated !== undefined) return [collated, at + whole.length];
  const isEscaped = pattern.charAt(at) === '\\' && at + 1 < pattern.length;
  const place = isEscaped ? at + 1 : at;
  return [pattern.charAt(place), place + 1];
}
