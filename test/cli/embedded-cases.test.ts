import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type EmbeddedCase, findingsIn } from '../embedded/judge-case.js';
import { ROOT } from '../support/fixtures.js';
import { runIn } from '../support/run-in.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const CASES = readFileSync(path.join(ROOT, 'test/embedded/cases.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as EmbeddedCase);

interface File {
  readonly path: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly range: { readonly start: { readonly line: number; readonly column: number } };
  }[];
}

describe('a workspace that is linted as a whole', () => {
  for (const each of CASES) {
    it(`has the findings of the document by itself: ${each.name}`, () => {
      const folder = temporaryFolder();
      try {
        folder.file('.redis-conf-lint.json', '{ "root": true }');
        for (const [name, text] of Object.entries(each.files)) folder.file(name, text);
        const { files } = JSON.parse(runIn(folder.path, ['--format', 'json', '.']).out) as { files: readonly File[] };
        const found = files
          .filter((file) => file.path === each.entry)
          .flatMap(({ findings }) =>
            findings.map(({ rule, severity, range: { start } }) => `${rule} ${severity} ${start.line}:${start.column}`),
          );
        assert.deepEqual(found.toSorted(), findingsIn(each).toSorted(), each.entry);
      } finally {
        folder.remove();
      }
    });
  }
});
