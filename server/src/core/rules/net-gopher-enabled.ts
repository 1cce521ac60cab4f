import { severityByReach } from './building-blocks/severity-by-exposure.js';
import { valueRule } from './value-rule.js';

export const netGopherEnabled = valueRule({
  id: 'net-gopher-enabled',
  summary: 'the server answers Gopher requests, which cannot log in',
  category: 'network',
  severity: 'error',
  references: ['CWE-306', 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  dialects: ['server'],
  directive: 'gopher-enabled',
  when: 'yes',
  message:
    '"gopher-enabled yes" serves keys to everybody, even when a password is set. Remove the line, which Redis 7.0 refuses.',
  severityOf: ({ config }) => severityByReach(config),
  remedy: {
    unset: true,
    title: 'Remove the line: Gopher clients are refused',
    effect: 'access',
    consequence: 'Gopher clients can no longer read keys.',
  },
  also: ['exposure'],
});
