import type { Location } from '../../config/occurrence.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';
import type { Fix } from '../rule.js';
import { removeWord } from './edits.js';

/** For an ACL rule about a command or category that the target lacks. */
export function removeUnknownRule(config: ResolvedConfiguration, at: Location): Fix {
  return {
    title: 'Remove the rule',
    effect: 'access',
    consequence: 'No rule then says what this one was meant to allow or forbid: check what the user may do.',
    edits: [removeWord(config, at)],
  };
}
