import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsWhen, findingOf, isOf, openFile, untilGone } from './support.js';

describe('settings', () => {
  let document: vscode.TextDocument;

  const set = (name: string, value: unknown) =>
    vscode.workspace
      .getConfiguration('redisConfLint', document.uri)
      .update(name, value, vscode.ConfigurationTarget.Workspace);

  before(async () => {
    document = await openFile('redis.conf');
  });

  it('switch a rule off and on again', async () => {
    await findingOf(document.uri, 'net-protected-mode-off');
    await set('rules', { 'net-protected-mode-off': 'off' });
    await untilGone(document.uri, 'net-protected-mode-off');
    await set('rules', undefined);
    await findingOf(document.uri, 'net-protected-mode-off');
  });

  it('give a rule another severity', async () => {
    await set('rules', { 'net-protected-mode-off': 'hint' });
    await diagnosticsWhen(document.uri, 'the finding is a hint', (all) =>
      all.some((each) => isOf('net-protected-mode-off', each) && each.severity === vscode.DiagnosticSeverity.Hint),
    );
    await set('rules', undefined);
  });

  it('hold every rule that the server knows', () => {
    const { packageJSON } = extension();
    const { properties } = packageJSON.contributes.configuration.properties['redisConfLint.rules'];
    assert.ok('net-protected-mode-off' in properties);
  });

  it('come with commands that exist', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const promised: string[] = extension().packageJSON.contributes.commands.map(
      ({ command }: { command: string }) => command,
    );
    assert.deepEqual(
      promised.filter((command) => !known.has(command)),
      [],
    );
  });

  it('survive a restart of the server', async () => {
    await vscode.commands.executeCommand('redis-conf-lint.restart');
    await findingOf(document.uri, 'net-protected-mode-off');
  });
});

function extension() {
  const found = vscode.extensions.getExtension('redis-conf-lint.redis-conf-lint');
  assert.ok(found?.isActive, 'the extension is active');
  return found;
}
