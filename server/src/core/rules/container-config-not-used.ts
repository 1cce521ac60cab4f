import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { insertBelowKey } from './building-blocks/document-edits.js';
import { quote } from './building-blocks/quote.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const containerConfigNotUsed: Rule = {
  id: 'container-config-not-used',
  summary: 'a configuration is put into a container, and the server is started without it',
  category: 'deployment',
  severity: 'warning',
  references: ['CWE-1188', 'https://hub.docker.com/_/redis'],
  reads: ['deployment'],
  check: checkConfiguration,
};

/** The official images read no file by themselves: one that the command does not name is only there. */
function* checkConfiguration({ config }: RuleInput): Iterable<Problem> {
  const unused = config.deployment.facts?.unusedConfiguration;
  if (!unused) return;
  yield {
    at: unused.at,
    message: `The server is started without ${quote(unused.path)}: its passwords and limits do not count. Name it first in the command.`,
    fixes: () => fixesOf(config, unused.path),
  };
}

/** Where there is no command yet. */
function fixesOf(config: ResolvedConfiguration, path: string): readonly Fix[] {
  const { facts, layers } = config.deployment;
  const hasWords = layers.some((layer) => layer.kind === 'arguments' && layer.source.file.lines.at(0)?.text !== '');
  if (facts?.kind !== 'compose' || facts.launch.by !== 'image' || hasWords) return [];
  const words = JSON.stringify([facts.launch.program, path]).replace(',', ', ').replaceAll('$', '$$$$');
  const edit = insertBelowKey(config, facts.at, `command: ${words}`);
  if (!edit) return [];
  return [
    {
      title: 'Start the server with the file',
      effect: 'access',
      consequence: 'What the file says counts then: passwords, limits, and where data is kept.',
      edits: [edit],
    },
  ];
}
