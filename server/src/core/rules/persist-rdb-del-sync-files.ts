import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, isOn, removeAllLines } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const persistRdbDelSyncFiles: Rule = {
  id: 'persist-rdb-del-sync-files',
  summary: 'files of the synchronisation are to be deleted, but never are',
  category: 'persistence',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/replication/'],
  dialects: ['server'],
  reads: ['rdb-del-sync-files', 'save', 'appendonly'],
  check: checkPersistRdbDelSyncFiles,
};

/** The server deletes them only where it keeps no data on disk anyway. */
function* checkPersistRdbDelSyncFiles({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'rdb-del-sync-files');
  const save = config.setting('save');
  if (setting?.lower !== 'yes' || !save?.isKnown) return;
  if (!isOn(config, 'appendonly') && save.values.every((value) => value === '')) return;
  yield {
    at: argumentAt(setting.from),
    message: 'rdb-del-sync-files has no effect: it works only without snapshots and append-only file. Remove the line.',
    fixes: () => [
      removeAllLines(config, 'rdb-del-sync-files', 'Remove the line', { effect: 'safe', isPreferred: true }),
    ],
    tags: ['unnecessary'],
  };
}
