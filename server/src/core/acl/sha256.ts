/** The SHA-256 of a byte string (one character a byte) in lower-case hexadecimal digits, as ACL rules take it after `#`. */
export function sha256(bytes: string): string {
  const { initial, constants } = CONSTANTS;
  const words = paddedWords(bytes);
  const state = Int32Array.from(initial);
  const schedule = new Int32Array(64);
  for (let block = 0; block < words.length; block += 16) addBlock(state, schedule, words, block, constants);
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Fractional parts of the square and cube roots of the first primes: 8 words to begin with and 64 round constants. */
function deriveConstants(): { readonly initial: Int32Array; readonly constants: Int32Array } {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < 64; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  const fraction = (root: number) => ((root % 1) * 2 ** 32) | 0;
  return {
    initial: Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
    constants: Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
  };
}

const CONSTANTS = deriveConstants();

/** The message, a one bit, zeros, and its length in bits: big-endian words in whole blocks of 16. */
function paddedWords(bytes: string): Int32Array {
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  for (let at = 0; at < bytes.length; at++) {
    words[at >> 2] = (words[at >> 2] ?? 0) | (bytes.charCodeAt(at) << (24 - (at & 3) * 8));
  }
  words[bytes.length >> 2] = (words[bytes.length >> 2] ?? 0) | (0x80 << (24 - (bytes.length & 3) * 8));
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29);
  words[words.length - 1] = bytes.length << 3;
  return words;
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function addBlock(
  state: Int32Array,
  schedule: Int32Array,
  words: Int32Array,
  block: number,
  constants: Int32Array,
): void {
  for (let round = 0; round < 64; round++) {
    if (round < 16) {
      schedule[round] = words[block + round] ?? 0;
      continue;
    }
    const early = schedule[round - 15] ?? 0;
    const late = schedule[round - 2] ?? 0;
    const s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    schedule[round] = ((schedule[round - 16] ?? 0) + s0 + (schedule[round - 7] ?? 0) + s1) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const next = (h + s1 + choice + (constants[round] ?? 0) + (schedule[round] ?? 0)) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + next) | 0;
    d = c;
    c = b;
    b = a;
    a = (next + s0 + majority) | 0;
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = ((state[index] ?? 0) + word) | 0;
}
