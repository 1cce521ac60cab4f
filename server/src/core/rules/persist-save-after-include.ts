import type { Occurrence } from '../config/occurrence.js';
import { has } from '../directives/capabilities.js';
import { removeLine, replaceArguments } from './building-blocks/edits.js';
import { wholeDirective } from './building-blocks/places.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const persistSaveAfterInclude: Rule = {
  id: 'persist-save-after-include',
  summary: 'a save line that the next one replaces, because both are below an include line',
  category: 'persistence',
  severity: 'warning',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  dialects: ['server'],
  about: ['save'],
  reads: ['save'],
  check: checkSavePoints,
};

/**
 * Before Redis 7.0 lines of one file add up, wherever they stand. A file that replaces what it includes is what includes
 * are for; nobody means to replace a line of one's own.
 */
function* checkSavePoints({ config }: RuleInput): Iterable<Problem> {
  if (!has(config.target, 'save-replaces-below-include')) return;
  const lines = config.occurrences('save').filter(({ shown }) => shown !== undefined);
  const replacing = nextReplacing(lines);
  for (const [index, line] of lines.entries()) {
    const next = replacing[index];
    if (!line.shown || !next?.shown || next.source !== line.source || next.line <= line.line) continue;
    yield {
      at: wholeDirective(line),
      message:
        'Below an "include" line each "save" line replaces those before it, so this one has no effect. Write all save points in one line.',
      related: [{ at: wholeDirective(next), message: 'This line replaces it.' }],
      fixes: () => [
        {
          title: 'Move them to the line that counts: more snapshots',
          effect: 'speed',
          consequence: 'The server takes a snapshot as often as either of the lines says.',
          edits: [removeLine(line), replaceArguments(next, `${line.shown} ${next.shown}`)],
        },
      ],
      tags: ['unnecessary'],
    };
  }
}

/** For each line the first one below it that begins afresh. */
function nextReplacing(lines: readonly Occurrence[]): readonly (Occurrence | undefined)[] {
  let next: Occurrence | undefined;
  const found = lines.toReversed().map((line) => {
    const below = next;
    if (line.shown === '' || line.isAfterInclude) next = line;
    return below;
  });
  return found.reverse();
}
