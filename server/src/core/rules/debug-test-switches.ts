import type { DirectiveName } from '../directives/catalog.js';
import { valueRule } from './value-rule.js';

/** What the tests of the servers use, completing `"... 1" is for tests: ...`. */
const SWITCHES: Readonly<Partial<Record<DirectiveName, string>>> = {
  'rdb-key-save-delay': 'each key that a snapshot writes waits for that long',
  'key-load-delay': 'each key that the server loads at its start waits for that long',
  'watchdog-period': 'a signal interrupts the server in the middle of slow commands',
  'aof-disable-auto-gc': 'old files of the append-only log are never deleted and fill the disk',
};

const OFF: ReadonlySet<string> = new Set(['0', 'no']);

export const debugTestSwitches = valueRule({
  id: 'debug-test-switches',
  summary: 'a setting that is for tests of the server itself',
  category: 'commands',
  severity: 'warning',
  references: ['CWE-489', 'https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency/'],
  dialects: ['server'],
  directive: Object.keys(SWITCHES) as readonly DirectiveName[],
  when: ({ lower }) => !OFF.has(lower),
  message: ({ name, text }) => `"${name} ${text}" is for tests: ${SWITCHES[name]}. Remove the line.`,
  remedy: ({ name }) =>
    name === 'aof-disable-auto-gc'
      ? [{ unset: true, effect: 'data', consequence: 'Old files of the append-only log are then deleted.' }]
      : [{ unset: true, effect: 'safe', isPreferred: true }],
});
