import { quote } from './building-blocks/quote.js';
import { refusalRule } from './refusal-rule.js';

export const sentinelDuplicateMaster = refusalRule({
  id: 'sentinel-duplicate-master',
  summary: 'two sentinel monitor lines with one name',
  category: 'sentinel',
  severity: 'error',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  codes: ['sentinel-duplicate-master'],
  message: ({ master }) =>
    `${quote(master)} is monitored by an earlier line already. Give this primary a name of its own, or remove the line.`,
});
