import type { ConfigSource } from '../config/occurrence.js';
import { LONGEST_LINE } from '../syntax/config-line.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const lintLongLine: Rule = {
  id: 'lint-long-line',
  summary: 'a line so long that only what the server makes of it is checked',
  category: 'structure',
  severity: 'information',
  references: ['CWE-1078'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['files', 'lines'],
  check: checkLengths,
};

/** So many characters are marked: nobody wants to see all of them underlined. */
const MARKED = 20;

/** One finding a file, at the beginning of its first long line. */
function* checkLengths({ config }: RuleInput): Iterable<Problem> {
  for (const source of config.files) {
    const problem = longLineIn(source);
    if (problem) yield problem;
  }
}

function longLineIn({ id, file: { lines } }: ConfigSource): Problem | undefined {
  const [line] = lines.long;
  const text = line === undefined ? undefined : lines.at(line)?.text;
  if (line === undefined || text === undefined) return undefined;
  const others = lines.long.length - 1;
  const start = Math.max(0, text.search(/\S/));
  return {
    at: { source: id, line, at: { start, end: Math.min(text.length, start + MARKED) } },
    message:
      others === 0
        ? `This line is longer than ${LONGEST_LINE} characters: its style is not checked. Split it, or see whether this is a Redis file.`
        : `This line and ${others} more are longer than ${LONGEST_LINE} characters: their style is not checked. Split them, or see whether this is a Redis file.`,
  };
}
