import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ClientCapabilities, type Diagnostic, type Position, Range } from 'vscode-languageserver';
import { RULES } from '../../server/src/core/rules/index.js';
import { initializeResult } from '../../server/src/lsp/capabilities.js';
import { clientOf, isRecord } from '../../server/src/lsp/client.js';
import { pathOf } from '../../server/src/lsp/documents/uris.js';
import { FEATURES } from '../../server/src/lsp/feature-table.js';
import type { Feature } from '../../server/src/lsp/features/feature.js';
import type { HostFiles } from '../../server/src/lsp/host.js';
import { OPEN_PAGE_COMMAND } from '../../server/src/lsp/protocol.js';
import { type AskableSession, askableSession } from '../support/askable-session.js';
import { type Fixture, fixtureReader, fixturesOf, ROOT, virtualPathOf } from '../support/fixtures.js';
import { FULL_CAPABILITIES } from '../support/lsp-client.js';
import { hiddenWordsOf } from '../support/secrets.js';

const FEATURE_FOLDER = path.join(ROOT, 'server/src/lsp/features');

/** The request that a client sends because of a capability. */
const REQUESTS: Readonly<Record<string, string>> = {
  callHierarchyProvider: 'textDocument/prepareCallHierarchy',
  codeActionProvider: 'textDocument/codeAction',
  'codeActionProvider.resolveProvider': 'codeAction/resolve',
  codeLensProvider: 'textDocument/codeLens',
  'codeLensProvider.resolveProvider': 'codeLens/resolve',
  colorProvider: 'textDocument/documentColor',
  completionProvider: 'textDocument/completion',
  'completionProvider.resolveProvider': 'completionItem/resolve',
  declarationProvider: 'textDocument/declaration',
  definitionProvider: 'textDocument/definition',
  diagnosticProvider: 'textDocument/diagnostic',
  'diagnosticProvider.workspaceDiagnostics': 'workspace/diagnostic',
  documentFormattingProvider: 'textDocument/formatting',
  documentHighlightProvider: 'textDocument/documentHighlight',
  documentLinkProvider: 'textDocument/documentLink',
  'documentLinkProvider.resolveProvider': 'documentLink/resolve',
  documentOnTypeFormattingProvider: 'textDocument/onTypeFormatting',
  documentRangeFormattingProvider: 'textDocument/rangeFormatting',
  documentSymbolProvider: 'textDocument/documentSymbol',
  executeCommandProvider: 'workspace/executeCommand',
  foldingRangeProvider: 'textDocument/foldingRange',
  hoverProvider: 'textDocument/hover',
  implementationProvider: 'textDocument/implementation',
  inlayHintProvider: 'textDocument/inlayHint',
  'inlayHintProvider.resolveProvider': 'inlayHint/resolve',
  linkedEditingRangeProvider: 'textDocument/linkedEditingRange',
  monikerProvider: 'textDocument/moniker',
  referencesProvider: 'textDocument/references',
  renameProvider: 'textDocument/rename',
  'renameProvider.prepareProvider': 'textDocument/prepareRename',
  selectionRangeProvider: 'textDocument/selectionRange',
  signatureHelpProvider: 'textDocument/signatureHelp',
  typeDefinitionProvider: 'textDocument/typeDefinition',
  workspaceSymbolProvider: 'workspace/symbol',
  'workspaceSymbolProvider.resolveProvider': 'workspaceSymbol/resolve',
};
/** Capabilities that announce no request. */
const WITHOUT_REQUEST = ['textDocumentSync', 'workspace'];

describe('the table of features', () => {
  const clients: readonly (readonly [what: string, capabilities: ClientCapabilities])[] = [
    ['that can do everything', FULL_CAPABILITIES],
    ['that can do nothing', {}],
  ];
  for (const [what, capabilities] of clients) {
    it(`answers everything that is offered to a client ${what}`, () => {
      const { methods } = askableSession({ capabilities });
      const unanswered = offeredTo(capabilities).filter((capability) => !methods.includes(REQUESTS[capability] ?? ''));
      assert.deepEqual(unanswered, []);
    });
  }

  it('offers every request of the protocol that it answers', () => {
    const offered = offeredTo(FULL_CAPABILITIES).map((capability) => REQUESTS[capability]);
    const standard = FEATURES.map(({ method }) => method).filter((method) => !method.startsWith('redisConfLint/'));
    assert.deepEqual([...standard].sort(), [...offered].sort());
  });

  it('holds every file of the folder, in the order of their names', () => {
    const listed = [...readFileSync(path.join(FEATURE_FOLDER, 'index.ts'), 'utf8').matchAll(/'\.\/(.*)\.js'/g)];
    const files = readdirSync(FEATURE_FOLDER).map((file) => path.basename(file, '.ts'));
    const features = files.filter((file) => file !== 'index' && file !== 'feature').sort();
    assert.deepEqual(
      listed.map(([, file]) => file),
      features,
    );
  });

  it('is the table of the README', () => {
    const rows = [...readFileSync(path.join(ROOT, 'README.md'), 'utf8').matchAll(/^\| `(\w+\/\w+)` +\|/gm)];
    assert.deepEqual(rows.map(([, method]) => method).sort(), FEATURES.map(({ method }) => method).sort());
  });
});

