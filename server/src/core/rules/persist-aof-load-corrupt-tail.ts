import { argumentAt } from './building-blocks/places.js';
import { explicitSetting, removeAllLines } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const persistAofLoadCorruptTail: Rule = {
  id: 'persist-aof-load-corrupt-tail',
  summary: 'a damaged append-only file is cut without asking',
  category: 'persistence',
  severity: 'information',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  dialects: ['server'],
  reads: ['aof-load-corrupt-tail-max-size'],
  check: checkPersistAofLoadCorruptTail,
};

function* checkPersistAofLoadCorruptTail({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'aof-load-corrupt-tail-max-size');
  if (!setting || !(Number(setting.text) > 0)) return;
  yield {
    at: argumentAt(setting.from),
    message: `Up to ${setting.text} bytes of damaged writes are dropped at start without asking. Remove the line to be asked.`,
    fixes: () => [
      removeAllLines(config, 'aof-load-corrupt-tail-max-size', 'Remove the line', {
        effect: 'access',
        consequence:
          'After a crash that damaged the file the server does not start until redis-check-aof has mended it.',
      }),
    ],
  };
}
