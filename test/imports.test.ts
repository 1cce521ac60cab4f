import assert from 'node:assert/strict';
import { ROOT } from './support/fixtures.js';
import { importViolations, readSources } from './support/import-table.js';

describe('who may import whom', () => {
  it('holds for every source that ships', () => {
    const sources = readSources(ROOT);
    assert.ok(sources.length > 30, 'sources were found');
    assert.deepEqual(importViolations(sources), []);
  });

  const planted: readonly (readonly [what: string, path: string, text: string])[] = [
    ['text reads the configuration', 'core/text/planted.ts', "import { x } from '../config/exposure.js';"],
    ['core reads a file', 'core/config/planted.ts', "import { readFileSync } from 'node:fs';"],
    ['a rule imports another rule', 'core/rules/net-planted.ts', "import { netBindAll } from './net-bind-all.js';"],
    ['a rule runs the linter', 'core/rules/net-planted.ts', "import { runRules } from '../lint/run-rules.js';"],
    [
      'the server chooses a transport',
      'lsp/server.ts',
      "import { createConnection } from 'vscode-languageserver/node';",
    ],
    [
      'the client runs the engine',
      'client/client.ts',
      "import { createService } from '../server/src/core/service.js';",
    ],
    ['what runs in browsers reads the disk', 'lsp/planted.ts', "import { readFileLater } from '../node/disk.js';"],
    ['what runs in browsers imports Node', 'lsp/planted.ts', "import { readFileSync } from 'node:fs';"],
    ['the disk knows the command line', 'node/planted.ts', "import type { Host } from '../cli/host.js';"],
    ['a lazy import slips through', 'core/lint/planted.ts', "const fs = await import('node:fs');"],
    ['an import over several lines', 'core/syntax/planted.ts', "import {\n  a,\n  b,\n} from '../config/paths.js';"],
  ];
  for (const [what, path, text] of planted) {
    it(`catches that ${what}`, () => assert.equal(importViolations([{ path, text }]).length, 1));
  }
});
