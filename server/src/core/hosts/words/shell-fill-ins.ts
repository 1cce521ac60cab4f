import type { WordFillIn } from '../host-reading.js';
import type { Expansion, ShellWord } from './shell-words.js';

/**
 * What a shell puts into a word. Where a variable is not set, an unquoted word that is nothing else vanishes, all others
 * are empty; positional parameters, commands and names of files are never known.
 */
export function shellFillIns(word: ShellWord): readonly WordFillIn[] {
  const whole = word.text.text;
  const found = word.expansions.map((expansion) => {
    const isAll = expansion.start === 0 && expansion.end === whole.length;
    return fillInOf(whole.slice(expansion.start, expansion.end), expansion, isAll);
  });
  return [...patternOf(word), ...found].toSorted((a, b) => a.at.start - b.at.start);
}

const VARIABLE = /^\$\{?([A-Za-z_][A-Za-z0-9_]*)\}?$/;
/** `${NAME` or `${1`, and what stands behind it but for the brace. */
const WITH_OPERATOR = /^\$\{([A-Za-z0-9_]+)(:?[-=?+])/;
const WITH_OTHER_OPERATOR = /^\$\{([A-Za-z_][A-Za-z0-9_]*)[^A-Za-z0-9_]/;
const IS_NAME = /^[A-Za-z_]/;

/** @param isAll it is all of its word */
export function fillInOf(written: string, { start, end, isQuoted }: Expansion, isAll = false): WordFillIn {
  const ifEmpty = isAll && !isQuoted ? 'nothing' : 'empty';
  const base = { at: { start, end }, by: 'shell' } as const;
  const [, plain] = VARIABLE.exec(written) ?? WITH_OTHER_OPERATOR.exec(written) ?? [];
  const [head = '', named = '', operator] = WITH_OPERATOR.exec(written) ?? [];
  if (operator === undefined) {
    return plain === undefined ? { ...base, name: '', ifUnset: 'unknown' } : { ...base, name: plain, ifUnset: ifEmpty };
  }
  const name = IS_NAME.test(named) ? named : '';
  if (operator.endsWith('?')) return { ...base, name, ifUnset: 'stops' };
  if (operator.endsWith('+')) return { ...base, name, ifUnset: ifEmpty };
  return { ...base, name, ...fallbackOf(written.slice(head.length, -1), ifEmpty) };
}

function fallbackOf(operand: string, ifEmpty: 'empty' | 'nothing'): Pick<WordFillIn, 'ifUnset' | 'fallback'> {
  const [, , fallback = operand] = /^(["'])([^"']*)\1$/.exec(operand) ?? [];
  if (fallback === '') return { ifUnset: ifEmpty };
  return /[$`"'\\]/.test(fallback) ? { ifUnset: 'unknown' } : { ifUnset: 'default', fallback };
}

/** The home folder, or whatever files there are. */
function patternOf({ text: { text, runs }, isQuoted, expansions }: ShellWord): readonly WordFillIn[] {
  if (isQuoted || runs.length === 0) return [];
  const [first] = expansions;
  const own = first ? text.slice(0, first.start) : text;
  const isFiles = /^[*?]+$/.test(text) || (text.includes('/') && /[*?[]/.test(own));
  const end = isFiles ? own.length : (/^~[A-Za-z0-9_-]*(?=\/|$)/.exec(own)?.[0].length ?? 0);
  return end > 0 ? [{ at: { start: 0, end }, name: '', by: 'shell', ifUnset: 'unknown' }] : [];
}
