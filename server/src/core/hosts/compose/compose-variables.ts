import { asWhole, joined, type MappedText, originOf, partOf } from '../../text/mapped-text.js';
import type { ArgumentWord, WordFillIn } from '../host-reading.js';

/** `$$`, `$NAME`, `${NAME}` and `${NAME` with what stands behind it: `:-`, `-`, `:?`, `?`, `:+`, `+` and a word. */
const VARIABLE = /\$\$|\$([A-Za-z_][A-Za-z0-9_]*)|\$\{([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-?+])([^}]{0,500}))?\}/g;

/**
 * What compose makes of a text before anybody else reads it: variables are filled in, a doubled `$` is one. `ifEmpty`:
 * what stands there where the variable is not set.
 */
export function interpolated(text: MappedText, ifEmpty: 'empty' | 'nothing'): ArgumentWord {
  const parts: MappedText[] = [];
  const fillIns: WordFillIn[] = [];
  let done = 0;
  let length = 0;
  const add = (part: MappedText) => {
    parts.push(part);
    length += part.text.length;
  };
  for (const match of text.text.matchAll(VARIABLE)) {
    const [whole, plain, braced, operator, operand] = match;
    const end = match.index + whole.length;
    add(partOf(text, done, match.index));
    if (whole === '$$') {
      const origin = originOf(text, { start: match.index, end });
      add(origin ? asWhole('$', origin) : partOf(text, match.index, match.index + 1));
    } else {
      const at = { start: length, end: length + whole.length };
      const name = plain ?? braced ?? '';
      fillIns.push({ at, name, by: 'compose', ...unset(operator, operand, ifEmpty) });
      add(partOf(text, match.index, end));
    }
    done = end;
  }
  add(partOf(text, done));
  return { text: joined(parts), fillIns };
}

function unset(
  operator: string | undefined,
  operand: string | undefined,
  ifEmpty: 'empty' | 'nothing',
): Pick<WordFillIn, 'ifUnset' | 'fallback'> {
  if (operator?.endsWith('?')) return { ifUnset: 'stops' };
  if (operator?.endsWith('-') && operand !== '') return { ifUnset: 'default', fallback: operand };
  return { ifUnset: ifEmpty };
}
