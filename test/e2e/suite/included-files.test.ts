import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsWhen, isOf, openFile } from './support.js';

const { Information, Error: ErrorSeverity, Warning } = vscode.DiagnosticSeverity;

/** protected-mode no is a weakness without a password, and a remark with one: the password is in the included file. */
describe('included files', () => {
  const protectedModeIs = (...severities: readonly vscode.DiagnosticSeverity[]) => {
    return (all: readonly vscode.Diagnostic[]) =>
      all.some((each) => isOf('net-protected-mode-off', each) && severities.includes(each.severity));
  };

  it('are read, and read again when they change on disk', async () => {
    const { uri } = await openFile('including/redis.conf');
    await diagnosticsWhen(uri, 'the included password is seen', protectedModeIs(Information));

    const included = vscode.Uri.joinPath(uri, '../secrets.conf');
    const before = await vscode.workspace.fs.readFile(included);
    await vscode.workspace.fs.writeFile(included, new TextEncoder().encode('port 6380\n'));
    await diagnosticsWhen(uri, 'the lost password is noticed', protectedModeIs(Warning, ErrorSeverity));

    await vscode.workspace.fs.writeFile(included, before);
    await diagnosticsWhen(uri, 'the password is seen again', protectedModeIs(Information));
    assert.ok(true);
  });
});
