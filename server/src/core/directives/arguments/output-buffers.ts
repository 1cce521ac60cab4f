import { cString, readCInt, readCNumber } from '../c-numbers.js';
import { has } from '../capabilities.js';
import type { Target } from '../target.js';
import { misreadMemory, parseMemory } from '../values.js';
import { type ArgumentsReading, refuse, WRONG_COUNT } from './arguments-reading.js';

/** The classes of `client-output-buffer-limit` as CONFIG GET names and orders them. */
const CLASSES = ['normal', 'slave', 'pubsub'] as const;

/** `client-output-buffer-limit CLASS HARD SOFT SECONDS ...`: groups of four; one group before Redis 7.0. */
export function readOutputBuffers(args: readonly string[], target: Target): ArgumentsReading {
  const isOld = !has(target, 'output-buffer-groups');
  if (args.length % 4 !== 0 || (isOld && args.length !== 4)) return WRONG_COUNT;
  const groups: string[] = [];
  let misread: string | undefined;
  for (let at = 0; at < args.length; at += 4) {
    const [name = '', hard = '', soft = '', seconds = ''] = args.slice(at, at + 4);
    const ownName = bufferClass(name);
    if (ownName === undefined) return refuse('must be a class of clients that has a limit', at);
    if (/^replica/i.test(name) && !has(target, 'replica-words')) {
      return { problem: { code: 'not-in-enum', values: CLASSES }, index: at };
    }
    const bytes = [hard, soft].map((text) => (isOld ? readOldMemory(text) : parseMemory(text, target)));
    const wrong = bytes.indexOf(undefined);
    if (wrong >= 0) return { problem: { code: 'not-memory' }, index: at + 1 + wrong };
    const time = readCInt(seconds);
    if (!isOld && readCNumber(seconds).rest !== '') return { problem: { code: 'not-integer' }, index: at + 3 };
    if (time < 0n) return refuse('must not be negative', at + 3);
    misread ??= misreadMemory(hard, bytes[0] ?? 0n) ?? misreadMemory(soft, bytes[1] ?? 0n);
    groups.push(`${ownName} ${bytes[0]} ${bytes[1]} ${time}`);
  }
  return { shown: groups.join(' '), ...(misread === undefined ? {} : { misread }) };
}

/** All classes with their limits, after a line was added to those in force (both as CONFIG GET shows them). */
export function mergeOutputBuffers(inForce: string, line: string): string {
  const limits = new Map<string, string>();
  for (const groups of [inForce, line]) {
    const words = groups.split(' ');
    for (let at = 0; at + 3 < words.length; at += 4) limits.set(words[at] ?? '', words.slice(at, at + 4).join(' '));
  }
  return CLASSES.flatMap((name) => limits.get(name) ?? []).join(' ');
}

function bufferClass(name: string): (typeof CLASSES)[number] | undefined {
  const lower = cString(name).toLowerCase();
  return CLASSES.find((known) => known === (lower === 'replica' ? 'slave' : lower));
}

/** Before Redis 7.0 what is no memory value counts as 0, and a negative one as an unsigned number. */
function readOldMemory(text: string): bigint {
  const match = /^-(\d+)$/.exec(cString(text));
  if (match) return BigInt.asUintN(64, -BigInt(match[1] ?? '0'));
  return parseMemory(text, { product: 'redis', version: { major: 6, minor: 2, patch: 0 } }) ?? 0n;
}
