import { directoryOf } from '../config/paths.js';
import { quote } from './building-blocks/quote.js';
import { refusalRule } from './refusal-rule.js';
import type { RuleInput } from './rule.js';

export const structIncludeMissing = refusalRule({
  id: 'struct-include-missing',
  summary: 'an included file that does not exist',
  category: 'structure',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['include-missing'],
  message: ({ name }, input) =>
    isElsewhere(name, input)
      ? `The included file ${quote(name)} is not on this machine; without it the server refuses to start. Make sure that it is there.`
      : `The included file ${quote(name)} does not exist: the server refuses to start. Create it, or correct the path.`,
  severityOf: ({ name }, input) => (isElsewhere(name, input) ? 'information' : 'error'),
});

/** An absolute path that leads elsewhere may exist on the machine that the file is for. */
const isElsewhere = (name: string, { config: { root } }: RuleInput): boolean =>
  name.startsWith('/') && !name.startsWith(`${directoryOf(root.path)}/`);
