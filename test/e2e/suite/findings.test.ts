import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  applyAction,
  codeActionsAt,
  diagnosticsWhen,
  findingOf,
  isOf,
  openFile,
  revert,
  untilGone,
} from './support.js';

const { QuickFix, SourceFixAll } = vscode.CodeActionKind;

describe('findings', () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await openFile('redis.conf');
  });

  afterEach(revert);

  it('marks exactly the word that is wrong, and links the rule to its page', async () => {
    const finding = await findingOf(document.uri, 'net-protected-mode-off');
    assert.equal(document.getText(finding.range), 'no');
    assert.equal(finding.source, 'redis-conf-lint');
    assert.ok(typeof finding.code === 'object' && /net-protected-mode-off/.test(finding.code.target.toString()));
  });

  it('fixes it from the menu, and puts the cursor behind the new word', async () => {
    const { range } = await findingOf(document.uri, 'net-protected-mode-off');
    const actions = await codeActionsAt(document.uri, range, QuickFix);
    await applyAction(actions.find(({ title }) => title === 'Set protected-mode to yes'));
    assert.match(document.getText(), /^protected-mode yes$/m);
    const { active } = vscode.window.activeTextEditor?.selection ?? {};
    assert.deepEqual(active, range.start.translate(0, 'yes'.length));
    await untilGone(document.uri, 'net-protected-mode-off');
  });

  it('says what a mistyped directive was meant to be, and corrects it', async () => {
    const { range, message } = await findingOf(document.uri, 'syntax-unknown-directive');
    assert.equal(document.getText(range), 'maxmemory-polcy');
    assert.match(message, /maxmemory-policy/);
    const actions = await codeActionsAt(document.uri, range, QuickFix);
    await applyAction(actions.find(({ title }) => title.includes('maxmemory-policy')));
    assert.match(document.getText(), /^maxmemory-policy allkeys-lru$/m);
    await untilGone(document.uri, 'syntax-unknown-directive');
  });

  it('is silenced on a line by a comment', async () => {
    const { range } = await findingOf(document.uri, 'net-protected-mode-off');
    const actions = await codeActionsAt(document.uri, range, QuickFix);
    await applyAction(actions.find(({ title }) => title === 'Disable net-protected-mode-off on this line'));
    await untilGone(document.uri, 'net-protected-mode-off');
  });

  it('applies every safe fix at once', async () => {
    await findingOf(document.uri, 'net-protected-mode-off');
    const everywhere = new vscode.Range(0, 0, document.lineCount, 0);
    const kind = SourceFixAll.append('redisConfLint');
    const [action] = await codeActionsAt(document.uri, everywhere, kind);
    await applyAction(action);
    assert.match(document.getText(), /^protected-mode yes$/m);
    await untilGone(document.uri, 'net-protected-mode-off');
  });

  it('follows typing', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'requirpass x\n');
    await vscode.workspace.applyEdit(edit);
    const isTypo = (each: vscode.Diagnostic) => isOf('syntax-unknown-directive', each) && each.range.start.line === 0;
    await diagnosticsWhen(document.uri, 'the new line is marked', (all) => all.some(isTypo));
  });
});
