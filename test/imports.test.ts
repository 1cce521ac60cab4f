import assert from 'node:assert/strict';
import { circlesOf } from './support/circles.js';
import { ROOT } from './support/fixtures.js';
import { fileImported, importViolations, readSources, roomOf } from './support/import-table.js';
import { importsOf } from './support/imports.js';

const sources = readSources(ROOT);

/** What would make an answer depend on anything but its question; `lib` and `types` of core's compiler keep out the rest. */
const IMPURE =
  /\bMath\.random\b|\b(?:Date|Intl|WeakRef|FinalizationRegistry|globalThis)\b|\btoLocale\w+|\blocaleCompare\b|\b(?:eval|Function)\(|\b(?:set(?:Timeout|Interval|Immediate)|queueMicrotask|fetch)\(|\b(?:performance|console|process|crypto)\.\w/;

const impureLines = (text: string): readonly string[] => text.split('\n').filter((line) => IMPURE.test(line));

describe('who may import whom', () => {
  it('holds for every source that ships', () => {
    assert.ok(sources.length > 400, 'sources were found');
    assert.deepEqual(importViolations(sources), []);
  });

  it('has a room for every file', () => {
    assert.deepEqual(
      sources.filter(({ path }) => !roomOf(path)).map(({ path }) => path),
      [],
    );
  });

  const planted: readonly (readonly [what: string, path: string, text: string])[] = [
    ['text reads the configuration', 'core/text/planted.ts', "import { x } from '../config/occurrence.js';"],
    [
      'syntax asks for the type of a directive',
      'core/syntax/planted.ts',
      "import type { X } from '../directives/catalog.js';",
    ],
    ['facts know of ACL rules', 'core/directives/planted.ts', "import { x } from '../acl/commands.js';"],
    [
      'the ground of the configuration knows what is read',
      'core/config/planted.ts',
      "import type { X } from './reading/glob.js';",
    ],
    ['reading asks who can log in', 'core/config/reading/planted.ts', "import { x } from '../users/users.js';"],
    [
      'users ask how open the server is',
      'core/config/users/planted.ts',
      "import type { X } from '../meaning/exposure.js';",
    ],
    [
      'meaning asks for the whole',
      'core/config/meaning/planted.ts',
      "import type { X } from '../resolved-configuration.js';",
    ],
    ['a check shows a word', 'core/config/checks/planted.ts', "import { x } from '../showing/shown-words.js';"],
    ['what is shown hangs on a check', 'core/config/showing/planted.ts', "import { x } from '../checks/doubt.js';"],
    ['the result holds code', 'core/config/resolved-configuration.ts', "import { x } from './meaning/exposure.js';"],
    [
      'what only asks what a file is loads the catalog',
      'core/project/recognise.ts',
      "import { x } from '../directives/catalog.js';",
    ],
    ['core reads a file', 'core/config/planted.ts', "import { readFileSync } from 'node:fs';"],
    ['core takes a package', 'core/directives/planted.ts', "import { x } from 'jsonc-parser';"],
    ['an answer runs a rule', 'core/answers/planted.ts', "import { x } from '../rules/rule.js';"],
    ['a rule imports another rule', 'core/rules/net-planted.ts', "import { x } from './net-bind-all.js';"],
    ['a rule imports the registry', 'core/rules/net-planted.ts', "import { RULES } from './index.js';"],
    ['a rule runs the linter', 'core/rules/net-planted.ts', "import { x } from '../lint/run-rules.js';"],
    [
      'a rule loads a configuration',
      'core/rules/net-planted.ts',
      "import { x } from '../config/load-configuration.js';",
    ],
    [
      'the contract leans on a building block',
      'core/rules/rule.ts',
      "import type { X } from './building-blocks/quote.js';",
    ],
    [
      'a building block imports a rule',
      'core/rules/building-blocks/planted.ts',
      "import { x } from '../net-bind-all.js';",
    ],
    [
      'a building block imports the registry',
      'core/rules/building-blocks/planted.ts',
      "import { RULES } from '../index.js';",
    ],
    ['the linter chooses the rules', 'core/lint/planted.ts', "import { RULES } from '../rules/index.js';"],
    ['the linter knows a rule', 'core/lint/planted.ts', "import { x } from '../rules/net-bind-all.js';"],
    ['a feature asks the facade', 'core/features/planted.ts', "import { createService } from '../service.js';"],
    ['a feature runs the linter', 'core/features/planted.ts', "import { x } from '../lint/run-rules.js';"],
    ['a second facade stands beside the first', 'core/planted.ts', "import { x } from './lint/run-rules.js';"],
    ['a folder has no room', 'core/planted/planted.ts', "import { x } from '../text/span.js';"],
    ['the disk knows the command line', 'node/planted.ts', "import type { X } from '../cli/host.js';"],
    [
      'a document knows the answers about it',
      'lsp/documents/planted.ts',
      "import { x } from '../answers/analysis.js';",
    ],
    ['an answer knows the session', 'lsp/answers/planted.ts', "import { x } from '../session.js';"],
    ['the server holds a second engine', 'lsp/answers/planted.ts', "import { x } from '../../core/lint/run-rules.js';"],
    [
      'a feature brings the engine before the client has its answer',
      'lsp/features/planted.ts',
      "import { hover } from '../../core/service.js';",
    ],
    ['a feature brings an answer', 'lsp/features/planted.ts', "import { x } from '../answers/code-actions.js';"],
    ['the session imports Node', 'lsp/session.ts', "import { readFileSync } from 'node:fs';"],
    ['what runs in browsers reads the disk', 'lsp/planted.ts', "import { readFileLater } from '../node/disk.js';"],
    ['the server chooses a transport', 'lsp/server.ts', "import { x } from 'vscode-languageserver/node';"],
    ['the browser runs Node', 'lsp/main.browser.ts', "import { x } from 'vscode-languageserver/node';"],
    ['the command line serves editors', 'cli/planted.ts', "import { x } from '../lsp/session.js';"],
    ['the command line chooses the rules', 'cli/planted.ts', "import { RULES } from '../core/rules/index.js';"],
    ['the client runs the engine', 'client/client.ts', "import { x } from '../server/src/core/service.js';"],
    ['a lazy import slips through', 'core/lint/planted.ts', "const fs = await import('node:fs');"],
    ['a computed import slips through', 'core/lint/planted.ts', "const fs = await import('node:' + name);"],
    ['a required module slips through', 'core/lint/planted.ts', "const fs = require('node:fs');"],
    ['an import for its effect slips through', 'core/lint/planted.ts', "import '../rules/index.js';"],
    ['an export of everything slips through', 'core/text/planted.ts', "export * from '../config/paths.js';"],
    [
      'an import over several lines slips through',
      'core/syntax/planted.ts',
      "import {\n  a,\n  b,\n} from '../config/paths.js';",
    ],
    [
      'a value beside types slips through',
      'lsp/answers/planted.ts',
      "import { type A, b } from '../../core/lint/cap.js';",
    ],
  ];
  for (const [what, path, text] of planted) {
    it(`catches that ${what}`, () => assert.equal(importViolations([{ path, text }]).length, 1));
  }

  const innocent: readonly (readonly [what: string, path: string, text: string])[] = [
    [
      'the client that asks what a file is',
      'client/client.ts',
      "import { x } from '../../server/src/core/project/recognise.js';",
    ],
    ['a type of core, which is erased', 'lsp/answers/planted.ts', "import type { X } from '../../core/lint/cap.js';"],
    ['types among braces', 'lsp/answers/planted.ts', "import { type A, type B } from '../../core/lint/cap.js';"],
    ['Node in the main that is for it', 'lsp/main.node.ts', "import { randomBytes } from 'node:crypto';"],
    ['the registry in the facade', 'core/service.ts', "import { RULES } from './rules/index.js';"],
  ];
  for (const [what, path, text] of innocent) {
    it(`lets pass ${what}`, () => assert.deepEqual(importViolations([{ path, text }]), []));
  }
});

describe('a file can be understood without those that build upon it', () => {
  it('as no two import each other, not even their types, however far round', () => {
    const graph = sources.map(({ path, text }): readonly [string, readonly string[]] => [
      path,
      importsOf(text).map(({ specifier }) => fileImported(path, specifier)),
    ]);
    assert.deepEqual(circlesOf(new Map(graph)), []);
  });

  it('which the search for circles finds out', () => {
    const graph = { a: ['b', 'z'], b: ['c'], c: ['a', 'd'], d: ['e'], e: [], f: ['f', 'a'] };
    assert.deepEqual(circlesOf(new Map(Object.entries(graph))), [['a', 'b', 'c']]);
  });
});

describe('core answers the same to the same question', () => {
  it('as nothing in it asks for the time, for chance, for the machine or its language', () => {
    const core = sources.filter(({ path }) => path.startsWith('core/'));
    assert.deepEqual(
      core.flatMap(({ path, text }) => impureLines(text).map((line) => `${path}: ${line}`)),
      [],
    );
  });

  for (const line of [
    'const salt = Math.random();',
    'const now = Date.now();',
    'const now = new Date();',
    'setTimeout(retry, 10);',
    'const start = performance.now();',
    'console.log(line);',
    'words.sort((a, b) => a.localeCompare(b));',
    'const { env } = process.versions;',
    'crypto.randomUUID();',
  ]) {
    it(`so that this may not stand there: ${line}`, () => assert.deepEqual(impureLines(line), [line]));
  }
});
