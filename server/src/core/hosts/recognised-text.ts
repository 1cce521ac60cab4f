import type { Dialect } from '../config/occurrence.js';
import { evidenceOf, HEAD_BYTES, recognise } from '../project/recognise.js';

/** Keys that say it without the ending of a file: `redis-config`, `redisConf`, `sentinel.config`. */
const KEY = /^(?:redis|valkey|keydb|sentinel)[-_.]?conf(?:ig|iguration)?$/i;

/** What a text below a key is, by the key and by its lines; undefined: no configuration of a server. */
export function dialectOfText(key: string, text: string): Dialect | undefined {
  const head = text.slice(0, HEAD_BYTES);
  const found = recognise(key, head);
  if (found && (found.as === 'server' || found.as === 'sentinel' || found.as === 'acl')) return found.as;
  if (found || !KEY.test(key) || !isPlausible(head)) return undefined;
  return /^sentinel/i.test(key) ? 'sentinel' : 'server';
}

/** A key alone says little: `redis-config` holds the options of a client as often. */
function isPlausible(head: string): boolean {
  const lines = head.split('\n').map(evidenceOf);
  const isKnown = lines.some(({ users, others }) => users + others > 0);
  return isKnown && lines.every(({ unknown, otherSyntax }) => unknown + otherSyntax === 0);
}
