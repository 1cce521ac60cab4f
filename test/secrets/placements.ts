import { RULES } from '../../server/src/core/rules/index.js';
import { type Fixture, fixturesOf } from '../support/fixtures.js';

/** A password that no fixture has and that resembles no word of the servers. */
export const CANARY = 'S3cretCanary99';
/** Half of it is as bad, in any case. */
export const SHOWS_CANARY = /s3cret|canary99/i;

/** A text with the canary in one place of it. */
export interface Placement {
  readonly fixture: Pick<Fixture, 'rule' | 'name'>;
  /** How it was put there. */
  readonly way: string;
  readonly text: string;
  /** The line (from 0) that holds it. */
  readonly line: number;
}

/** What a line becomes; several lines where the canary goes to the next one. */
type Way = (line: string, word: WordAt) => string;

interface WordAt {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const replaced = (line: string, { start, end }: WordAt, by: string): string =>
  line.slice(0, start) + by + line.slice(end);

/** In the place of one word of a line, or glued to it. */
const IN_WORD: Readonly<Record<string, Way>> = {
  'as the word': (line, word) => replaced(line, word, CANARY),
  'in the middle of the word': (line, word) => {
    const middle = word.start + Math.ceil(word.text.length / 2);
    return line.slice(0, middle) + CANARY + line.slice(middle);
  },
  'behind the word': (line, word) => replaced(line, word, word.text + CANARY),
  'before the word': (line, word) => replaced(line, word, CANARY + word.text),
  'behind =': (line, word) => replaced(line, word, `${word.text}=${CANARY}`),
  'behind :': (line, word) => replaced(line, word, `${word.text}:${CANARY}`),
  'behind a comma': (line, word) => replaced(line, word, `${word.text},${CANARY}`),
  'in double quotes': (line, word) => replaced(line, word, `"${CANARY}"`),
  'in single quotes': (line, word) => replaced(line, word, `'${CANARY}'`),
  'behind an open quote': (line, word) => replaced(line, word, `"${CANARY}`),
  'glued in quotes': (line, word) => replaced(line, word, `${word.text}"${CANARY}"`),
  'on the next line': (line, word) => `${line.slice(0, word.start).trimEnd()}\n${CANARY}`,
  'on the next line with the rest': (line, word) => `${line.slice(0, word.end)}\n${CANARY}${line.slice(word.end)}`,
  'behind a no-break space': (line, word) => replaced(line, word, `${word.text}\u00a0${CANARY}`),
  'as the password of an address': (line, word) => replaced(line, word, `redis://app:${CANARY}@db:6379`),
  'as a placeholder’s default': (line, word) => replaced(line, word, `\${X:-${CANARY}}`),
};

/** Once for a line. */
const ON_LINE: Readonly<Record<string, (line: string) => string>> = {
  'at the end': (line) => `${line} ${CANARY}`,
  'in a comment at the end': (line) => `${line} # ${CANARY}`,
  'in quotes with the whole line': (line) => `"${line} ${CANARY}"`,
  'with + at the end': (line) => `${line} +${CANARY}`,
  'with - at the end': (line) => `${line} -${CANARY}`,
  'with @ at the end': (line) => `${line} @${CANARY}`,
  'with +@ at the end': (line) => `${line} +@${CANARY}`,
  'with > at the end': (line) => `${line} >${CANARY}`,
  'with > in an open selector': (line) => `${line} (>${CANARY}`,
  'with > in a selector': (line) => `${line} (+@read >${CANARY} ~x)`,
  'as a subcommand': (line) => `${line} +get|${CANARY}`,
};

/** The last word of a line that is made a comment. */
const COMMENTED: readonly ((line: string) => string)[] = [
  (line) => `# ${line}`,
  (line) => `#${line}`,
  (line) => `## ${line}`,
  (line) => `#\u00a0${line}`,
  (line) => `// ${line}`,
  (line) => `//${line}`,
  (line) => `; ${line}`,
  (line) => `;${line}`,
  (line) => `-- ${line}`,
  (line) => `/* ${line} */`,
  (line) => `<!-- ${line} -->`,
  (line) => `# was: ${line}`,
];

/** Every placement in every line of every fixture that says anything; a line that several fixtures share counts once. */
export function* placements(): Iterable<Placement> {
  const seen = new Set<string>();
  for (const fixture of RULES.flatMap(({ id }) => fixturesOf(id))) {
    const lines = fixture.text.split('\n');
    for (const [index, line] of lines.entries()) {
      const key = `${/\.acl/.test(fixture.name)} ${line}`;
      if (line.trim() === '' || line.length > 500 || seen.has(key)) continue;
      seen.add(key);
      for (const [way, changed] of changedLines(line)) {
        const text = [...lines.slice(0, index), changed, ...lines.slice(index + 1)].join('\n');
        yield { fixture, way, text, line: index + changed.slice(0, changed.indexOf(CANARY)).split('\n').length - 1 };
      }
    }
  }
}

function* changedLines(line: string): Iterable<readonly [way: string, changed: string]> {
  const words = [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
  for (const [nth, word] of words.entries()) {
    for (const [way, change] of Object.entries(IN_WORD)) yield [`${way} ${nth}`, change(line, word)];
    for (const style of COMMENTED) yield [`word ${nth} of ${style('...')}`, style(replaced(line, word, CANARY))];
  }
  for (const [way, change] of Object.entries(ON_LINE)) yield [way, change(line)];
}