describe('a feature that needs the text alone', () => {
  const uri = 'file:///etc/redis/redis.conf';
  for (const { method } of FEATURES.filter(({ needs }) => needs === 'text')) {
    it(`${method} is answered before a file is read`, async () => {
      const read: string[] = [];
      const never = (address: string) => new Promise<never>(() => read.push(address));
      // Whoever waits for a file here, or for patience to end, waits for ever.
      const session = askableSession({
        host: { files: { readFile: never, listFolder: never }, after: () => undefined },
      });
      session.open(uri, '##### NETWORK #####\ninclude net.conf\nport 6379\n', 'redis-conf');
      const answer = await session.ask(method, { textDocument: { uri } });
      assert.ok(Array.isArray(answer) && answer.length > 0);
      assert.deepEqual(read, []);
    });
  }
});

describe('the positions that a feature is asked and answers with', () => {
  const uri = 'file:///etc/redis/redis.conf';
  const text =
    '##### NETWORK #####\nport 6379\ninclude net.conf\nmaxmemroy 1mb\n##### USERS #####\nuser app on nopass ~* +@all\n';
  const files: HostFiles = {
    readFile: async (address) =>
      address.endsWith('/net.conf') ? { status: 'found', text: '' } : { status: 'missing' },
    listFolder: async () => ({ status: 'missing' }),
  };
  const linesBefore = 2;

  for (const feature of FEATURES.filter(({ method }) => !method.endsWith('/resolve'))) {
    it(`are the protocol's, to which a lone CR ends a line: ${feature.method}`, async () => {
      const before = await rangesAnswered(text, 0);
      const after = await rangesAnswered(`# one\r# two\n${text}`, linesBefore);
      assert.deepEqual(
        after,
        before.map((range) => movedDown(range, linesBefore)),
      );
      assert.equal(before.length > 0, !WITHOUT_RANGES.includes(feature.method));
    });

    async function rangesAnswered(opened: string, firstLine: number): Promise<readonly Range[]> {
      const session = askableSession({ host: { files } });
      session.open(uri, opened, 'redis-conf');
      const report = await session.ask('textDocument/diagnostic', { textDocument: { uri } });
      const { items: diagnostics } = report as { readonly items: readonly Diagnostic[] };
      const params = { textDocument: { uri }, uri, context: { diagnostics } };
      const places = placesOfWords(text, new Set()).map(({ line, character }) => ({
        line: line + firstLine,
        character,
      }));
      const answers = await Promise.all(
        questionsFor(feature, params, places, []).map((question) => session.ask(feature.method, question)),
      );
      return rangesIn(answers, uri);
    }
  }
});

/** What they answer is no place in the text. */
const WITHOUT_RANGES = ['workspace/executeCommand', 'redisConfLint/fixAll', 'redisConfLint/status'];

const movedDown = ({ start, end }: Range, lines: number): Range => ({
  start: { ...start, line: start.line + lines },
  end: { ...end, line: end.line + lines },
});

/** Capabilities, and what they hold that is offered, too: `completionProvider.resolveProvider`. */
function offeredTo(capabilities: ClientCapabilities): readonly string[] {
  const { capabilities: all } = initializeResult(clientOf({ processId: null, rootUri: null, capabilities }));
  return Object.entries(all)
    .filter(([name]) => !WITHOUT_REQUEST.includes(name))
    .flatMap(([name, options]) => {
      const held = typeof options === 'object' ? Object.entries(options).filter(([, value]) => value === true) : [];
      return [name, ...held.map(([option]) => `${name}.${option}`).filter((option) => option in REQUESTS)];
    });
}

describe('each feature, on every fixture of every rule,', () => {
  const trials: Trial[] = [];
  const seen = new Set<string>();
  before(async function () {
    this.timeout(120_000);
    for (const { id } of RULES) {
      const session = askableSession({ host: { files: filesOf(id) }, initializationOptions: { appliedFixes: true } });
      for (const fixture of fixturesOf(id)) trials.push(...(await tried(session, fixture, seen)));
    }
  });

  for (const { method } of FEATURES) {
    it(`${method} does not fail, shows no secret and stays in the text`, () => {
      const own = trials.filter((trial) => trial.method === method);
      const complaints = own.flatMap(({ complaints }) => complaints);
      assert.ok(own.length > 100, `${own.length} answers`);
      assert.deepEqual(complaints.slice(0, 5), []);
    });
  }
});

