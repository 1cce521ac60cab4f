import { factsOf, ownNameOf } from '../../directives/catalog.js';
import type { ConfigLine } from '../../syntax/config-line.js';
import type { Word } from '../../syntax/word.js';
import type { Span } from '../../text/span.js';
import { isKnownWord, isSafeValue, shownLength } from './shown-words.js';
import { COMMANDS, DIRECTIVES, isLikePasswordName } from './vocabulary.js';

/** What begins a comment in any language, and the blanks that are none to the server. */
const MARKS = /^[\s#;/*<!-]*/;

/**
 * What must not be shown of a comment, whatever its style: `# requirepass foobared` is an example, or the password of
 * yesterday. Prose is shown as far as it is plain words and does not come to speak of a secret.
 */
export function hiddenInComment(text: string, at: Span, before?: ConfigLine): readonly Span[] {
  const words = wordsAfterMarks(text, at);
  const [name, ...args] = words;
  if (!name) return [];
  const goesOn = before?.kind === 'comment' && isHarmlessProse(wordsAfterMarks(before.text, before.at));
  return hiddenInDirective(name, args) ?? hiddenInProse(words, goesOn ? 1 : FEWEST_WORDS);
}

function wordsAfterMarks(text: string, { start, end }: Span): readonly Word[] {
  const marks = MARKS.exec(text.slice(start, end))?.[0].length ?? 0;
  return wordsOf(text, { start: start + marks, end });
}

/** Of a commented-out directive; undefined where the comment is none, or goes on as prose. */
function hiddenInDirective(name: Word, args: readonly Word[]): readonly Span[] | undefined {
  const [start = '', key = ''] = /^["']?([\w.-]*)/.exec(name.raw) ?? [];
  const rest = name.raw.slice(start.length);
  const own = ownNameOf(key.toLowerCase());
  const holdsSecrets = isLikePasswordName(key) || own === 'user' || own === 'sentinel';
  if (holdsSecrets || rest !== '') return own === undefined && !holdsSecrets ? undefined : hiddenArguments(name, args);
  if (own === undefined) return undefined;
  const values = factsOf(own).values ?? [];
  const hidden = args.filter(({ raw }) => !isSafeValue(raw, values));
  return hidden.length > 0 && isProse([name, ...args]) ? undefined : hidden;
}

function hiddenArguments(name: Word, args: readonly Word[]): readonly Span[] {
  const shown = shownLength(name.raw, DIRECTIVES);
  return shown < name.raw.length ? [{ start: name.start + shown, end: name.end }, ...args] : args;
}

/** From the word on that speaks of a secret, or that is an option of a program, all is hidden. */
const TELLS_OF_SECRET = /pass|pwd|secret|token|credential|auth(?!enticat|or)|^pw$|^-+\w/i;

function hiddenInProse(words: readonly Word[], fewest: number): readonly Span[] {
  const isShown = isProse(words, fewest) ? isPlain : isKnown;
  const telling = words.findIndex(({ raw }) => TELLS_OF_SECRET.test(raw));
  const reached = telling < 0 ? words.length : telling;
  return words.filter((word, index) => index > reached || !isShown(word));
}

/** A sentence may end in a line of one word; the one word of a comment may be a password. */
const FEWEST_WORDS = 3;

/** Sentences have several plain words and no word of a command line, an assignment or an ACL rule. */
function isProse(words: readonly Word[], fewest = FEWEST_WORDS): boolean {
  const isCode = ({ raw }: Word) => /^[>~&%@$+][^~]|[=|{}<>]/.test(raw);
  return words.filter(isPlain).length >= fewest && !words.some(isCode);
}

function isHarmlessProse(words: readonly Word[]): boolean {
  return isProse(words) && !words.some(({ raw }) => TELLS_OF_SECRET.test(raw));
}

/** Letters, or a number, between marks of punctuation. */
const PLAIN =
  /^["'(`]{0,3}(?:[A-Za-z]{1,24}|\d{1,9}|IPv[46])(?:[-/'.](?:[A-Za-z]{1,24}|\d{1,3})){0,9}["')`]{0,3}[.,:;!?]{0,3}$/;

const isPlain = ({ raw }: Word): boolean => PLAIN.test(raw) || /^[-~\u2013\u2014]{1,3}$/.test(raw);

const isKnown = ({ raw }: Word): boolean =>
  isKnownWord(raw, DIRECTIVES) || isKnownWord(raw, COMMANDS) || isSafeValue(raw);

/** Cut at all blanks there are, quotes or not: `don't` opens none in prose. */
function wordsOf(text: string, { start, end }: Span): readonly Word[] {
  return [...text.slice(start, end).matchAll(/\S+/g)].map(({ 0: raw, index }) => ({
    raw,
    value: raw,
    quote: 'plain',
    start: start + index,
    end: start + index + raw.length,
  }));
}
