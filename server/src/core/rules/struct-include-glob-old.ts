import { formatTarget } from '../directives/target.js';
import { quote } from './building-blocks/quote.js';
import { refusalRule } from './refusal-rule.js';

export const structIncludeGlobOld = refusalRule({
  id: 'struct-include-glob-old',
  summary: 'an include pattern for a version that knows no patterns',
  category: 'structure',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['include-glob-unsupported'],
  message: ({ name }, { config }) =>
    `${formatTarget(config.target)} takes ${quote(name)} for the name of one file; patterns came with 7.0. Name each file in a line of its own.`,
});
