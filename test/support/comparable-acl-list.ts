import { has } from '../../server/src/core/directives/capabilities.js';
import type { Target } from '../../server/src/core/directives/target.js';

/** Single commands one after the other: ` +get +config|set -del`. */
const SINGLE_COMMANDS = /(?: [+-][^@ )][^ )]*)+/g;

/**
 * Lines of ACL LIST in a form that two starts of one server share. Before 7.2 it names single commands in the order of
 * a hash table with a random seed, another at each start: here in alphabetical order.
 */
export function comparableAclList(lines: readonly string[], target: Target): readonly string[] {
  if (has(target, 'acl-rules-kept')) return lines;
  return lines.map((line) =>
    line.replace(SINGLE_COMMANDS, (run) => {
      const [, ...commands] = run.split(' ');
      return commands
        .sort()
        .map((command) => ` ${command}`)
        .join('');
    }),
  );
}
