import { replaceAt } from '../../server/src/core/rules/building-blocks/edits.js';
import { type Impact, needsReview } from '../../server/src/core/rules/rule.js';
import type { Effect, Rule } from '../../server/src/core/service.js';
import { rangeOnLine } from '../../server/src/core/text/span.js';

export const EFFECTS: readonly Effect[] = ['none', 'safe', 'access', 'data', 'speed'];

/** Where the fix of an effect changes a text whose lines are the effects, and where its change stands afterwards. */
export function fixOfEffect(effect: Effect) {
  const line = EFFECTS.indexOf(effect);
  return {
    range: rangeOnLine(line, { start: 0, end: effect.length }),
    rangeAfter: rangeOnLine(line, { start: 0, end: `${effect} fixed`.length }),
  };
}

const impactOf = (effect: Effect): Impact =>
  needsReview(effect) ? { effect, consequence: `It is ${effect}.` } : { effect };

/** Finds every line that is called like an effect, and offers a fix of that effect. */
export const ruleOfEffects: Rule = {
  id: 'test-effects',
  summary: 'A line that is called like an effect.',
  category: 'syntax',
  severity: 'warning',
  references: [],
  reads: ['files', 'lines'],
  *check({ config: { root } }) {
    for (const [line, { text }] of root.file.lines.entries()) {
      const effect = EFFECTS.find((each) => each === text);
      if (!effect) continue;
      const at = { source: root.id, line, at: { start: 0, end: text.length } };
      yield {
        at,
        message: `"${effect}" is an effect. Fix it.`,
        fixes: () => [
          { ...impactOf(effect), title: `Fix ${effect}: it changes`, edits: [replaceAt(at, `${effect} fixed`)] },
        ],
      };
    }
  },
};
