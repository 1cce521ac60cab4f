const LONGEST = 40;

/** A word of the user's in double quotes, cut to fit in a message; control characters become visible. Never for a secret. */
export function quote(raw: string): string {
  const visible = raw.replace(/[\x00-\x1f\x7f]/g, '\ufffd');
  return `"${visible.length > LONGEST ? `${visible.slice(0, LONGEST - 1)}…` : visible}"`;
}

/** `a, b or c`; of a list longer than `most` the first ones. */
export function oneOf(words: readonly string[], most = 6): string {
  if (words.length > most) return `one of ${words.length} values, such as ${words.slice(0, 3).join(', ')}`;
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
