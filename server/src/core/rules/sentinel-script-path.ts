import { isInSharedFolder } from './building-blocks/folders.js';
import { quote } from './building-blocks/quote.js';
import { sentinelLines } from './building-blocks/sentinel-lines.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const sentinelScriptPath: Rule = {
  id: 'sentinel-script-path',
  summary: 'Sentinel runs a script from a directory that anybody may write to',
  category: 'sentinel',
  severity: 'warning',
  references: ['CWE-732', 'CWE-829', 'https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  dialects: ['sentinel'],
  reads: ['sentinel'],
  check: checkSentinelScriptPath,
};

const SCRIPTS = ['notification-script', 'client-reconfig-script'] as const;

function* checkSentinelScriptPath({ config }: RuleInput): Iterable<Problem> {
  for (const line of SCRIPTS.flatMap((subcommand) => sentinelLines(config, subcommand))) {
    const path = line.args[1] ?? '';
    const isShared = isInSharedFolder(path);
    if (!isShared && path.startsWith('/')) continue;
    const fault = isShared
      ? 'is where any local user may put another one'
      : 'depends on the directory in which Sentinel starts';
    yield {
      at: line.at(1),
      message: `The script ${quote(path, 60)} ${fault}. Use an absolute path that only root may write to.`,
    };
  }
}
