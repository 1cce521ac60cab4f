import { posix } from 'node:path';
import * as fc from 'fast-check';
import { MEASURED_SERVERS } from '../../server/src/core/directives/servers.js';
import { RULES } from '../../server/src/core/rules/index.js';
import { parseTarget } from '../../server/src/core/service.js';
import { fixtureTree, textOfRoot } from '../clients/configuration-tree.js';
import type { ConfigurationCase } from '../differential/configuration-case.js';
import { aclFile, renameWords, userWords } from '../differential/generate-acl.js';
import { configurationCases } from '../differential/generate-cases.js';
import { withIncludes } from '../differential/generate-includes.js';
import { networkCases } from '../differential/generate-network.js';
import { lineOf } from '../differential/generate-text.js';
import { SLIPS } from '../secrets/slips.js';
import { fixturesOf, virtualPathOf } from '../support/fixtures.js';
import { CHARACTERS, COMMENTS, PROJECT_PIECES, PROJECTS, TEMPLATE_PIECES, WORDS } from './fragments.js';
import { type Circumstances, type FuzzInput, type RandomEdit, READERS, type Trial, type World } from './fuzz-input.js';
import { fragments, mutated } from './mutate.js';

const FOLDER = '/etc/redis';
const SERVER_FILE = `${FOLDER}/redis.conf`;
const SENTINEL_FILE = `${FOLDER}/sentinel.conf`;
const ACL_FILE = `${FOLDER}/users.acl`;
const TARGETS = MEASURED_SERVERS.flatMap((id) => parseTarget(id) ?? []);

const TREES = RULES.flatMap(({ id }) => fixturesOf(id)).map(fixtureTree);
const fixture: fc.Arbitrary<FuzzInput> = fc
  .constantFrom(...TREES)
  .map((tree) => ({ path: tree.root, text: textOfRoot(tree), files: Object.fromEntries(tree.files) }));
const textOfFixture = fixture.map(({ text }) => text);
const lineOfFixture = fc.constantFrom(...new Set(TREES.flatMap((tree) => textOfRoot(tree).split('\n'))));

const alone =
  (path: string) =>
  (text: string): FuzzInput => ({ path, text, files: {} });
const joined = (line: fc.Arbitrary<string>, end = '\n') =>
  fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join(end));
/** A few lines of a kind, among lines of fixtures. */
const among = (line: fc.Arbitrary<string>) =>
  joined(fc.oneof({ weight: 2, arbitrary: line }, { weight: 1, arbitrary: lineOfFixture }));

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array).toString('latin1'));
const words = fc
  .array(fc.oneof(fc.constantFrom(...CHARACTERS), fc.constantFrom(...WORDS), fc.constantFrom(' ', '\n'), fc.string()), {
    maxLength: 30,
  })
  .map((pieces) => pieces.join(''));

const spoiledFixture = fixture.chain((whole) =>
  fc
    .tuple(mutated(fc.constant(whole.text)), fc.boolean())
    .chain(([text, isWithAnother]) =>
      isWithAnother
        ? textOfFixture.map((other) => ({ ...whole, text: `${text}\n${other}` }))
        : fc.constant({ ...whole, text }),
    ),
);

const configuration = fc.constantFrom(...TARGETS).chain((target) => configurationCases({ target, hasTls: true }));
const spoiledCase = (cases: fc.Arbitrary<ConfigurationCase>) =>
  cases.chain(({ text, files, isSentinel = false }) =>
    mutated(fc.constant(text), fragments, 2).map(
      (spoiled): FuzzInput => ({
        path: isSentinel ? SENTINEL_FILE : SERVER_FILE,
        text: spoiled,
        files: Object.fromEntries(Object.entries(files).map(([name, each]) => [posix.join(FOLDER, name), each])),
      }),
    ),
  );

const userLine = userWords.chain((all) => lineOf('user', all));
const renameLine = renameWords.chain((all) => lineOf('rename-command', all));
const templateLine = fc
  .tuple(lineOfFixture, fc.nat(60), fc.constantFrom(...TEMPLATE_PIECES))
  .map(([line, at, piece]) => line.slice(0, at) + piece + line.slice(at));