interface Trial {
  readonly method: string;
  readonly complaints: readonly string[];
}

/** One fixture, with all that is asked about it. `seen`: lines that another one had, whose words are not asked again. */
async function tried(
  session: AskableSession,
  { rule, name, text }: Fixture,
  seen: Set<string>,
): Promise<readonly Trial[]> {
  const uri = `file://${virtualPathOf(name)}`;
  session.open(uri, text, /\.acl/.test(name) ? 'redis-acl' : 'redis-conf');
  const report = await session.ask('textDocument/diagnostic', { textDocument: { uri } });
  const diagnostics = (report as { readonly items: readonly Diagnostic[] }).items;
  const page = diagnostics[0]?.codeDescription?.href;
  // One for all: each request takes what it knows.
  const params = {
    textDocument: { uri },
    uri,
    context: { diagnostics },
    command: OPEN_PAGE_COMMAND,
    arguments: [page],
  };
  const places = placesOfWords(text, seen);
  const trials: Trial[] = [];
  const items: { readonly method: string; readonly item: unknown }[] = [];
  for (const feature of FEATURES) {
    const { method } = feature;
    for (const question of questionsFor(feature, params, places, items)) {
      const answer = await session.ask(method, question).catch((error: unknown) => ({ error: String(error) }));
      if (Array.isArray(answer) && answer.length > 0) items.push({ method, item: answer[0] });
      const complaints = complaintsAbout(answer, text, uri);
      trials.push({ method, complaints: complaints.map((complaint) => `${rule}/${name}: ${complaint}`) });
    }
  }
  session.close(uri);
  return trials;
}

/** What is resolved comes from an answer: `codeAction/resolve` from one to `textDocument/codeAction`. */
function questionsFor(
  feature: Feature,
  params: object,
  places: readonly Position[],
  items: readonly { readonly method: string; readonly item: unknown }[],
): readonly unknown[] {
  const [kind = '', isResolve] = feature.method.split('/');
  if (isResolve === 'resolve')
    return items.filter(({ method }) => kind.startsWith(method.split('/')[1] ?? '')).map(({ item }) => item);
  const isPlaced = feature.needs !== 'session' && feature.outside === 'empty';
  return isPlaced ? places.map((position) => ({ ...params, position })) : [params];
}

/** The end of each word: it belongs to the word, and is where it goes on. */
function placesOfWords(text: string, seen: Set<string>): readonly Position[] {
  return linesOf(text).flatMap((own, line) => {
    if (seen.has(own)) return [];
    seen.add(own);
    return [...own.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ line, character: index + word.length }));
  });
}

/** As the protocol counts them. */
const linesOf = (text: string): readonly string[] => text.split(/\r\n|\r|\n/);

function complaintsAbout(answer: unknown, text: string, uri: string): readonly string[] {
  if (isRecord(answer) && 'error' in answer) return [`fails: ${answer.error}`];
  const hidden = hiddenWordsOf(text);
  const shown = hidden.length > 0 ? shownOf(answer) : '';
  const lines = linesOf(text);
  const isInside = ({ line, character }: Position) => character <= (lines[line]?.length ?? -1);
  const strays = rangesIn(answer, uri).filter(({ start, end }) => !isInside(start) || !isInside(end));
  return [
    ...hidden.filter((secret) => shown.includes(secret)).map(() => 'shows a secret'),
    ...strays.map((range) => `leaves the text at ${JSON.stringify(range)}`),
  ];
}

/** All but what a fix writes: that may be a secret which it moves, and nobody sees it before. */
function shownOf(answer: unknown): string {
  return JSON.stringify(answer, (key, value) => (WRITTEN.includes(key) ? undefined : value)) ?? '';
}

const WRITTEN = ['edit', 'data'];

/** Of the text itself: neither of another file nor of what a fix leaves. */
function rangesIn(value: unknown, uri: string): readonly Range[] {
  if (Array.isArray(value)) return value.flatMap((item) => rangesIn(item, uri));
  if (!isRecord(value) || (typeof value.uri === 'string' && value.uri !== uri)) return [];
  if (Range.is(value)) return [value];
  if (typeof value.startLine === 'number' && typeof value.endLine === 'number')
    return [{ start: { line: value.startLine, character: 0 }, end: { line: value.endLine, character: 0 } }];
  return Object.entries(value).flatMap(([name, held]) =>
    [...WRITTEN, 'command'].includes(name) ? [] : rangesIn(held, uri),
  );
}

/** A fixture's folder holds the files that it includes. */
function filesOf(rule: string): HostFiles {
  const { readFile, listFolder } = fixtureReader(rule);
  return {
    readFile: async (uri) => readFile(pathOf(uri)),
    listFolder: async (uri) => listFolder(pathOf(uri)),
  };
}
