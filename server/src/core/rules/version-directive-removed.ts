import { formatTarget } from '../directives/target.js';
import { quote } from './building-blocks/quote.js';
import { removeUnknownLine } from './building-blocks/spelling-fixes.js';
import { refusalRule } from './refusal-rule.js';

export const versionDirectiveRemoved = refusalRule({
  id: 'version-directive-removed',
  summary: 'a directive that the target version no longer has',
  category: 'versions',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  codes: ['directive-removed'],
  message: ({ name, in: version }, { config }) =>
    `${quote(name)} was removed in Redis ${version}; ${formatTarget(config.target)} refuses to start with it. Remove the line.`,
  fixes: ({ name, at }) => [removeUnknownLine(name, at)],
  tags: ['deprecated'],
});
