import { DIRECTIVES } from '../config/showing/vocabulary.js';
import { removeLine } from './building-blocks/edits.js';
import { quoteName, sentence } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const moduleSettingUnclaimed: Rule = {
  id: 'module-setting-unclaimed',
  summary: 'a setting of a module that no line loads',
  category: 'structure',
  severity: 'error',
  references: ['https://redis.io/docs/latest/develop/reference/modules/'],
  loadProblems: ['unclaimed-module-setting'],
  reads: ['unclaimed-module-setting'],
  check: checkSettings,
};

function* checkSettings(input: RuleInput): Iterable<Problem> {
  for (const cause of input.config.problemsOf('unclaimed-module-setting')) {
    const name = quoteName(cause.name, DIRECTIVES);
    yield {
      at: cause.at,
      message: cause.hasValue
        ? sentence(
            `${name} is a setting of a module, and no line${cause.isUndecided ? ' that is read here' : ''} loads one.`,
            cause.isUndecided ? 'Make sure that it is loaded.' : 'Add its loadmodule line, or remove this line.',
          )
        : sentence(`${name} is a setting of a module and has no value.`, 'Give it one, or remove the line.'),
      severity: cause.isFatal ? 'error' : cause.isUndecided ? 'hint' : 'warning',
      cause,
      fixes: () => [
        {
          title: 'Remove the line',
          effect: 'access',
          consequence: 'The module takes its default when it is loaded otherwise, by MODULE LOAD for example.',
          edits: [removeLine(cause.at)],
        },
      ],
    };
  }
}
