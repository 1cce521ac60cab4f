import { DIRECTIVE_SPELLINGS, isBundledModuleDirective, lifetimesOf } from '../../directives/catalog.js';
import { droppedBefore26, isKeydbName } from '../../directives/foreign-names.js';
import { nearestTo } from '../../directives/nearest.js';
import type { Dialect } from '../occurrence.js';
import { hasPlaceholder } from './placeholders.js';

/** What a file is shows in its first lines, and in the first characters of each. */
const MOST_LINES = 200;
const MOST_CHARACTERS = 200;

const LINE_END = /[\n\0]/;
/** Also in the style of other languages: a slip that is told at its place. */
const COMMENT = /^(?:#|\/\/|\/\*|;|<!--)/;
const FIRST_WORD = /[^\s\ufeff]+/;
/** Alone it is as likely a slip, or the directive of a module. */
const SETTING = /^[ \t]*[a-z][\w.-]*[ \t]+[^ \t]/i;
const BARE_NAME = /^["']?[a-z][\w.-]*["']?$/i;
/** Of `name`, `name=value`, `name: value` and `"name"`: slips that Redis' own files have. */
const NAME = /^["']?([a-z][\w.-]*)["']?(?:[=:]|$)/i;

/**
 * Whether a text is none of ours: most of the lines that say anything begin with a word that no server of any version
 * knows, and that is no slip of one either. Lists of passwords, keys and environments are like that.
 */
export function isForeign(text: string, dialect: Dialect): boolean {
  const lines = linesOf(text, dialect).map((line) => line.slice(0, MOST_CHARACTERS));
  const words = lines
    .flatMap((line) => FIRST_WORD.exec(line) ?? [])
    .filter((word) => !COMMENT.test(word) && !hasPlaceholder(word));
  if (words.length === 1 && lines.some((line) => SETTING.test(line))) return false;
  const isOurs = dialect === 'acl' ? isAclWord : isDirective;
  const unknown = words.filter((word) => !isOurs(word));
  const strange = () => unknown.filter((word) => !isSlip(word, dialect));
  return unknown.length * 2 > words.length && strange().length * 2 > words.length;
}

/** An environment ends its lines with NUL; in an ACL file a NUL hides the line end, and the next line goes on. */
function linesOf(text: string, dialect: Dialect): readonly string[] {
  if (dialect !== 'acl') return text.split(LINE_END, MOST_LINES);
  const lines = text.split('\n', MOST_LINES);
  return lines.filter((_, index) => !lines[index - 1]?.includes('\0'));
}

function isAclWord(word: string): boolean {
  return word === 'user';
}

function isDirective(word: string): boolean {
  const name = nameOf(word);
  return (
    lifetimesOf(name) !== undefined ||
    isKeydbName(name) ||
    droppedBefore26(name) !== undefined ||
    isBundledModuleDirective(name)
  );
}

/** A short name with a separator behind it is as likely an account of the system. */
function isSlip(word: string, dialect: Dialect): boolean {
  return BARE_NAME.test(word) && nearestTo(nameOf(word), dialect === 'acl' ? ['user'] : DIRECTIVE_SPELLINGS).length > 0;
}

/** In lower case; empty where the word does not begin as a name does. */
function nameOf(word: string): string {
  return NAME.exec(word)?.[1]?.toLowerCase() ?? '';
}
