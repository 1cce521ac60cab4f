import type { FileLine, Location } from '../config/occurrence.js';
import { fileNameOf } from '../config/paths.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { insertLinesBelow } from './building-blocks/edits.js';
import { lineTextAt } from './building-blocks/line-text.js';
import { quote } from './building-blocks/quote.js';
import { refusalRule } from './refusal-rule.js';

export const structIncludeGluedLine = refusalRule({
  id: 'struct-include-glued-line',
  summary: 'an included file without a line end, whose last line runs into the next file',
  category: 'structure',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['include-glued-line'],
  message: ({ last, next, isComment }) =>
    isComment
      ? `${nameOfFile(last)} ends in a comment without a line end: the first line of ${nameOfFile(next)} becomes part of it. End the file with a line end.`
      : `${nameOfFile(last)} has no line end: its last line and the first of ${nameOfFile(next)} become one line. End the file with a line end.`,
  related: ({ last, next }, { config }) => [
    { at: wholeLine(config, last), message: 'This line goes on in the next file.' },
    { at: wholeLine(config, next), message: 'It goes on here.' },
  ],
  fixes: ({ last }) => [
    {
      title: `End ${nameOfFile(last)} with a line end`,
      effect: 'access',
      consequence: 'The first line of the next file counts from then on as it is written.',
      edits: [insertLinesBelow(last, '')],
    },
  ],
  also: ['files', 'lines'],
});

/** Two names have to fit into a message. */
const nameOfFile = ({ source }: FileLine): string => quote(fileNameOf(source), 24);

const wholeLine = (config: ResolvedConfiguration, line: FileLine): Location => ({
  ...line,
  at: { start: 0, end: lineTextAt(config, line).length },
});
