import type { MappedText } from '../../text/mapped-text.js';
import type { ArgumentWord, WordFillIn } from '../host-reading.js';
import { fillInOf } from '../words/shell-fill-ins.js';

/** `$NAME` and `${NAME…}`; a build runs no commands for a text. */
const VARIABLE = /\\?\$(?:[A-Za-z_][A-Za-z0-9_]*|\{[A-Za-z_][A-Za-z0-9_]*(?::?[-+?][^}]{0,200})?\})/g;

/** What is known of the variables of a build: their defaults by name. */
export type BuildVariables = ReadonlyMap<string, string>;

/** A text with what a build puts into it. */
export function buildExpanded(text: MappedText, known: BuildVariables): ArgumentWord {
  const fillIns = [...text.text.matchAll(VARIABLE)].flatMap(({ 0: written, index }): readonly WordFillIn[] => {
    if (written.startsWith('\\')) return [];
    const at = { start: index, end: index + written.length, isQuoted: true };
    return [withDefault({ ...fillInOf(written, at), by: 'build' }, known)];
  });
  return { text, fillIns };
}

/** What is set where the image is made stands there unless somebody says otherwise. */
export function withDefault(fillIn: WordFillIn, known: BuildVariables): WordFillIn {
  const fallback = known.get(fillIn.name);
  const isUnset = fillIn.ifUnset === 'empty' || fillIn.ifUnset === 'nothing' || fillIn.ifUnset === 'stops';
  return isUnset && fallback ? { ...fillIn, ifUnset: 'default', fallback } : fillIn;
}

/** A text with the values of the variables that are known, as the name of an image needs it. */
export function resolved(text: string, known: BuildVariables): string {
  return text.replace(VARIABLE, (written) => {
    if (written.startsWith('\\')) return written;
    const { name, fallback } = fillInOf(written, { start: 0, end: written.length, isQuoted: true });
    return known.get(name) ?? fallback ?? written;
  });
}
