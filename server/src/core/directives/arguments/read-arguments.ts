import { cString } from '../c-numbers.js';
import { has } from '../capabilities.js';
import type { Directive } from '../catalog.js';
import type { Target } from '../target.js';
import { readValue } from '../values.js';
import { type ArgumentsReading, refuse, WRONG_COUNT } from './arguments-reading.js';
import { readAddresses, readReplicaOf } from './connections.js';
import { readFlags } from './flags.js';
import { readKeyspaceEvents } from './keyspace-events.js';
import { readOomScores, readPercentiles } from './number-lists.js';
import { readOutputBuffers } from './output-buffers.js';
import { readSave } from './save.js';

/**
 * Reads all arguments of a directive (byte strings) as the target's server does: their number and their values.
 * What depends on other lines (commands that exist, files, users) is not looked at here.
 */
export function readArguments(directive: Directive, args: readonly string[], target: Target): ArgumentsReading {
  const [only = ''] = args;
  if (directive.isIgnored) return args.length === 1 ? { shown: '' } : WRONG_COUNT;
  if (directive.kind === 'enum-flags') return readFlags(directive, args);
  switch (directive.name) {
    case 'save':
      return readSave(args, target);
    case 'client-output-buffer-limit':
      return readOutputBuffers(args, target);
    case 'oom-score-adj-values':
      return readOomScores(args);
    case 'latency-tracking-info-percentiles':
      return readPercentiles(args, target);
    case 'replicaof':
      return readReplicaOf(args);
    case 'bind':
    case 'rdma-bind':
      return args.length === 0 && !has(target, 'bind-to-nothing') ? WRONG_COUNT : readAddresses(args);
    case 'notify-keyspace-events':
      return args.length === 1 ? readKeyspaceEvents(only, target) : WRONG_COUNT;
    case 'dir':
      if (args.length !== 1) return WRONG_COUNT;
      return cString(only) === '' ? refuse('is empty', 0) : { shown: cString(only) };
    default:
      return readOthers(directive, args, target);
  }
}

function readOthers(directive: Directive, args: readonly string[], target: Target): ArgumentsReading {
  const [min, max] = directive.arity ?? [1, 1];
  if (args.length < min || (max !== null && args.length > max)) return WRONG_COUNT;
  if (directive.kind === 'special') return { shown: args.join(' ') };
  const reading = readValue(directive, args[0] ?? '', target);
  return 'problem' in reading ? { ...reading, index: 0 } : reading;
}
