import type { Location } from '../config/occurrence.js';
import { FOREIGN_CHARACTER } from '../config/reading/refused-line.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { replaceAt } from './building-blocks/edits.js';
import { lineTextAt } from './building-blocks/line-text.js';
import type { Fix, Impact, Problem, Rule, RuleInput } from './rule.js';

export const syntaxControlChar: Rule = {
  id: 'syntax-control-char',
  summary: 'an invisible or typographic character that the server takes literally',
  category: 'syntax',
  severity: 'error',
  references: ['CWE-1007', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['foreign-character', 'nul-byte'],
  checksLooks: true,
  reads: ['foreign-character', 'nul-byte', 'problems', 'files', 'lines'],
  check: checkCharacters,
};

/** In a line that the server accepts, a dash or an accent may be meant; these are not. */
const NEVER_MEANT = /[\x00-\x08\x0e-\x1f\x7f\u00a0\u00ad\u2000-\u200f\u201c-\u201f\u2028-\u202f\u2060\u3000\ufeff]/;

function* checkCharacters(input: RuleInput): Iterable<Problem> {
  const { config } = input;
  for (const cause of input.config.problemsOf('foreign-character')) {
    const name = describe(cause.character);
    yield {
      at: cause.at,
      message: `The server takes ${name} literally and refuses the line. Retype the line in plain characters.`,
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
      fixes: () => plainCharacters(config, cause.at, { effect: 'safe', isPreferred: true }),
    };
  }
  for (const cause of input.config.problemsOf('nul-byte')) {
    yield {
      at: cause.at,
      message: 'A NUL byte hides the rest of this line, and the next line is read as part of it. Remove the byte.',
      severity: cause.isFatal ? 'error' : 'warning',
      cause,
      fixes: () => plainCharacters(config, cause.at, CHANGED),
    };
  }
  yield* acceptedOnes(config);
}

function* acceptedOnes(config: ResolvedConfiguration): Iterable<Problem> {
  const reported = new Set(config.problems.map(({ at }) => `${at.source}\n${at.line}`));
  for (const { id, file } of config.files) {
    for (const [line, { kind, text }] of file.lines.telling()) {
      if (kind !== 'directive') continue;
      const start = text.search(NEVER_MEANT);
      if (start < 0 || reported.has(`${id}\n${line}`)) continue;
      const at: Location = { source: id, line, at: { start, end: start + 1 } };
      yield {
        at,
        message: `The server takes ${describe(text.charCodeAt(start))} literally, as part of the value. Retype the value in plain characters.`,
        severity: 'warning',
        fixes: () => plainCharacters(config, at, CHANGED),
      };
    }
  }
}

const CHANGED: Impact = {
  effect: 'access',
  consequence: 'The value, which may be a password, then changes: check it.',
};

function plainCharacters(config: ResolvedConfiguration, at: Location, impact: Impact): readonly Fix[] {
  const text = lineTextAt(config, at);
  const whole = { ...at, at: { start: 0, end: text.length } };
  const title = 'Replace with plain characters';
  return [{ ...impact, title, edits: [replaceAt(whole, [...text].map(plain).join(''))] }];
}

/** What was probably typed: a blank, a quote, a hyphen, or nothing at all. */
function plain(character: string): string {
  if (!FOREIGN_CHARACTER.test(character)) return character;
  if (/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/.test(character)) return ' ';
  if (/[\u2010-\u2015]/.test(character)) return '-';
  if (/[\u2018-\u201b]/.test(character)) return "'";
  return /[\u201c-\u201f]/.test(character) ? '"' : '';
}

function describe(code: number): string {
  const point = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (code === 0xa0) return `the no-break space (${point})`;
  if (code >= 0x2018 && code <= 0x201f) return `the typographic quote (${point})`;
  if (code >= 0x2010 && code <= 0x2015) return `the dash (${point})`;
  return code < 0x20 || code === 0x7f ? `the control character ${point}` : `the invisible character ${point}`;
}
