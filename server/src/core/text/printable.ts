/**
 * Control characters (escape sequences of terminals begin with one), line ends, marks that turn the direction of text
 * around, and the byte order mark.
 */
const HARMFUL = /[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Viewers of plain messages make a link of `[text](address)`, and editors run a command that it names. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}

/** JSON or the like, where an escape says the same as the character: nothing in it acts on who reads it raw. */
export function withEscapes(json: string): string {
  return json.replace(HARMFUL, (character) =>
    character === '\n' || character === '\r'
      ? character
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A text from outside, harmless on a terminal, in a report and in an editor: what would act becomes visible. */
export function printable(text: string): string {
  return text.replace(HARMFUL, (character) =>
    character < ' ' ? String.fromCharCode(0x2400 + character.charCodeAt(0)) : '\ufffd',
  );
}
