import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as yaml from 'yaml';
import type { ConfigSource } from '../../server/src/core/config/occurrence.js';
import { createDocumentService, type DocumentRequest } from '../../server/src/core/document-service.js';
import type { Finding } from '../../server/src/core/lint/finding.js';
import { hostKindOf } from '../../server/src/core/project/recognise.js';
import { RULES } from '../../server/src/core/rules/index.js';
import { createService, parseFile, textOf } from '../../server/src/core/service.js';
import { textEditsOf } from '../../server/src/core/syntax/whole-document.js';
import { applyEdits } from '../../server/src/core/text/edit.js';
import type { LineEdit } from '../../server/src/core/text/line-edit.js';
import { fixturesOf, kindOfFixture, ROOT } from '../support/fixtures.js';
import { readerOf } from './judge-case.js';

type Request = DocumentRequest & { readonly what: string };

const DOCUMENTS = createDocumentService(createService(), () => yaml);
/** Reads, and finds nothing. */
const READERS = createDocumentService(createService([]), () => yaml);

describe('a document that starts servers', () => {
  const requests = [...requestsOfCases(), ...requestsOfFixtures()];

  it('says what edits of a configuration left, and nothing else, or nothing was written', () => {
    let written = 0;
    let refused = 0;
    for (const request of requests) {
      const before = regionsOf(request);
      for (const source of before) {
        for (const edit of editsOf(source)) {
          if (checkWritten(request, before, source, edit)) written++;
          else refused++;
        }
      }
    }
    assert.ok(written > 400 && written > 2 * refused, `${written} written, ${refused} refused`);
  }).timeout(120_000);

  it('has every finding in its text, and in one of its lines', () => {
    for (const request of requests) {
      const lines = request.text.split('\n');
      for (const { at, rule } of findingsOf(request)) {
        if (at.source !== request.path) continue;
        const length = lines[at.line]?.length ?? -1;
        assert.ok(at.at.start >= 0 && at.at.start <= at.at.end && at.at.end <= length, `${request.what} ${rule}`);
      }
    }
  });

  it('says the same of its servers, a line below, when a comment is written above all of them', () => {
    for (const request of requests) {
      if (!isMovable(request)) continue;
      const before = findingsOf(request).map((finding) => shown(finding, request.path, 0));
      const moved = { ...request, text: `# A note.\n${request.text}` };
      const after = findingsOf(moved).map((finding) => shown(finding, request.path, -1));
      assert.deepEqual(after, before, request.what);
    }
  });

  it('of somebody else is never given to a parser', () => {
    let asked = 0;
    const service = createDocumentService(createService(), () => {
      asked++;
      return yaml;
    });
    for (let index = 0; index < 1000; index++) {
      const text = `apiVersion: v1\nkind: Service\nmetadata:\n  name: web-${index}\nspec:\n  ports: [{ port: 80 }]\n`;
      service.lint({ kind: 'kubernetes', path: `/w/${index}.yml`, text });
      service.lint({ kind: 'compose', path: `/w/${index}.yaml`, text: `services:\n  a:\n    image: nginx:${index}\n` });
    }
    assert.equal(asked, 0);
  });
});

/** A word in another's place, also one that nobody takes as it stands; a line less; lines more at both ends. */
function editsOf({ file }: ConfigSource): readonly LineEdit[] {
  const { lines } = file;
  const own = [...lines.entries()].flatMap(([line, each]): readonly LineEdit[] => {
    if (each.kind !== 'directive') return [];
    const [first] = each.args;
    const replaced = ['changed', '"a $x \\"q\\" # it\'s: %i"', '"$$"'].map((text) => ({
      kind: 'replace' as const,
      line,
      at: { start: first?.start ?? 0, end: first?.end ?? 0 },
      text,
    }));
    return [...(first ? replaced : []), { kind: 'remove', line }];
  });
  const end = lines.at(lines.count - 1)?.text === '' && lines.count > 1 ? lines.count - 1 : lines.count;
  const added = ['bind 127.0.0.1 ::1', 'save ""'];
  return [...own, { kind: 'insert', before: 0, lines: added }, { kind: 'insert', before: end, lines: added }];
}

/** Whether it was written; then the region says what was wanted, and each other what it said. */
function checkWritten(
  request: Request,
  before: readonly ConfigSource[],
  source: ConfigSource,
  edit: LineEdit,
): boolean {
  const edits = source.place.write([edit]);
  if ('refused' in edits) return false;
  const what = `${request.what} ${source.id} ${JSON.stringify(edit)}`;
  const text = applyEdits(request.text, edits);
  const wanted = applyEdits(textOf(source.file), textEditsOf(source.file, [edit]));
  const after = regionsOf({ ...request, text });
  assert.equal(after.length, before.length, what);
  for (const [index, region] of after.entries()) {
    const said = before[index]?.id === source.id ? wanted : textOf(before[index]?.file ?? parseFile(''));
    assert.deepEqual(wordsOf(textOf(region.file)), wordsOf(said), what);
  }
  return true;
}

/** However words are quoted, and whether the last line is ended. */
function wordsOf(text: string): readonly unknown[] {
  return [...parseFile(text).lines.entries()].flatMap(([, line]) => {
    if (line.kind === 'blank') return [];
    return [line.kind === 'directive' ? [line.name.value, ...line.args.map(({ value }) => value)] : line.text];
  });
}

/** Those that stand in the document itself, each once. */
function regionsOf(request: Request): readonly ConfigSource[] {
  const all = READERS.lint(request).results.flatMap(({ config }) => config.files);
  const own = all.filter(({ path: file, extent }) => file === request.path && extent !== undefined);
  return [...new Map(own.map((source) => [source.id, source])).values()];
}

const findingsOf = (request: Request): readonly Finding[] =>
  DOCUMENTS.lint(request).results.flatMap(({ findings }) => findings);

/** Where no comment may change what a line means, and no mark must be the first line. */
const isMovable = ({ text }: Request): boolean =>
  !/^(?:#!|# ?(?:syntax|escape|redis-conf-lint|docker|target)|---)/i.test(text);

function shown({ rule, message, severity, at }: Finding, own: string, by: number) {
  const line = at.source === own ? at.line + by : at.line;
  return { rule, message: message.replace(/line \d+/g, 'line N'), severity, line, at: at.at };
}

function requestsOfCases(): readonly Request[] {
  const lines = readFileSync(path.join(ROOT, 'test/embedded/cases.jsonl'), 'utf8').trimEnd().split('\n');
  return lines.flatMap((line): readonly Request[] => {
    const { name, files, entry }: { name: string; files: Record<string, string>; entry: string } = JSON.parse(line);
    const [document, text] = [`/w/${entry}`, files[entry] ?? ''];
    const kind = hostKindOf(document, text);
    return kind ? [{ what: name, kind, path: document, text, root: '/w', reader: readerOf(files) }] : [];
  });
}

function requestsOfFixtures(): readonly Request[] {
  return RULES.flatMap(({ id }) =>
    fixturesOf(id).flatMap(({ name, text }): readonly Request[] => {
      const kind = kindOfFixture(name);
      return kind ? [{ what: `${id} ${name}`, kind, path: `/w/${name}`, text }] : [];
    }),
  );
}
