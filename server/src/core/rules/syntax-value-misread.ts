import type { LoadProblem } from '../config/load-problem.js';
import { LOG_STREAMS } from '../directives/misread-paths.js';
import { replaceAt } from './building-blocks/edits.js';
import { quoteValue, sentence, shownValue } from './building-blocks/quote.js';
import { refusalRule } from './refusal-rule.js';
import type { Fix } from './rule.js';

export const syntaxValueMisread = refusalRule({
  id: 'syntax-value-misread',
  summary: 'a value that the server accepts and takes for something else',
  category: 'syntax',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['value-misread'],
  message: ({ directive, value, effect }) =>
    sentence(
      `The server reads ${directive === 'logfile' ? quoteValue(value, LOG_STREAMS) : shownValue(directive, value)} as ${effect}.`,
      'Write what you mean.',
    ),
  fixes: (cause) => (cause.directive === 'logfile' && !cause.value.includes('\\') ? [logToStandardOutput(cause)] : []),
});

const logToStandardOutput = ({ at }: LoadProblem): Fix => ({
  title: 'Log to the standard output: logfile ""',
  effect: 'access',
  consequence: 'As a daemon the server then writes no log, and the file that it wrote so far stays as it is.',
  edits: [replaceAt(at, '""')],
});
