import type { EnvironmentVariable, HostFacts } from '../config/host-facts.js';
import { sourceIn } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { replaceAt } from './building-blocks/edits.js';
import { emptyPasswordVariable } from './building-blocks/filled-passwords.js';
import { CLIENTS_MUST_SEND_IT } from './building-blocks/password-fixes.js';
import type { Fix, Problem, Rule, RuleInput } from './rule.js';

export const envEmptyPassword: Rule = {
  id: 'env-empty-password',
  summary: 'an image is told that its server needs no password',
  category: 'deployment',
  severity: 'error',
  references: ['CWE-306', 'https://github.com/bitnami/containers/tree/main/bitnami/redis'],
  dialects: ['server'],
  reads: ['deployment', 'requirepass', 'user', 'aclfile', 'users'],
  check: checkEnvEmptyPassword,
};

/** The image starts without a password only where none is given; it switches protected mode off then. */
function* checkEnvEmptyPassword({ config }: RuleInput): Iterable<Problem> {
  const { facts, published } = config.deployment;
  const variable = emptyPasswordVariable(config);
  if (!facts || !variable) return;
  yield {
    at: variable.at,
    message: `"ALLOW_EMPTY_PASSWORD" lets the server start without a password and protected mode. Set "${nameIn(facts)}" instead.`,
    severity: published.value === 'network' ? 'error' : 'warning',
    fixes: () => passwordFix(config, variable),
  };
}

const nameIn = ({ image }: HostFacts): string =>
  /valkey/i.test(image?.text ?? '') ? 'VALKEY_PASSWORD' : 'REDIS_PASSWORD';

/** An item of a list, or a key with its value: whole lines of a compose file. */
const ENTRY = /^([ \t]*)(- ["']?)?ALLOW_EMPTY_PASSWORD(=|: +)(["']?)(?:yes|true|1)(["']?)[ \t]*$/i;

function passwordFix({ deployment }: ResolvedConfiguration, { at }: EnvironmentVariable): readonly Fix[] {
  const text = sourceIn(deployment.hosts, at.source)?.file.lines.at(at.line)?.text ?? '';
  const [, indent = '', item = '', assigns, , quote = ''] = ENTRY.exec(text) ?? [];
  if (assigns === undefined || deployment.facts?.kind !== 'compose') return [];
  const name = nameIn(deployment.facts);
  const closing = item === '' ? '' : quote;
  const line = `${indent}${item}${name}${assigns}\${${name}:?set ${name}}${closing}`;
  return [
    {
      ...CLIENTS_MUST_SEND_IT,
      title: `Ask for ${name}: clients must send it`,
      edits: [replaceAt({ source: at.source, line: at.line, at: { start: 0, end: text.length } }, line)],
    },
  ];
}
