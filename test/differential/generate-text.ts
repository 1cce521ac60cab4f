import * as fc from 'fast-check';
import type { WordList } from './generate-values.js';

const isPlain = (word: string): boolean => /^[^\s"'\x00-\x20]+$/.test(word);

const asDouble = (word: string): string =>
  `"${word
    .replace(/[\\"]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/[\x00-\x1f]/g, asHex)}"`;
const asHex = (byte: string): string => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`;
const asSingle = (word: string): string => `'${word.replace(/'/g, "\\'").replace(/[\n\x00]/g, '')}'`;

/** Ways to write a word; the last ones may change or break it. */
export function writtenWord(word: string): fc.Arbitrary<string> {
  const right = [asDouble(word), asSingle(word)];
  const hex = `"${word.replace(/./gs, asHex)}"`;
  const plain = isPlain(word) ? word : asDouble(word);
  const wrong = [
    word.replace(/[\n]/g, ''),
    `"${word}`,
    `'${word}'x`,
    `${plain}"`,
    `${plain}\\`,
    `"\\v${word}"`,
    `"\\X41${word}"`,
  ];
  return fc.oneof(
    { weight: 30, arbitrary: fc.constant(plain) },
    { weight: 6, arbitrary: fc.constantFrom(...right) },
    { weight: 1, arbitrary: fc.constantFrom(hex, `${word.slice(0, 1)}"${word.slice(1)}"`) },
    { weight: 1, arbitrary: fc.constantFrom(...wrong) },
  );
}

const blank = fc.oneof(
  { weight: 20, arbitrary: fc.constant(' ') },
  { weight: 1, arbitrary: fc.constantFrom('  ', '\t', ' \t ', '\v', '\f', '\r') },
);
const margin = fc.oneof(
  { weight: 20, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom(' ', '\t', '\r', '  ', '\v', '\xa0') },
);

/** A line from its name and decoded words, quoted and spaced in some way. */
export function lineOf(name: string, words: WordList): fc.Arbitrary<string> {
  const writtenName = fc.oneof(
    { weight: 20, arbitrary: fc.constant(name) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        name.toUpperCase(),
        asDouble(name),
        `"\\x${name.charCodeAt(0).toString(16)}${name.slice(1)}"`,
      ),
    },
  );
  const joined = fc.constant(words.join(' ').replace(/\n/g, ''));
  const rest = fc.oneof(
    {
      weight: 12,
      arbitrary: fc
        .tuple(...words.map((word) => fc.tuple(blank, writtenWord(word))))
        .map((parts) => parts.flat().join('')),
    },
    { weight: 1, arbitrary: joined.chain((text) => fc.constantFrom(` ${asDouble(text)}`, ` ${asSingle(text)}`)) },
  );
  return fc.tuple(margin, writtenName, rest, margin).map((parts) => parts.join(''));
}

/** Lines that set nothing, or are no configuration at all. */
export const otherLine: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('', '# comment', '   # indented', '#', '#maxmemory 1mb', '\t') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\v',
      '\f',
      '\v# x',
      '""',
      "''",
      '; x',
      '// x',
      '[section]',
      'a=b',
      'port: 6379',
      'x.y 1',
      'x.y',
      '\xef\xbb\xbf',
    ),
  },
);

/** Line ends, and whether the last line has one. */
export function fileOf(lines: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.oneof({ weight: 6, arbitrary: fc.constant('\n') }, { weight: 1, arbitrary: fc.constant('\r\n') }),
      fc.boolean(),
    )
    .map(([end, isEnded]) => lines.join(end) + (isEnded ? end : ''));
}

const NOISE = [
  '"',
  "'",
  '\\',
  '\\x',
  '\x00',
  '\xff',
  '\r',
  '\v',
  '\f',
  '\t',
  ' ',
  '#',
  '\n',
  '\xef\xbb\xbf',
  '\xc2\xa0',
  '0',
  '-',
  'x',
  '%',
];

/** The text after a few bytes were put in, taken out or doubled. */
export function withNoise(text: string): fc.Arbitrary<string> {
  const place = fc.nat(Math.max(0, text.length));
  const change = fc.tuple(place, fc.constantFrom(...NOISE), fc.constantFrom('insert', 'replace', 'delete', 'double'));
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    let noisy = text;
    for (const [at, bytes, how] of changes) {
      const before = noisy.slice(0, at);
      const here = noisy.slice(at, at + 1);
      const middle = how === 'insert' ? bytes + here : how === 'replace' ? bytes : how === 'double' ? here + here : '';
      noisy = before + middle + noisy.slice(at + 1);
    }
    return noisy;
  });
}
