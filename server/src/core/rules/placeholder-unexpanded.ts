import type { Problem, Rule, RuleInput } from './rule.js';

export const placeholderUnexpanded: Rule = {
  id: 'placeholder-unexpanded',
  summary: 'a placeholder that nothing replaces: the server takes it literally',
  category: 'structure',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  loadProblems: ['placeholder'],
  reads: ['placeholder', 'exposure'],
  check: checkPlaceholders,
};

/** In a template a placeholder is right; where a password belongs it has a rule of its own. */
function* checkPlaceholders(input: RuleInput): Iterable<Problem> {
  if (input.config.exposure.origin === 'template') return;
  for (const cause of input.config.problemsOf('placeholder')) {
    const { directive, statement, isUndecided } = cause;
    const name = statement === undefined ? directive : `${directive} ${statement}`;
    const consequence = isUndecided ? 'is refused' : 'is taken';
    yield {
      at: cause.at,
      message:
        name === undefined
          ? 'The server replaces no placeholder: this line is refused as it is. Render the file before the server reads it.'
          : `The server replaces no placeholder: "${name}" ${consequence} as it is written. Render the file first, or write the value.`,
      state: 'placeholders',
      cause,
    };
  }
}
