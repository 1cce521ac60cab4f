import { valueRule } from './value-rule.js';

export const persistAofFsyncNo = valueRule({
  id: 'persist-aof-fsync-no',
  summary: 'the append-only file is flushed only when the kernel decides to',
  category: 'persistence',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  dialects: ['server'],
  directive: 'appendfsync',
  onlyWith: 'appendonly',
  when: 'no',
  message: 'With "appendfsync no" a crash of the machine loses up to 30 seconds of writes. Set it to "everysec".',
  remedy: {
    set: 'everysec',
    effect: 'speed',
    consequence: 'The disk is flushed every second, and writes wait where it does not keep up.',
  },
});
