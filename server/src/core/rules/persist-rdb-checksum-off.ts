import { valueRule } from './value-rule.js';

export const persistRdbChecksumOff = valueRule({
  id: 'persist-rdb-checksum-off',
  summary: 'snapshots are written without a checksum',
  category: 'persistence',
  severity: 'warning',
  references: ['CWE-354', 'https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  dialects: ['server'],
  directive: 'rdbchecksum',
  when: 'no',
  message: '"rdbchecksum" is "no": a damaged snapshot is loaded as if it were whole. Set it to "yes".',
  remedy: {
    set: 'yes',
    effect: 'speed',
    consequence: 'Saving and loading a snapshot takes about a tenth longer, and a damaged one is refused.',
  },
});