const commentLine = fc.oneof(
  fc.constantFrom(...COMMENTS),
  fc.tuple(fc.constantFrom('#', '# ', '//', ';', '/* ', '<!-- ', '  # '), lineOfFixture).map((parts) => parts.join('')),
  fc.tuple(lineOfFixture, fc.constantFrom(...COMMENTS)).map((parts) => parts.join(' ')),
);

const project = fc
  .tuple(
    fc.oneof(textOfFixture, fc.constant('port 6379\n')),
    mutated(fc.constantFrom(...PROJECTS), fc.constantFrom(...PROJECT_PIECES, ...CHARACTERS)),
    fc.constantFrom(...PROJECTS),
  )
  .map(
    ([text, own, base]): FuzzInput => ({
      path: SERVER_FILE,
      text,
      files: { [`${FOLDER}/.redis-conf-lint.json`]: own, [`${FOLDER}/base.json`]: base },
    }),
  );

const slip = fc.constantFrom(...SLIPS).chain(({ name, text }) => {
  const path = virtualPathOf(name);
  // What stands around it may be wrong, but must not hold the canary or change the line itself.
  const around = joined(lineOfFixture.map((line) => line.replace(/\0/g, '')));
  return fc
    .tuple(around, around)
    .map(([before, after]): FuzzInput => ({ path, text: `${before}\n${text}${after}`, files: {} }));
});

/** By name: what `--generator` takes. */
export const GENERATORS: ReadonlyMap<string, fc.Arbitrary<FuzzInput>> = new Map([
  ['bytes', bytes.map(alone(SERVER_FILE))],
  ['words', words.map(alone(SERVER_FILE))],
  ['fixtures', spoiledFixture],
  ['configurations', spoiledCase(configuration)],
  [
    'sentinel',
    spoiledCase(
      fc.constantFrom(...TARGETS).chain((target) => configurationCases({ target, hasTls: true, isSentinel: true })),
    ),
  ],
  ['acl-files', mutated(aclFile).map(alone(ACL_FILE))],
  ['users', mutated(among(userLine)).map(alone(SERVER_FILE))],
  ['renames', mutated(among(renameLine), fragments, 2).map(alone(SERVER_FILE))],
  ['addresses', spoiledCase(networkCases)],
  ['templates', mutated(among(templateLine), fragments, 2).map(alone(SERVER_FILE))],
  ['comments', mutated(among(commentLine), fragments, 2).map(alone(SERVER_FILE))],
  ['includes', spoiledCase(withIncludes(fc.oneof(lineOfFixture, userLine)))],
  ['project', project],
  ['secrets', slip],
]);

const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-8', 'utf-8', 'latin-1'),
  dialect: fc.oneof(
    { weight: 12, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('server', 'sentinel', 'acl') },
  ),
  target: fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...TARGETS) },
  ),
  world: fc.oneof(
    { weight: 8, arbitrary: fc.constant<World>('files') },
    { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(READERS) as World[])) },
  ),
});

const edit: fc.Arbitrary<RandomEdit> = fc.record({
  at: fc.nat(10_000),
  removed: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(12) }),
  newText: fc.oneof(
    { weight: 6, arbitrary: fragments },
    { weight: 2, arbitrary: lineOfFixture.map((line) => `\n${line}\n`) },
    { weight: 1, arbitrary: fc.constant('') },
  ),
  isUndone: fc.boolean(),
});

/** One in so many inputs is fixed, too. */
const FIXED = 10;

export function trialsOf(input: fc.Arbitrary<FuzzInput>): fc.Arbitrary<Trial> {
  return fc.record({
    input,
    circumstances,
    edits: fc.oneof(fc.constant([]), fc.array(edit, { minLength: 1, maxLength: 2 })),
    places: fc.array(fc.nat(10_000), { maxLength: 2 }),
    isFixed: fc.nat(FIXED - 1).map((nth) => nth === 0),
  });
}
