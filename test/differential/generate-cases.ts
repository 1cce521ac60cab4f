import * as fc from 'fast-check';
import { type Catalog, catalogFor, DIRECTIVE_NAMES, factsOf } from '../../server/src/core/directives/catalog.js';
import type { Target } from '../../server/src/core/directives/target.js';
import type { ConfigurationCase } from './configuration-case.js';
import { aclFile, renameWords, userWords } from './generate-acl.js';
import { withIncludes } from './generate-includes.js';
import { networkCases } from './generate-network.js';
import { sentinelCases } from './generate-sentinel.js';
import { fileOf, lineOf, otherLine, withNoise } from './generate-text.js';
import { valueWords } from './generate-values.js';
import { isGenerated, isHarmless, needsTlsBuild } from './host-dependent.js';

export interface GenerationOptions {
  /** Files of a Sentinel only. */
  readonly isSentinel?: boolean;
  readonly target: Target;
  /** Whether the server at hand was built with TLS; where it wasn't, older ones don't know the directives. */
  readonly hasTls: boolean;
}

const NAMED_SPECIALLY = new Set(['include', 'user', 'rename-command', 'sentinel', 'aclfile']);

/** Configurations for a target: single lines, files of several, includes, ACLs, noise. */
export function configurationCases({
  target,
  hasTls,
  isSentinel = false,
}: GenerationOptions): fc.Arbitrary<ConfigurationCase> {
  const catalog = catalogFor(target);
  const line = linesFor(catalog, hasTls);
  if (isSentinel) return sentinelCases(line);
  const whole = fc.array(line, { minLength: 1, maxLength: 7 }).chain(fileOf);
  const alone = (text: fc.Arbitrary<string>) =>
    text.map((content): ConfigurationCase => ({ text: content, files: {} }));
  return fc
    .oneof(
      { weight: 1, arbitrary: sentinelCases(line) },
      { weight: 5, arbitrary: alone(line) },
      { weight: 4, arbitrary: alone(whole) },
      { weight: 2, arbitrary: alone(whole.chain(withNoise)) },
      { weight: 3, arbitrary: withIncludes(line) },
      { weight: 4, arbitrary: networkCases },
      { weight: 1, arbitrary: withAclFile(line) },
    )
    .filter(({ text, files }) => isHarmless([text, ...Object.values(files)]));
}

function linesFor(catalog: Catalog, hasTls: boolean): fc.Arbitrary<string> {
  const isWanted = (name: string) =>
    isGenerated(name) && !NAMED_SPECIALLY.has(name) && (hasTls || !needsTlsBuild(name, catalog.target));
  const known = fc.constantFrom(...catalog.spellings.filter(isWanted)).chain((spelling) => {
    const directive = catalog.lookup(spelling);
    return directive ? valueWords(directive).chain((words) => lineOf(spelling, words)) : fc.constant(spelling);
  });
  const everySpelling = DIRECTIVE_NAMES.flatMap((name) => Object.keys(factsOf(name).spellings)).filter(isWanted);
  const foreign = fc
    .tuple(fc.constantFrom(...everySpelling), fc.constantFrom('1', 'yes', ''))
    .map((words) => words.join(' '));
  const near = fc
    .tuple(fc.constantFrom(...everySpelling), fc.nat(6))
    .map(([name, at]) => `${name.slice(0, at)}${name.slice(at + 1)} yes`)
    .filter((text) => isHarmless([text]));
  return fc.oneof(
    { weight: 24, arbitrary: known },
    { weight: 5, arbitrary: userWords.chain((words) => lineOf('user', words)) },
    { weight: 2, arbitrary: renameWords.chain((words) => lineOf('rename-command', words)) },
    { weight: 3, arbitrary: otherLine },
    { weight: 1, arbitrary: foreign },
    { weight: 1, arbitrary: near },
  );
}

function withAclFile(line: fc.Arbitrary<string>): fc.Arbitrary<ConfigurationCase> {
  const named = fc.constantFrom(
    'aclfile users.acl',
    'aclfile "users.acl"',
    'aclfile missing.acl',
    'aclfile ""',
    'AclFile users.acl',
  );
  return fc
    .tuple(fc.array(line, { maxLength: 2 }), named, fc.array(line, { maxLength: 1 }), aclFile)
    .chain(([before, acl, after, users]) =>
      fileOf([...before, acl, ...after]).map((text) => ({ text, files: { 'users.acl': users } })),
    );
}
