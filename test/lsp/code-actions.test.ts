import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionResolveRequest,
  type Diagnostic,
  LSPErrorCodes,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { createService, type Effect, needsReview } from '../../server/src/core/service.js';
import { applyEdits, isUnambiguous } from '../../server/src/core/text/edit.js';
import type { AppliedFix, FixAllResult } from '../../server/src/lsp/protocol.js';
import { blockIn } from '../support/block-in-document.js';
import { countedFixes } from '../support/counted-fixes.js';
import { connectInMemory, FULL_CAPABILITIES, TEST_RANDOM_SECRET, type TestClient } from '../support/lsp-client.js';
import { EFFECTS, fixOfEffect, ruleOfEffects } from '../support/rule-of-effects.js';

const URI = 'file:///etc/redis/redis.conf';
const PROTECTED_MODE_OFF = 'bind 127.0.0.1\nprotected-mode no\n';
const TWO_LINES = 'bind 0.0.0.0\nport 6379\n';
const service = createService([ruleOfEffects]);
const textOfEffects = EFFECTS.join('\n');
const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);
const of = (rule: string) => (diagnostics: readonly Diagnostic[]) => diagnostics.filter(({ code }) => code === rule);
const resolve = (client: TestClient, action: CodeAction) =>
  client.connection.sendRequest(CodeActionResolveRequest.type, action);
const newTexts = (action: CodeAction | undefined) => {
  const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
  return change?.edits.map((edit) => 'newText' in edit && edit.newText);
};

/** @throws AssertionError where the edits contradict each other. */
const textAfter = (text: string, edit: WorkspaceEdit | null | undefined): string => {
  const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  const edits = (change?.edits ?? []).filter((each) => 'newText' in each);
  assert.ok(isUnambiguous(edits));
  return applyEdits(text, edits);
};

