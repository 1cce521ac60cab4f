import * as fc from 'fast-check';
import {
  SENTINEL_STATEMENT_NAMES,
  type SentinelStatementName,
  sentinelStatement,
} from '../../server/src/core/directives/sentinel-statements.js';
import type { ConfigurationCase } from './configuration-case.js';
import { fileOf, lineOf, withNoise } from './generate-text.js';
import type { WordList } from './generate-values.js';
import { isHarmless } from './host-dependent.js';

const master = fc.oneof(
  { weight: 10, arbitrary: fc.constant('mymaster') },
  { weight: 2, arbitrary: fc.constantFrom('other', 'MyMaster', '', 'a b', 'ü', 'x\x00y') },
);
const address = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('127.0.0.1', '10.0.0.5', '::1', '0.0.0.0') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '127.1', '256.0.0.1', '127.0.0.1 ', 'fe80::1%lo', '*', '::ffff:1.2.3.4'),
  },
);
const atoi = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('1', '2', '5000', '6379', '65535') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('0', '-1', '65536', '', 'abc', '1x', ' 2', '+3', '007', '1.5', '0x10', '2147483648'),
  },
  { weight: 1, arbitrary: fc.constantFrom('4294967297', '-4294967295', '9223372036854775808', '99999999999999999999') },
);
const yesOrNo = fc.constantFrom('yes', 'no', 'YES', 'true', '');
const text = fc.constantFrom('x', '', 'a b', '"', '#x', 'ü', '\xff', 'get', 'GET', 'y'.repeat(300));
const ID = '0123456789abcdef0123456789abcdef01234567';
const id = fc.constantFrom(ID, ID.toUpperCase(), ID.slice(1), `${ID}0`, 'z'.repeat(40), '', 'x');

/** By what the data calls the argument. */
const ARGUMENTS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  name: master,
  host: address,
  ip: address,
  port: atoi,
  quorum: atoi,
  ms: atoi,
  n: atoi,
  epoch: atoi,
  'yes|no': yesOrNo,
  path: fc.constant('/bin/true'),
  'runid?': id,
  '40-char id': id,
};

const statement: fc.Arbitrary<WordList> = fc.constantFrom(...SENTINEL_STATEMENT_NAMES).chain(wordsOf);
const monitor = wordsOf('monitor');

function wordsOf(name: SentinelStatementName): fc.Arbitrary<WordList> {
  const args = fc.tuple(...(sentinelStatement(name)?.args ?? []).map((argument) => ARGUMENTS[argument] ?? text));
  const spelling = fc.oneof(
    { weight: 12, arbitrary: fc.constant<string>(name) },
    { weight: 1, arbitrary: fc.constantFrom(name.toUpperCase(), name.slice(1), '') },
  );
  const change = fc.oneof(
    { weight: 12, arbitrary: fc.constant('none') },
    { weight: 1, arbitrary: fc.constantFrom('one more', 'one less') },
  );
  return fc
    .tuple(spelling, args, change)
    .map(([first, values, how]) => [
      first,
      ...(how === 'one less' ? values.slice(0, -1) : how === 'one more' ? [...values, 'x'] : values),
    ]);
}

const sentinelLine = (words: fc.Arbitrary<WordList>) => words.chain((all) => lineOf('sentinel', all));
const GOOD_MASTER = fc.constant('sentinel monitor mymaster 127.0.0.1 6379 2');

/** Files of a Sentinel: its own statements in any order, among lines that a server takes too. */
export function sentinelCases(serverLine: fc.Arbitrary<string>): fc.Arbitrary<ConfigurationCase> {
  const line = fc.oneof(
    { weight: 10, arbitrary: sentinelLine(statement) },
    { weight: 2, arbitrary: sentinelLine(monitor) },
    { weight: 1, arbitrary: fc.constantFrom('sentinel', 'sentinel resolve-hostnames yes', 'x.y 1', 'nosuch 1', '#x') },
    { weight: 3, arbitrary: serverLine },
  );
  const lines = fc.array(line, { minLength: 1, maxLength: 6 });
  const withMaster = fc
    .tuple(lines, GOOD_MASTER, fc.nat(6))
    .map(([others, good, at]) => [...others.slice(0, at), good, ...others.slice(at)]);
  const whole = fc.oneof({ weight: 5, arbitrary: withMaster }, { weight: 1, arbitrary: lines }).chain(fileOf);
  return fc
    .oneof({ weight: 6, arbitrary: whole }, { weight: 1, arbitrary: whole.chain(withNoise) })
    .map((content): ConfigurationCase => ({ text: content, files: {}, isSentinel: true }))
    .filter((configuration) => isHarmless([configuration.text]));
}
