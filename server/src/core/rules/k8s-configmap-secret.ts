import type { ConfigSource } from '../config/occurrence.js';
import { sourceIn } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import { replaceAt } from './building-blocks/edits.js';
import { literalPasswords, PASSWORD_TRIGGERS } from './building-blocks/written-passwords.js';
import type { Fix, Problem, Rule, RuleInput, SourceEdit } from './rule.js';

export const k8sConfigmapSecret: Rule = {
  id: 'k8s-configmap-secret',
  summary: 'a password in a ConfigMap, which more people can read than a Secret',
  category: 'deployment',
  severity: 'warning',
  references: ['CWE-312', 'https://kubernetes.io/docs/concepts/configuration/secret/'],
  dialects: ['server', 'sentinel', 'acl'],
  reads: ['deployment', ...PASSWORD_TRIGGERS],
  check: checkK8sConfigmapSecret,
};

function* checkK8sConfigmapSecret({ config }: RuleInput): Iterable<Problem> {
  for (const { at, label, source } of literalPasswords(config)) {
    if (source.holder !== 'public') continue;
    yield {
      at,
      message: `The password in ${label} is in a ConfigMap: whoever may read those reads it. Keep it in a Secret.`,
      state: source.id,
      fixes: () => secretFix(config, source),
    };
  }
}

/** The object as a Secret; none where its two keys are not written as everybody writes them. */
function secretFix({ deployment }: ResolvedConfiguration, { path, place }: ConfigSource): readonly Fix[] {
  const document = sourceIn(deployment.hosts, path);
  const edits = document ? [...asSecret(document, place.anchor.start.line)] : [];
  if (edits.length !== 2) return [];
  return [
    {
      title: 'Make it a Secret: Pods must name that instead',
      effect: 'access',
      consequence: 'Pods that use the ConfigMap do not start until they name the Secret.',
      edits,
    },
  ];
}

const KEY = /^(kind|data):[ \t]*(?:(ConfigMap)[ \t]*)?$/;

/** The lines of the object that a line belongs to. */
function* asSecret({ id, file: { lines } }: Pick<ConfigSource, 'id' | 'file'>, line: number): Iterable<SourceEdit> {
  const isBorder = (at: number) => /^(?:---|\.\.\.)/.test(lines.at(at)?.text ?? '---');
  let first = line;
  while (first > 0 && !isBorder(first - 1)) first--;
  for (let at = first; at < lines.count && !isBorder(at); at++) {
    const text = lines.at(at)?.text ?? '';
    const [, key, kind] = KEY.exec(text) ?? [];
    if (key === 'kind' && kind) {
      const start = text.indexOf(kind);
      yield replaceAt({ source: id, line: at, at: { start, end: start + kind.length } }, 'Secret');
    } else if (key === 'data' && !kind)
      yield replaceAt({ source: id, line: at, at: { start: 0, end: 4 } }, 'stringData');
  }
}
