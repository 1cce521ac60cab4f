/** The offset of the first bracket of a JSON text that is nested deeper; undefined: none is. Comments may stand in it. */
export function bracketBeyond(deepest: number, text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') at = endOfString(text, at);
    else if (text.startsWith('//', at)) at = endAt(text, '\n', at);
    else if (text.startsWith('/*', at)) at = endAt(text, '*/', at + 2);
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (depth > deepest) return at;
  }
  return undefined;
}

/** Where the quote stands that closes a string, or where its line ends. */
function endOfString(text: string, opening: number): number {
  let at = opening + 1;
  while (at < text.length && text.charAt(at) !== '"' && text.charAt(at) !== '\n')
    at += text.charAt(at) === '\\' ? 2 : 1;
  return at;
}

function endAt(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length - 1;
}
