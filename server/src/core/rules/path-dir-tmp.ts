import { resolvePath } from '../config/paths.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import { explicitSetting } from './building-blocks/settings.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const pathDirTmp: Rule = {
  id: 'path-dir-tmp',
  summary: 'data files are kept where others can read them and the system deletes them',
  category: 'files',
  severity: 'warning',
  references: ['CWE-377', 'CWE-379'],
  reads: ['dir'],
  check: checkPathDirTmp,
};

/** Sentinel keeps nothing but its own state there; its sample configuration says /tmp. */
function* checkPathDirTmp({ config }: RuleInput): Iterable<Problem> {
  const setting = explicitSetting(config, 'dir');
  if (
    !setting ||
    !/^\/(tmp|var\/tmp|dev\/shm)(\/|$)/.test(resolvePath('/', setting.text)) ||
    !setting.text.startsWith('/')
  )
    return;
  yield {
    at: argumentAt(setting.from),
    message: `dir ${quote(setting.text, 50)} is emptied by the system and open to every local user. Move the data, and then "dir", elsewhere.`,
    severity: config.dialect === 'sentinel' ? 'information' : 'warning',
  };
}
