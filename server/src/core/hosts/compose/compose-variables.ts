import type { MappedText } from '../../text/mapped-text.js';
import type { ArgumentWord, WordFillIn } from '../host-reading.js';
import { type ExpandedPiece, expandedWord } from '../words/expanded-word.js';

/** A piece of a text that compose replaces. */
interface Variable {
  readonly start: number;
  readonly end: number;
  /** Empty: it is a doubled `$`, which stands for one. */
  readonly name: string;
  /** `:-`, `-`, `:?`, `?`, `:+`, `+`; empty: none. */
  readonly operator: string;
  readonly operand: string;
}

/** What is longer or nested deeper is nobody's: it is taken as it stands. */
const LONGEST = 1000;
const DEEPEST = 5;
const HEAD = /^\$(?:\$|([A-Za-z_][A-Za-z0-9_]*)|\{([A-Za-z_][A-Za-z0-9_]*)(?:\}|(:?[-?+])))/;

function variablesIn(text: string): readonly Variable[] {
  const found: Variable[] = [];
  for (let at = text.indexOf('$'); at >= 0; ) {
    const variable = variableAt(text, at);
    if (variable) found.push(variable);
    at = text.indexOf('$', variable?.end ?? at + 1);
  }
  return found;
}

function variableAt(text: string, start: number): Variable | undefined {
  const near = text.slice(start, start + LONGEST);
  const [head, plain, braced, operator = ''] = HEAD.exec(near) ?? [];
  if (head === undefined) return undefined;
  const name = plain ?? braced ?? '';
  if (operator === '') return { start, end: start + head.length, name, operator, operand: '' };
  const end = closingBrace(near, head.length);
  if (end < 0) return undefined;
  return { start, end: start + end + 1, name, operator, operand: near.slice(head.length, end) };
}

function closingBrace(text: string, from: number): number {
  let open = 1;
  for (let at = from; at < text.length; at++) {
    if (text.startsWith('${', at)) open++;
    else if (text.charAt(at) === '}' && --open === 0) return at;
  }
  return -1;
}

/**
 * What compose makes of a text before anybody else reads it: variables are filled in, a doubled `$` is one. A variable
 * without a default that nobody sets is empty.
 */
export function interpolated(text: MappedText): ArgumentWord {
  const pieces = variablesIn(text.text).map((variable): ExpandedPiece => {
    const { start, end, name } = variable;
    if (name === '') return { start, end, escaped: '$' };
    return { start, end, filled: { name, by: 'compose', ...unset(variable) } };
  });
  return expandedWord(text, pieces);
}

function unset({ operator, operand }: Variable): Pick<WordFillIn, 'ifUnset' | 'fallback'> {
  if (operator.endsWith('?')) return { ifUnset: 'stops' };
  if (!operator.endsWith('-') || operand === '') return { ifUnset: 'empty' };
  const { text, unknown } = withDefaults(operand);
  return unknown.length > 0 ? { ifUnset: 'unknown' } : { ifUnset: 'default', fallback: text };
}

/** A text as it is where nobody sets any of its variables. */
export interface DefaultText {
  readonly text: string;
  /** Variables without a default; `UNKNOWN` stands for each. */
  readonly unknown: readonly string[];
}

/** What stands for a variable that nobody knows. */
export const UNKNOWN = '\ue000';

/** What a text says where every variable has its default. */
export function withDefaults(text: string, depth = 0): DefaultText {
  const unknown: string[] = [];
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, name, operator, operand } of variablesIn(text)) {
    parts.push(text.slice(done, start));
    done = end;
    if (name === '') parts.push('$');
    else if (operator.endsWith('-') && operand !== '' && depth < DEEPEST) {
      const inner = withDefaults(operand, depth + 1);
      parts.push(inner.text);
      unknown.push(...inner.unknown);
    } else {
      parts.push(UNKNOWN);
      unknown.push(name);
    }
  }
  return { text: [...parts, text.slice(done)].join(''), unknown };
}
