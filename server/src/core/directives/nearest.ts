/** Edit distance with insertions, deletions, substitutions and swaps of neighbours, or `limit + 1` when it is more. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

/**
 * The candidates nearest to a misspelt word, best first: at most `limit` edits away, and never more than a third of
 * its letters. `_` and `-` count as the same letter, for `slave_read_only` is a common slip.
 */
export function nearestTo(word: string, candidates: Iterable<string>, limit = 2): readonly string[] {
  const plain = (text: string) => text.toLowerCase().replaceAll('_', '-');
  const wanted = plain(word);
  const letters = lettersOf(wanted);
  const allowed = Math.min(limit, Math.max(1, Math.floor(wanted.length / 3)));
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    // Files of another program have thousands of unknown words, and most candidates are nothing like any of them.
    if (Math.abs(candidate.length - wanted.length) > allowed) continue;
    const own = lettersOf(candidate);
    if (countBits(own & ~letters) > allowed || countBits(letters & ~own) > allowed) continue;
    const distance = editDistance(wanted, plain(candidate), allowed);
    if (distance <= allowed) near.push({ candidate, distance });
  }
  return near
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .map(({ candidate }) => candidate);
}

/** So many answers are kept: a file of another program has thousands of unknown words. */
const MOST_KEPT = 20_000;

/** What finds the candidates nearest to a word, and keeps what it found: a file asks for the same words at each key. */
export function nearestAmong(candidates: readonly string[]): (word: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const found = known.get(word) ?? nearestTo(word, candidates);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(word, found);
    return found;
  };
}

const DASH = 0x2d;
const UNDERSCORE = 0x5f;

/** A bit for each letter, in either case; other characters share them. An edit brings one in and takes one out. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    letters |= 1 << ((code === UNDERSCORE ? DASH : code) & 31);
  }
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
