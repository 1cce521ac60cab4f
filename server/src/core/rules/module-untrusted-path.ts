import { fileNameOf } from '../config/paths.js';
import { textOfBytes } from '../syntax/bytes.js';
import { isInSharedFolder } from './building-blocks/folders.js';
import { argumentAt } from './building-blocks/places.js';
import { quote } from './building-blocks/quote.js';
import type { Problem, Rule, RuleInput, Severity } from './rule.js';

export const moduleUntrustedPath: Rule = {
  id: 'module-untrusted-path',
  summary: 'a module is loaded from a place where others can put files',
  category: 'commands',
  severity: 'error',
  references: ['CWE-829', 'CWE-426', 'https://redis.io/docs/latest/develop/reference/modules/'],
  dialects: ['server'],
  about: ['loadmodule'],
  reads: ['loadmodule'],
  check: checkModules,
};

const HOME = /^\/(home|root|Users)\//;
/** Names under which published attacks drop their library. */
const ATTACK_NAMES: ReadonlySet<string> = new Set(['exp.so', 'exp_lin.so', 'system.so', 'module.so', 'red2.so']);

function* checkModules({ config }: RuleInput): Iterable<Problem> {
  for (const occurrence of config.occurrences('loadmodule')) {
    const word = occurrence.args[0];
    if (!word || occurrence.isTemplated) continue;
    const found = dangerOf(textOfBytes(word.value));
    if (!found) continue;
    yield {
      at: argumentAt(occurrence),
      message: `${quote(word.raw)} ${found.fact}. ${found.remedy}.`,
      severity: found.severity,
    };
  }
}

function dangerOf(
  path: string,
): { readonly fact: string; readonly remedy: string; readonly severity: Severity } | undefined {
  const remedy = 'Keep modules in a directory that only root may write to';
  if (isInSharedFolder(path)) {
    return { fact: 'is in a directory where every user of the machine can put code', remedy, severity: 'error' };
  }
  if (ATTACK_NAMES.has(fileNameOf(path).toLowerCase())) {
    return {
      fact: 'has the name of a library that attacks leave behind',
      remedy: 'Find out where it comes from',
      severity: 'error',
    };
  }
  if (!path.startsWith('/') && !/^[A-Za-z]:[\\/]/.test(path)) {
    return {
      fact: 'is looked up from the directory in which the server starts',
      remedy: 'Write the whole path',
      severity: 'warning',
    };
  }
  return HOME.test(path) ? { fact: 'belongs to a user, who can replace it', remedy, severity: 'warning' } : undefined;
}
