import { DIRECTIVES } from '../config/showing/vocabulary.js';
import { removeLine } from './building-blocks/edits.js';
import { quoteName, sentence } from './building-blocks/quote.js';
import { hintIfUndecided, refusalRule } from './refusal-rule.js';

export const moduleSettingUnclaimed = refusalRule({
  id: 'module-setting-unclaimed',
  summary: 'a setting of a module that no line loads',
  category: 'commands',
  severity: 'error',
  references: ['https://redis.io/docs/latest/develop/reference/modules/'],
  codes: ['unclaimed-module-directive'],
  message: (cause) => {
    const name = quoteName(cause.name, DIRECTIVES);
    if (!cause.hasValue) {
      return sentence(`${name} is a setting of a module but has no value.`, 'Give it one, or remove the line.');
    }
    return cause.isUndecided
      ? sentence(
          `${name} is a setting of a module, but no line that is read here loads one.`,
          'Make sure that the module is loaded.',
        )
      : sentence(
          `${name} is a setting of a module, but no line loads one: the server refuses to start.`,
          'Add its "loadmodule" line, or remove this one.',
        );
  },
  severityOf: hintIfUndecided,
  fixes: ({ at }) => [
    {
      title: 'Remove the line',
      effect: 'access',
      consequence: 'The module takes its default when it is loaded otherwise, by MODULE LOAD for example.',
      edits: [removeLine(at)],
    },
  ],
});
