import { has } from '../directives/capabilities.js';
import { nameOf } from './building-blocks/places.js';
import { valueRule } from './value-rule.js';

export const authSharedPassword = valueRule({
  id: 'auth-shared-password',
  summary: 'one password for everybody, who may then do everything',
  category: 'authentication',
  severity: 'information',
  references: ['CWE-250', 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  dialects: ['server'],
  isOptIn: true,
  directive: 'requirepass',
  when: ({ text }, { config }) =>
    text !== '' &&
    config.defaultUser.decidedBy === 'requirepass' &&
    config.users.length === 0 &&
    !config.mayBeSaidElsewhere &&
    has(config.target, 'acl-users'),
  message:
    'Everybody logs in with this one password and may run every command. Define an ACL user for each application.',
  at: nameOf,
  also: ['users', 'elsewhere'],
});
