import * as fc from 'fast-check';
import { CATEGORIES } from '../../server/src/core/acl/commands.js';
import rawCommands from '../../server/src/core/acl/data/commands.json';
import type { WordList } from './generate-values.js';

export const COMMAND_NAMES: readonly string[] = Object.keys(rawCommands.commands);
const HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const command = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('get', 'set', 'config', 'client', 'debug', 'GET', 'acl', 'eval', 'xread') },
  { weight: 4, arbitrary: fc.constantFrom(...COMMAND_NAMES) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'nosuch',
      '',
      'get|x',
      'config|nosuch',
      'config|get|x',
      'client|',
      '|x',
      'select|0',
      'json.set',
    ),
  },
);
const category = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('all', ...CATEGORIES) },
  { weight: 1, arbitrary: fc.constantFrom('nosuch', '', 'ALL', 'Read', 'search') },
);
const pattern = fc.constantFrom('*', 'app:*', '', 'a[b-c]?', 'x', '**', 'Ü', 'a"b');

const rule: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'on',
      'off',
      'nopass',
      'resetpass',
      'allkeys',
      'resetkeys',
      'allchannels',
      'resetchannels',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'allcommands',
      'nocommands',
      '+@all',
      '-@all',
      '~*',
      '&*',
      'reset',
      'sanitize-payload',
      'skip-sanitize-payload',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'clearselectors',
      'ON',
      'NoPass',
      '',
      '#',
      'db=0',
      'alldbs',
      'x',
      '#c',
      '+',
      '-',
      '(',
      ')',
      '@all',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '>p',
      '>',
      '>a b',
      '<p',
      '<x',
      `#${HASH}`,
      `!${HASH}`,
      `#${HASH.toUpperCase()}`,
      '#abc',
      '>p',
    ),
  },
  { weight: 5, arbitrary: fc.tuple(fc.constantFrom('+', '-'), command).map((parts) => parts.join('')) },
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom('+@', '-@'), category).map((parts) => parts.join('')) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('~', '%R~', '%W~', '%RW~', '%r~', '%wr~', '&'), pattern)
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom('%R', '%RR~x', '%X~x', '%rw', '%~x') },
);

const selector: fc.Arbitrary<readonly string[]> = fc
  .array(rule, { maxLength: 3 })
  .chain((rules) =>
    fc.constantFrom(
      [`(${rules.join(' ')})`],
      rules.length === 0 ? ['(', ')'] : [`(${rules[0]}`, ...rules.slice(1), ')'],
      [`(${rules.join(' ')}`],
      [`( ${rules.join(' ')} )`],
    ),
  );

const userName = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('alice', 'bob', 'default', 'app') },
  { weight: 1, arbitrary: fc.constantFrom('', '*', 'Default', 'a b', 'x\x00y', 'ü', '>x') },
);

/** `NAME RULE...`, the words after `user`. */
export const userWords: fc.Arbitrary<WordList> = fc
  .tuple(
    userName,
    fc.array(
      fc.oneof(
        { weight: 8, arbitrary: rule.map((word): readonly string[] => [word]) },
        { weight: 1, arbitrary: selector },
      ),
      { maxLength: 7 },
    ),
  )
  .map(([name, rules]) => [name, ...rules.flat()]);

/** An ACL file: no quotes, words at single blanks. */
export const aclFile: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 8, arbitrary: userWords.map((words) => ['user', ...words].join(' ')) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            '',
            '# comment',
            'user',
            'usr alice on',
            '  user carol on',
            'user dave  on',
            'user eve on ',
          ),
        },
      ),
      { maxLength: 3 },
    ),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
  )
  .map(([lines, end, isEnded]) => lines.join(end) + (isEnded ? end : ''));

/** `OLD NEW`, the words after `rename-command`. */
export const renameWords: fc.Arbitrary<WordList> = fc.tuple(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...COMMAND_NAMES.filter((name) => !name.includes('|'))) },
    { weight: 3, arbitrary: fc.constantFrom('FLUSHALL', 'flushdb', 'slaveof', 'REPLICAOF', 'keys') },
    { weight: 1, arbitrary: fc.constantFrom('nosuch', '', 'renamed', 'config|get') },
  ),
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('', 'renamed', 'RENAMED', 'hidden-1', 'a b') },
    { weight: 1, arbitrary: fc.constantFrom('get', 'GET', 'flushall', 'FLUSHDB', 'nosuch') },
  ),
);
