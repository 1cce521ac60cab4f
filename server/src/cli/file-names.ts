import path from 'node:path';
import { readHeadNow } from '../node/disk.js';

/** Names that are Redis' own, wherever the file stands. */
const OWN_NAME =
  /^(redis|valkey|keydb|(redis-|valkey-)?sentinel)\.conf$|^(redis|valkey|keydb|sentinel)[-_].*\.conf$|\.(redis|valkey|sentinel)\.conf$/i;
/** Names that are Redis' in a folder that is: `redis/my-redis-prod.conf`, `redis/6379.conf`. */
const NAME_IN_FOLDER = /redis|valkey|keydb|sentinel|^\d{4,5}\.conf$/i;
const REDIS_FOLDER = /redis|valkey|keydb|sentinel/i;
const FIRST_LINE = /^#+\s*(redis|valkey)\b.*\bconfig(uration)?\b/i;
const USER_LINE = /^[ \t]*user[ \t]+\S/m;
const LOOK_AT_BYTES = 4096;

/** Whether a file below a folder is a configuration of Redis, by its name; its text decides where the name can't. */
export function isRedisFile(file: string): boolean {
  const name = path.basename(file);
  if (OWN_NAME.test(name)) return true;
  if (/\.acl$/i.test(name)) return USER_LINE.test(readHeadNow(file, LOOK_AT_BYTES));
  if (!/\.conf$/i.test(name)) return false;
  const folder = path.basename(path.dirname(file));
  return (NAME_IN_FOLDER.test(name) && REDIS_FOLDER.test(folder)) || FIRST_LINE.test(readHeadNow(file, LOOK_AT_BYTES));
}
