import { removeLine } from './building-blocks/edits.js';
import { nameOf, wholeDirective } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const persistSaveEmptyMixed: Rule = {
  id: 'persist-save-empty-mixed',
  summary: 'snapshots are switched off and on again',
  category: 'persistence',
  severity: 'hint',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  dialects: ['server'],
  about: ['save'],
  reads: ['save'],
  check: checkPersistSaveEmptyMixed,
};

/** `save ""` clears what came before it, defaults included; later lines add again. */
function* checkPersistSaveEmptyMixed({ config }: RuleInput): Iterable<Problem> {
  const lines = config.occurrences('save');
  const clears = lines.findIndex(({ args, isTemplated }) => !isTemplated && args.length === 1 && args[0]?.value === '');
  const clearing = lines[clears];
  const later = lines.slice(clears + 1).find(({ args }) => args.length > 1);
  if (!clearing || !later || clears > 0) return;
  yield {
    at: wholeDirective(clearing),
    message:
      'An empty "save" switches snapshots off, and a later line switches them on again. Remove the one that is not meant.',
    related: [{ at: nameOf(later), message: 'Snapshots are on again from here.' }],
    fixes: () => [
      {
        title: 'Remove save "": snapshots stay on',
        effect: 'data',
        consequence:
          'Nothing changes for the server, but if no snapshots are meant the later lines are the ones to remove.',
        edits: [removeLine(clearing)],
      },
    ],
  };
}
