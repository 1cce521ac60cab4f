import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const pathDirRelative: Rule = {
  id: 'path-dir-relative',
  summary: 'the folder of the data depends on where the server is started',
  category: 'files',
  severity: 'information',
  references: ['CWE-73'],
  reads: ['dir'],
  check: checkPathDirRelative,
};

/** The stock files say `./`, which nobody chose. */
function* checkPathDirRelative({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'dir');
  if (!setting || setting.text === '' || /^(\/|[a-z]:[\\/])/i.test(setting.text)) return;
  yield {
    at: argumentAt(setting.from),
    message: `dir ${quote(setting.text, 60)} depends on where the server is started: elsewhere it starts empty. Write the whole path.`,
    severity: /^\.\/?$/.test(setting.text) ? 'hint' : 'information',
  };
}
