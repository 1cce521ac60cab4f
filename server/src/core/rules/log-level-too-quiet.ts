import { valueRule } from './value-rule.js';

export const logLevelTooQuiet = valueRule({
  id: 'log-level-too-quiet',
  summary: 'the log leaves out what an investigation needs',
  category: 'logging',
  severity: 'information',
  references: ['CWE-778'],
  directive: 'loglevel',
  when: ['warning', 'nothing'],
  message: ({ lower }) => `"loglevel ${lower}" leaves out replication, saves and restarts. Set it to "notice".`,
  remedy: { set: 'notice', effect: 'safe', isPreferred: true },
});
