/** Deeper nested expansions are not followed: nobody writes them. */
const DEEPEST = 20;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*/;
/** Names are no longer. */
const LONGEST_NAME = 200;

/** What ends where it begins is none; `unclosed`: its end is missing, so that nobody can tell where the line goes on. */
export type ExpansionEnd = number | 'unclosed';

/**
 * Where `$NAME`, `$1`, `${ … }`, `$( … )`, `$(( … ))` or a command in backticks ends that begins at an offset.
 * @param isInQuotes in double quotes, where a single quote is a character like others
 */
export function endOfExpansion(text: string, at: number, isInQuotes: boolean, depth = 0): ExpansionEnd {
  if (depth > DEEPEST) return 'unclosed';
  if (text.charAt(at) === '`') return endOfBackticks(text, at + 1);
  if (text.charAt(at) !== '$') return at;
  const next = text.charAt(at + 1);
  if (next === '{') return endOfGroup(text, at + 2, '{', isInQuotes, depth);
  if (next === '(') return endOfGroup(text, at + 2, '(', false, depth);
  if (/[0-9@*#?$!-]/.test(next)) return at + 2;
  const name = NAME.exec(text.slice(at + 1, at + 1 + LONGEST_NAME))?.[0] ?? '';
  return name === '' ? at : at + 1 + name.length;
}

/** The end of `<( … )` and `>( … )`, for which a shell puts the name of a pipe. */
export function endOfProcess(text: string, at: number): ExpansionEnd {
  return /^[<>]\($/.test(text.slice(at, at + 2)) ? endOfGroup(text, at + 2, '(', false, 0) : at;
}

function endOfBackticks(text: string, from: number): ExpansionEnd {
  for (let at = from; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === '`') return at + 1;
  }
  return 'unclosed';
}

/** The end of double quotes that are open before an offset. */
export function endOfQuotes(text: string, from: number, depth = 0): ExpansionEnd {
  for (let at = from; at < text.length; ) {
    const character = text.charAt(at);
    if (character === '"') return at + 1;
    const end = character === '\\' ? at + 2 : endOfExpansion(text, at, true, depth + 1);
    if (end === 'unclosed') return end;
    at = Math.max(end, at + 1);
  }
  return 'unclosed';
}

function endOfGroup(text: string, from: number, opening: '{' | '(', isInQuotes: boolean, depth: number): ExpansionEnd {
  const closing = opening === '{' ? '}' : ')';
  let open = 1;
  for (let at = from; at < text.length; ) {
    const character = text.charAt(at);
    if (character === closing && --open === 0) return at + 1;
    if (character === opening) open++;
    const end = endOfPiece(text, at, isInQuotes, depth);
    if (end === 'unclosed') return end;
    at = Math.max(end, at + 1);
  }
  return 'unclosed';
}

/** What must not be searched for the end of a group. */
function endOfPiece(text: string, at: number, isInQuotes: boolean, depth: number): ExpansionEnd {
  const character = text.charAt(at);
  if (character === '\\') return at + 2;
  if (character === '"') return endOfQuotes(text, at + 1, depth + 1);
  if (character === "'" && !isInQuotes) {
    const end = text.indexOf("'", at + 1);
    return end < 0 ? 'unclosed' : end + 1;
  }
  return endOfExpansion(text, at, isInQuotes, depth + 1);
}
