import { formatTarget } from '../directives/target.js';
import { quote } from './building-blocks/quote.js';
import { otherSpelling, otherSpellingFixes } from './building-blocks/spelling-fixes.js';
import { refusalRule } from './refusal-rule.js';

export const versionDirectiveTooNew = refusalRule({
  id: 'version-directive-too-new',
  summary: 'a directive that came after the target version',
  category: 'versions',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['directive-too-new'],
  message: ({ name, since, isUndecided }, { config: { catalog, target } }) => {
    const product = target.product === 'redis' ? 'Redis' : 'Valkey';
    const other = otherSpelling(catalog, name);
    const remedy = other === undefined ? 'Remove the line, or upgrade the server' : `Write "${other}"`;
    const known = isUndecided ? ', as far as is known,' : '';
    return `${quote(name)} came with ${product} ${since}; ${formatTarget(target)}${known} does not know it. ${remedy}.`;
  },
  fixes: ({ name, at }, input) => otherSpellingFixes(input, name, at),
});
