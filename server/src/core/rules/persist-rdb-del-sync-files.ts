import { isOn, takesNoSnapshots } from './building-blocks/values-in-force.js';
import { valueRule } from './value-rule.js';

/** The server deletes them only where it keeps no data on disk anyway. */
export const persistRdbDelSyncFiles = valueRule({
  id: 'persist-rdb-del-sync-files',
  summary: 'files of the synchronisation are to be deleted, but never are',
  category: 'persistence',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  dialects: ['server'],
  directive: 'rdb-del-sync-files',
  when: ({ lower }, { config }) =>
    lower === 'yes' &&
    config.inForce('save')?.isKnown === true &&
    (isOn(config, 'appendonly') || !takesNoSnapshots(config)),
  message: '"rdb-del-sync-files" has no effect: it works only without snapshots and append-only file. Remove the line.',
  remedy: { unset: true, effect: 'safe', isPreferred: true },
  tags: ['unnecessary'],
  also: ['save', 'appendonly'],
});
