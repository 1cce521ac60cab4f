import type { PlacedWord } from '../words/server-command.js';

/** `docker run` with its options by their long names, in order. */
export interface ContainerRun {
  readonly options: readonly RunOption[];
  readonly image: PlacedWord;
  /** Behind the image. */
  readonly words: readonly PlacedWord[];
}

/** An option and its value; the option itself where it has none. */
export interface RunOption {
  /** `publish`, without dashes. */
  readonly name: string;
  readonly value: PlacedWord;
  /** Its value begins here in the word: `--publish=6379`, `-p6379`. */
  readonly from: number;
}

/** Options of one letter that take a value, by their long names. */
const WITH_VALUE: Readonly<Record<string, string>> = {
  a: 'attach',
  c: 'cpu-shares',
  e: 'env',
  h: 'hostname',
  l: 'label',
  m: 'memory',
  p: 'publish',
  u: 'user',
  v: 'volume',
  w: 'workdir',
};
/** Options that take no value but with `=`. */
const WITHOUT_VALUE: ReadonlySet<string> = new Set(
  (
    'detach disable-content-trust help init interactive no-healthcheck no-hostname oom-kill-disable privileged ' +
    'publish-all quiet read-only replace rm rmi sig-proxy systemd tls-verify tty'
  ).split(' '),
);
const LETTERS_WITHOUT_VALUE: Readonly<Record<string, string>> = { P: 'publish-all' };

/** The container that a command line starts; undefined: it starts none. */
export function containerRun([program, ...words]: readonly PlacedWord[]): ContainerRun | undefined {
  if (!/^(?:.*\/)?(?:docker|podman|nerdctl)$/.test(program?.text.text ?? '')) return undefined;
  const behind = words[0]?.text.text === 'container' ? words.slice(1) : words;
  if (!/^(?:run|create)$/.test(behind[0]?.text.text ?? '')) return undefined;
  const options: RunOption[] = [];
  let at = 1;
  while (at < behind.length) {
    const word = behind[at];
    if (!word?.text.text.startsWith('-') || word.text.text === '-') break;
    const [taken, found] = optionOf(word, behind[at + 1]);
    if (found) options.push(found);
    at += taken;
  }
  const image = behind[at];
  return image && { options, image, words: behind.slice(at + 1) };
}

function optionOf(word: PlacedWord, next: PlacedWord | undefined): readonly [taken: number, RunOption | undefined] {
  const { text } = word.text;
  return text.startsWith('--') ? longOption(word, text, next) : shortOptions(word, text, next);
}

function longOption(
  word: PlacedWord,
  text: string,
  next: PlacedWord | undefined,
): readonly [taken: number, RunOption | undefined] {
  const equals = text.indexOf('=');
  const written = text.slice(2, equals < 0 ? undefined : equals);
  const name = written === 'net' ? 'network' : written;
  if (equals >= 0) return [1, { name, value: word, from: equals + 1 }];
  if (WITHOUT_VALUE.has(name)) return [1, { name, value: word, from: 0 }];
  return [2, next && { name, value: next, from: 0 }];
}

/** `-dit`, `-p 6379:6379`, `-dp6379:6379`. */
function shortOptions(
  word: PlacedWord,
  text: string,
  next: PlacedWord | undefined,
): readonly [taken: number, RunOption | undefined] {
  for (let at = 1; at < text.length; at++) {
    const letter = text.charAt(at);
    const name = WITH_VALUE[letter];
    const alone = LETTERS_WITHOUT_VALUE[letter];
    if (alone !== undefined) return [1, { name: alone, value: word, from: 0 }];
    if (name === undefined) continue;
    const from = text.charAt(at + 1) === '=' ? at + 2 : at + 1;
    if (from < text.length) return [1, { name, value: word, from }];
    return [2, next && { name, value: next, from: 0 }];
  }
  return [1, undefined];
}
