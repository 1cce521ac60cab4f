import { startsOf } from '../../server/src/core/config/meaning/starts.js';
import type { Target } from '../../server/src/core/directives/target.js';
import { type ConfigurationTree, textOfRoot, treeOf } from './configuration-tree.js';
import type { Subject } from './fixed-trees.js';
import { createTreeReader } from './tree-reader.js';

const ROOT_OF_JOINED = '/etc/redis/redis-joined.conf';

/** What may stand around the lines that a fix changes, and decides whether that takes something from somebody. */
const SURROUNDINGS: readonly ConfigurationTree[] = Object.entries({
  'open to everybody': 'protected-mode no\nbind * -::*\n',
  'open at one address': 'protected-mode no\nbind 10.0.0.5\n',
  'loopback only': 'bind 127.0.0.1 -::1\n',
  'a password': 'requirepass kq7ZpX2mVw9sLr4T\n',
  'protected mode alone': 'protected-mode yes\n',
  'a limited user': 'user app on >zQ7v2mXk9LpR4tWs ~app:* +@all -@dangerous\n',
  'nobody but a user': 'user default off\nuser app on >zQ7v2mXk9LpR4tWs ~* &* +@all\n',
  'a user without password': 'user app on nopass ~* &* +@all\n',
  'a replica': 'replicaof 10.0.0.9 6379\n',
  'a cluster': 'cluster-enabled yes\n',
  'a socket alone': 'port 0\nunixsocket /run/redis/redis.sock\n',
  'renamed commands': 'rename-command CONFIG settings\nrename-command DEBUG ""\n',
  'what only some may do': 'enable-debug-command local\nenable-protected-configs yes\nenable-module-command yes\n',
}).map(([name, text]) => treeOf(name, ROOT_OF_JOINED, text));

/**
 * Fixtures joined to one file: two or three that the target starts with, or any one with one or two surroundings before
 * or behind it. The same seed, the same files.
 */
export function joinedSubjects(
  subjects: readonly Subject[],
  target: Target,
  count: number,
  seed: number,
): readonly Subject[] {
  const reader = createTreeReader();
  const servers = subjects
    .map(({ tree }) => ({ tree, config: reader.load(tree, target) }))
    .filter(({ tree, config }) => tree.files.size === 1 && config.dialect === 'server');
  const all = servers.map(({ tree }) => tree);
  const startable = servers.filter(({ config }) => startsOf(config) === 'yes').map(({ tree }) => tree);
  const next = randomNumbers(seed);
  const pick = (trees: readonly ConfigurationTree[]) => trees[Math.floor(next() * trees.length)] ?? [];
  const maybe = (trees: readonly ConfigurationTree[]) => (next() < 0.5 ? pick(trees) : []);
  const several = () => [pick(startable), pick(startable), maybe(startable)];
  const surrounded = () => [maybe(SURROUNDINGS), pick(all), pick(SURROUNDINGS)];
  return Array.from({ length: count }, () => ({ tree: joined((next() < 0.3 ? several() : surrounded()).flat()) }));
}

function joined(trees: readonly ConfigurationTree[]): ConfigurationTree {
  const text = trees.map((tree) => textOfRoot(tree).replace(/\n?$/, '\n')).join('');
  return treeOf(trees.map(({ name }) => name).join(' + '), ROOT_OF_JOINED, text);
}

/** Between 0 and 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
}
