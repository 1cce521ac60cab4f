import * as fc from 'fast-check';
import type { ConfigurationCase } from './configuration-case.js';
import { aclFile } from './generate-acl.js';
import { fileOf } from './generate-text.js';

const INCLUDES = [
  'a.conf',
  'b.conf',
  './a.conf',
  'conf.d/*.conf',
  'conf.d/1.conf',
  'conf.d/2.conf',
  'conf.d/../a.conf',
  'conf.d/[12].conf',
  'conf.d/[!1].conf',
  'conf.d/[[:digit:]].conf',
  'none/*.conf',
  'conf.d',
  'missing.conf',
  '',
  '""',
  '"a.conf"',
  'a.conf b.conf',
  'conf.d/?.conf',
  'data/*.conf',
  'data/c.conf',
  'c.conf',
  '../a.conf',
  '*/2.conf',
];

/** Exactly these may be given to a server although they name a place of the machine: they lead nowhere else. */
export const FOLDER_LINES: readonly string[] = [
  'dir .',
  'dir ./',
  'dir data',
  'dir ./data/',
  'dir "data"',
  'dir data/../conf.d',
  'dir missing',
  'dir a.conf',
  'dir ""',
  'dir',
  'dir data conf.d',
];

/** Files that include others, also groups that match a pattern and include one of their own, and change the folder. */
export function withIncludes(line: fc.Arbitrary<string>): fc.Arbitrary<ConfigurationCase> {
  const include = fc.constantFrom(...INCLUDES).map((name) => `include ${name}`);
  const mixed = fc.oneof(
    { weight: 8, arbitrary: include },
    { weight: 8, arbitrary: line },
    { weight: 2, arbitrary: fc.constantFrom(...FOLDER_LINES) },
    { weight: 1, arbitrary: fc.constant('aclfile users.acl') },
  );
  const lines = fc.array(mixed, { minLength: 1, maxLength: 6 });
  const few = fc.array(line, { maxLength: 2 }).chain(fileOf);
  const nested = fc
    .array(fc.oneof({ weight: 3, arbitrary: line }, { weight: 1, arbitrary: include }), { maxLength: 2 })
    .chain(fileOf);
  return fc
    .tuple(lines.chain(fileOf), nested, few, nested, nested, few, aclFile)
    .map(([text, a, b, first, second, c, users]) => ({
      text,
      files: {
        'a.conf': a,
        'b.conf': b,
        'conf.d/1.conf': first,
        'conf.d/2.conf': second,
        'data/c.conf': c,
        'users.acl': users,
        'data/users.acl': users,
      },
    }));
}
