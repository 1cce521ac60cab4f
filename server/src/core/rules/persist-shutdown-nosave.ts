import type { DirectiveName } from '../directives/catalog.js';
import { wholeDirective } from './building-blocks/places.js';
import { explicitSetting, isOn, removeAllLines } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const persistShutdownNosave: Rule = {
  id: 'persist-shutdown-nosave',
  summary: 'a signal ends the server without a last snapshot',
  category: 'persistence',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/reference/signals/'],
  dialects: ['server'],
  reads: ['shutdown-on-sigterm', 'shutdown-on-sigint', 'save', 'appendonly'],
  check: checkShutdown,
};

const SIGNALS: readonly DirectiveName[] = ['shutdown-on-sigterm', 'shutdown-on-sigint'];

/** The append-only file has every write, and a server that saves nothing has nothing to drop. */
function losesWrites(config: RuleInput['config']): boolean {
  const save = config.setting('save');
  return !isOn(config, 'appendonly') && !(save?.isKnown && save.values.every((value) => value === ''));
}

function* checkShutdown({ config }: RuleInput): Iterable<Problem> {
  for (const name of SIGNALS) {
    const setting = explicitSetting(config, name);
    if (!setting?.values.some((value) => value.toLowerCase() === 'nosave') || !losesWrites(config)) continue;
    yield {
      at: wholeDirective(setting.from),
      message: `${name} "nosave" drops the writes since the last snapshot. Remove the line to save on the way out.`,
      fixes: () => [
        removeAllLines(config, name, `Remove ${name}`, {
          effect: 'speed',
          consequence: 'The server takes as long as a snapshot to stop: give the service manager time for it.',
        }),
      ],
    };
  }
}
