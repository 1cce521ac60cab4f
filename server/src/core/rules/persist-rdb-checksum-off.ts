import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { mayBeOn } from './building-blocks/values-in-force.js';
import { valueRule } from './value-rule.js';

/** What writes no snapshot and no append-only file reads none when it starts. */
export const persistRdbChecksumOff = valueRule({
  id: 'persist-rdb-checksum-off',
  summary: 'snapshots are written without a checksum',
  category: 'persistence',
  severity: 'warning',
  references: ['CWE-354', 'https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  dialects: ['server'],
  directive: 'rdbchecksum',
  when: ({ lower }, { config }) => lower === 'no' && (maySave(config) || mayBeOn(config, 'appendonly')),
  message: '"rdbchecksum" is "no": a damaged snapshot is loaded as if it were whole. Set it to "yes".',
  remedy: {
    set: 'yes',
    effect: 'speed',
    consequence: 'Saving and loading a snapshot takes about a tenth longer, and a damaged one is refused.',
  },
  also: ['save', 'appendonly'],
});

function maySave({ inForce }: ResolvedConfiguration): boolean {
  const save = inForce('save');
  return !save?.isKnown || save.values.some((value) => value !== '');
}
