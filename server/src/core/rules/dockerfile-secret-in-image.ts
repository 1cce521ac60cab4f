import { isPasswordValue, isPasswordVariable } from './building-blocks/password-variables.js';
import { quote } from './building-blocks/quote.js';
import { literalPasswords, PASSWORD_TRIGGERS } from './building-blocks/written-passwords.js';
import type { Problem, Rule, RuleInput } from './rule.js';

export const dockerfileSecretInImage: Rule = {
  id: 'dockerfile-secret-in-image',
  summary: 'a password that is stored in an image',
  category: 'deployment',
  severity: 'warning',
  references: ['CWE-312', 'https://docs.docker.com/build/building/secrets/'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['deployment', ...PASSWORD_TRIGGERS],
  check: checkDockerfileSecretInImage,
};

function* checkDockerfileSecretInImage({ config }: RuleInput): Iterable<Problem> {
  const { facts } = config.deployment;
  for (const { name, value, at, isInImage } of facts?.environment ?? []) {
    if (isInImage && isPasswordVariable(name) && isPasswordValue(value)) yield { at, message: messageOf(quote(name)) };
  }
  for (const { at, label, source } of literalPasswords(config)) {
    if (source.holder === 'image') yield { at, message: messageOf(label) };
  }
}

const messageOf = (name: string): string =>
  `The password in ${name} is stored in the image: whoever pulls it can read it. Give it when the container starts.`;