/** An editor that knows neither versions of documents nor what comes later. */
const PLAIN_CAPABILITIES: ClientCapabilities = {
  textDocument: {
    ...FULL_CAPABILITIES.textDocument,
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

describe('code actions', () => {
  let client: TestClient;
  const connect = async (options: Parameters<typeof connectInMemory>[0] = {}) => {
    client = await connectInMemory(options);
    return client;
  };
  /** What is offered for the findings of a rule in a document. */
  const offered = async (rule: string, text: string) => {
    client.open(URI, text);
    return client.actions(URI, of(rule)(await client.diagnostics(URI)));
  };
  afterEach(() => client.dispose());

  describe('that cannot be written where the lines stand', () => {
    const text = 'port 6379';
    const inBlock = createService();
    const load: typeof inBlock.load = (request, around) =>
      inBlock.load({ ...request, place: blockIn(request.path, text).place }, around);
    const { disabledSupport: _, ...codeAction } = FULL_CAPABILITIES.textDocument?.codeAction ?? {};
    const cases: readonly (readonly [what: string, capabilities: ClientCapabilities, reasons: readonly string[]])[] = [
      ['are disabled, with the reason', FULL_CAPABILITIES, ['The block ends without a line end.']],
      [
        'are left out for a client that shows no disabled ones',
        { ...FULL_CAPABILITIES, textDocument: { ...FULL_CAPABILITIES.textDocument, codeAction } },
        [],
      ],
    ];
    for (const [what, capabilities, reasons] of cases) {
      it(what, async () => {
        await connect({ capabilities, service: { ...inBlock, load } });
        const actions = await offered('auth-missing', text);
        assert.deepEqual([...new Set(actions.flatMap(({ disabled }) => disabled?.reason ?? []))], reasons);
        assert.deepEqual(
          actions.filter(({ disabled, edit, data }) => disabled && (edit ?? data)),
          [],
        );
      });
    }
  });

  it('offer the fixes of a finding, a preferred one marked', async () => {
    await connect();
    const [action] = await offered('net-protected-mode-off', PROTECTED_MODE_OFF);
    assert.equal(action?.title, 'Set protected-mode to yes');
    assert.equal(action?.kind, 'quickfix');
    assert.equal(action?.isPreferred, true);
    const range = { start: { line: 1, character: 15 }, end: { line: 1, character: 17 } };
    assert.deepEqual(action?.edit, {
      documentChanges: [{ textDocument: { uri: URI, version: 1 }, edits: [{ range, newText: 'yes' }] }],
    });
  });

  it('make the fixes of what is asked about, and nothing makes any before', async () => {
    const { rules, made } = countedFixes();
    await connect({ service: createService(rules) });
    client.open(URI, PROTECTED_MODE_OFF);
    await client.diagnostics(URI);
    client.change(URI, { range: fixOfEffect('none').range, text: 'bind' });
    const found = await client.diagnostics(URI);
    assert.equal(made(), 0);
    const [action] = await client.actions(URI, of('net-protected-mode-off')(found));
    assert.equal(action?.title, 'Set protected-mode to yes');
    assert.equal(made(), 1);
  });

  it('leave out a fix that was made for an older text', async () => {
    await connect();
    client.open(URI, PROTECTED_MODE_OFF);
    const found = await client.diagnostics(URI);
    client.change(URI, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' });
    assert.ok(!titles(await client.actions(URI, found)).includes('Set protected-mode to yes'));
  });

  it('offer what helps against several findings once, before what silences each', async () => {
    await connect();
    client.open(URI, 'port 6379\n');
    const actions = await client.actions(URI, await client.diagnostics(URI));
    const [bind, ...others] = actions.filter(({ title }) => title.startsWith('Bind to loopback'));
    assert.deepEqual(
      bind?.diagnostics?.map(({ code }) => code),
      ['auth-missing', 'net-bind-missing'],
    );
    assert.deepEqual(others, []);
    const isFix = ({ title }: CodeAction) => !/^(Disable|Open) /.test(title);
    assert.ok(actions.findLastIndex(isFix) < actions.findIndex((action) => !isFix(action)));
  });

  it('offer to disable a rule, and its page, on every finding', async () => {
    await connect();
    const actions = titles(await offered('syntax-unknown-directive', 'maxmemroy 1mb\n'));
    assert.ok(actions.includes('Disable syntax-unknown-directive on this line'));
    assert.ok(actions.includes('Disable syntax-unknown-directive in this file'));
    assert.ok(actions.includes('Open the page of syntax-unknown-directive'));
  });

  it('take an action that is not ours back unchanged when asked to resolve it', async () => {
    await connect();
    const action: CodeAction = { title: 'anything', data: { fix: 'not ours' } };
    assert.deepEqual(await resolve(client, action), action);
  });

  for (const effect of EFFECTS) {
    const edits = [{ range: fixOfEffect(effect).range, newText: `${effect} fixed` }];

    it(`bring a fix of effect ${effect} as an edit that asks nothing`, async () => {
      await connect({ service });
      const [action] = (await offered(ruleOfEffects.id, textOfEffects)).filter(({ title }) =>
        title.startsWith(`Fix ${effect}:`),
      );
      assert.deepEqual(action?.edit, { documentChanges: [{ textDocument: { uri: URI, version: 1 }, edits }] });
      assert.equal(action?.command, undefined);
    });

    it(`bring a fix of effect ${effect} to a client that knows only edits`, async () => {
      await connect({ service, capabilities: PLAIN_CAPABILITIES });
      const [action] = (await offered(ruleOfEffects.id, textOfEffects)).filter(({ title }) =>
        title.startsWith(`Fix ${effect}:`),
      );
      assert.deepEqual(action?.edit, { changes: { [URI]: edits } });
      assert.equal(action?.command, undefined);
    });

    it(`tell a client that shows applied fixes what one of effect ${effect} has done`, async () => {
      await connect({ service, initializationOptions: { appliedFixes: true } });
      const [action] = (await offered(ruleOfEffects.id, textOfEffects)).filter(({ title }) =>
        title.startsWith(`Fix ${effect}:`),
      );
      assert.deepEqual(action?.edit, { documentChanges: [{ textDocument: { uri: URI, version: 1 }, edits }] });
      const applied: AppliedFix = {
        message: `Applied: Fix ${effect}${needsReview(effect) ? `. It is ${effect}` : ': it changes'}.`,
        isNotable: effect === 'access',
        places: [{ uri: URI, range: fixOfEffect(effect).rangeAfter }],
      };
      assert.equal(action?.command?.command, 'redisConfLint.showAppliedFix');
      assert.deepEqual(action?.command?.arguments, [applied]);
    });
  }
});

describe('a fix of several files', () => {
  const ACL_URI = 'file:///etc/redis/users.acl';
  const CONFIGURATION = 'bind 127.0.0.1\nrequirepass lantern-Orchard-71-quartz\naclfile users.acl\n';
  const offered = async (initializationOptions: unknown) => {
    const client = await connectInMemory({ initializationOptions });
    client.open(ACL_URI, 'user worker on nopass ~jobs:* +get\n', 'redis-acl');
    client.open(URI, CONFIGURATION);
    const actions = await client.actions(URI, of('auth-requirepass-ignored-by-aclfile')(await client.diagnostics(URI)));
    const action = actions.find(({ title }) => title.startsWith('Move it'));
    assert.ok(action);
    return { client, action };
  };
  const changedFiles = ({ edit }: CodeAction) =>
    ((edit?.documentChanges ?? []) as TextDocumentEdit[]).map(({ textDocument }) => textDocument.uri).sort();

  it('comes in one edit', async () => {
    const { client, action } = await offered({});
    assert.deepEqual(changedFiles(action), [URI, ACL_URI]);
    client.dispose();
  });

  it('lets a client that shows applied fixes look at the files before, and names them', async () => {
    const { client, action } = await offered({ appliedFixes: true });
    assert.equal(action.edit, undefined);
    assert.deepEqual(changedFiles(await resolve(client, action)), [URI, ACL_URI]);
    const [applied]: AppliedFix[] = action.command?.arguments ?? [];
    assert.match(applied?.message ?? '', / Changed: (redis\.conf and users\.acl|users\.acl and redis\.conf)\.$/);
    assert.equal(applied?.isNotable, true);
    assert.deepEqual(applied?.places.map(({ uri }) => uri).sort(), [URI, ACL_URI]);
    client.dispose();
  });
});

describe('fix all', () => {
  const cases: readonly (readonly [only: readonly string[], effects: readonly Effect[]])[] = [
    [['source.fixAll.redisConfLint'], ['none', 'safe']],
    [['source.fixAll'], ['none']],
    [['source'], ['none']],
    [['refactor'], []],
    [['quickfix'], []],
  ];
  for (const [only, effects] of cases) {
    it(`applies ${effects.join(' and ') || 'nothing'} when asked for ${only}`, async () => {
      const client = await connectInMemory({ service });
      client.open(URI, textOfEffects);
      await client.diagnostics(URI);
      const [action, ...others] = await client.actions(URI, [], only);
      assert.equal(
        textAfter(textOfEffects, action?.edit),
        EFFECTS.map((effect) => (effects.includes(effect) ? `${effect} fixed` : effect)).join('\n'),
      );
      assert.equal(action?.kind, effects.length > 0 ? 'source.fixAll.redisConfLint' : undefined);
      assert.deepEqual(others, []);
      client.dispose();
    });
  }

  it('counts what it did and what is left to decide', async () => {
    const client = await connectInMemory({ service });
    client.open(URI, textOfEffects);
    const result = await client.connection.sendRequest<FixAllResult | null>('redisConfLint/fixAll', { uri: URI });
    assert.deepEqual([result?.fixed, result?.undecided], [2, 3]);
    assert.equal(textAfter(textOfEffects, result?.edit), 'none fixed\nsafe fixed\naccess\ndata\nspeed');
    assert.equal(await client.connection.sendRequest('redisConfLint/fixAll', { uri: `${URI}.not-open` }), null);
    client.dispose();
  });

  it('goes to the end in one step, also where fixes touch one place, with edits that mean the same to everybody', async () => {
    const client = await connectInMemory();
    const text = 'bind 127.0.0.1\nacllog-max-len 0\nslave-read-only yes # replicas stay read-only\n';
    client.open(URI, `# redis-conf-lint-target redis 7.0\n${text}`);
    const [action] = await client.actions(URI, [], ['source.fixAll.redisConfLint']);
    assert.equal(
      textAfter(`# redis-conf-lint-target redis 7.0\n${text}`, action?.edit),
      '# redis-conf-lint-target redis 7.0\nbind 127.0.0.1\nacllog-max-len 128\n# replicas stay read-only\nreplica-read-only yes\n',
    );
    client.dispose();
  });
});

describe('a new secret', () => {
  let client: TestClient;
  const chosen = async (rule: string, text: string, options: Parameters<typeof connectInMemory>[0] = {}) => {
    client = await connectInMemory(options);
    client.open(URI, text);
    const found = of(rule)(await client.diagnostics(URI));
    const [action] = await client.actions(URI, found);
    assert.ok(action);
    return { found, action };
  };
  afterEach(() => client.dispose());

  it('is made only when the fix is chosen', async () => {
    const { found, action } = await chosen('auth-missing', TWO_LINES);
    assert.ok(!('edit' in action));
    assert.ok(!JSON.stringify([found, action]).includes(TEST_RANDOM_SECRET));
    const resolved = await resolve(client, action);
    assert.deepEqual(newTexts(resolved), [`requirepass ${TEST_RANDOM_SECRET}\n`]);
    assert.equal(resolved.data, undefined);
  });

  it('is made at once for a client that cannot resolve', async () => {
    const { action } = await chosen('auth-missing', TWO_LINES, { capabilities: PLAIN_CAPABILITIES });
    assert.ok(JSON.stringify(action.edit?.changes).includes(`requirepass ${TEST_RANDOM_SECRET}`));
  });

  it('is not made for a text that has changed since the fix was offered', async () => {
    const { action } = await chosen('auth-missing', TWO_LINES);
    client.change(URI, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# a\n' });
    await assert.rejects(resolve(client, action), { code: LSPErrorCodes.ContentModified });
  });

  const told: readonly (readonly [rule: string, text: string, message: string, kind: string, at: readonly number[]])[] =
    [
      ['auth-missing', TWO_LINES, 'requirepass has a new password.', 'password', [2, 12]],
      [
        'auth-password-doc-example',
        'requirepass foobared\nmasterauth foobared\n',
        'requirepass and masterauth have a new password.',
        'password',
        [0, 12],
      ],
      [
        'acl-nopass-user',
        'port 6379\nuser app on nopass ~app:* +@read\n',
        'user app has a new password.',
        'password',
        [1, 13],
      ],
      [
        'acl-nopass-user',
        'port 6379\nuser ftp://me:word@host on nopass ~app:* +@read\n',
        'user … has a new password.',
        'password',
        [1, 28],
      ],
      [
        'acl-nopass-user',
        'port 6379\nuser [app](command:x) on nopass ~app:* +@read\n',
        'user [app] (command:x) has a new password.',
        'password',
        [1, 26],
      ],
      ['rename-command-guessable', 'rename-command CONFIG ADMIN_CONFIG\n', 'CONFIG has a new name.', 'name', [0, 22]],
    ];
  for (const [rule, text, message, kind, [line = 0, character = 0]] of told) {
    it(`is told by its place alone: ${message}`, async () => {
      client = await connectInMemory({ initializationOptions: { appliedFixes: true } });
      client.open(URI, text);
      const actions = await client.actions(URI, of(rule)(await client.diagnostics(URI)));
      const commands = actions.flatMap(({ command }) => command ?? []);
      const applied = commands.map(({ arguments: [shown] = [] }): AppliedFix => shown).find(({ secret }) => secret);
      assert.ok(applied, 'the place is told');
      assert.ok(applied.message.startsWith(message), applied.message);
      assert.equal(applied.isNotable, true);
      const end = { line, character: character + TEST_RANDOM_SECRET.length };
      assert.deepEqual(applied.secret, { uri: URI, kind, range: { start: { line, character }, end } });
      assert.ok(!client.log.join('\n').includes(TEST_RANDOM_SECRET));
    });
  }
});
