import { replaceAt } from './building-blocks/edits.js';
import { sentinelLines } from './building-blocks/sentinel-lines.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelScriptsReconfig: Rule = {
  id: 'sentinel-scripts-reconfig',
  summary: "Sentinel's scripts can be replaced over the network",
  category: 'sentinel',
  severity: 'error',
  references: ['CWE-78', 'https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  reads: ['sentinel'],
  check: checkSentinelScriptsReconfig,
};

function* checkSentinelScriptsReconfig({ config }: RuleInput): Iterable<Problem> {
  const line = sentinelLines(config, 'deny-scripts-reconfig').at(-1);
  if (line?.args[0]?.toLowerCase() !== 'no') return;
  const at = line.at(0);
  yield {
    at,
    message: '"deny-scripts-reconfig no" lets SENTINEL SET name a program that Sentinel runs. Set it to "yes".',
    fixes: () => [
      {
        title: 'Set deny-scripts-reconfig to yes',
        effect: 'access',
        consequence: 'SENTINEL SET then refuses to change scripts for everybody.',
        edits: [replaceAt(at, 'yes')],
      },
    ],
  };
}
