import { wholeDirective } from './building-blocks/places.js';
import { isOn, takesNoSnapshots } from './building-blocks/values-in-force.js';
import { valueRule } from './value-rule.js';

/** The append-only file has every write, and a server that saves nothing has nothing to drop. */
export const persistShutdownNosave = valueRule({
  id: 'persist-shutdown-nosave',
  summary: 'a signal ends the server without a last snapshot',
  category: 'persistence',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/reference/signals/'],
  dialects: ['server'],
  directive: ['shutdown-on-sigterm', 'shutdown-on-sigint'],
  when: ({ values }, { config }) =>
    values.some((value) => value.toLowerCase() === 'nosave') &&
    !isOn(config, 'appendonly') &&
    !takesNoSnapshots(config),
  at: wholeDirective,
  message: ({ name }) =>
    `"${name}" with "nosave" drops the writes since the last snapshot. Remove the line to save before the server stops.`,
  remedy: ({ name }) => [
    {
      unset: true,
      title: `Remove ${name}`,
      effect: 'speed',
      consequence: 'The server takes as long as a snapshot to stop: give the service manager time for it.',
    },
  ],
  also: ['save', 'appendonly'],
});
