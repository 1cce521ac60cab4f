import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFile } from './support.js';

describe('languages', () => {
  it('takes redis.conf for a Redis configuration', async () => {
    assert.equal((await openFile('redis.conf')).languageId, 'redis-conf');
  });

  it('takes users.acl for Redis users', async () => {
    assert.equal((await openFile('users.acl')).languageId, 'redis-acl');
  });

  it('comments a line with #', async () => {
    const document = await openFile('including/redis.conf');
    await vscode.commands.executeCommand('editor.action.commentLine');
    assert.equal(document.lineAt(0).text, '# bind 127.0.0.1');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('takes a directive for one word, with its hyphens', async () => {
    const document = await openFile('redis.conf');
    const line = document.getText().split('\n').indexOf('protected-mode no');
    const word = document.getWordRangeAtPosition(new vscode.Position(line, 3));
    assert.equal(document.getText(word), 'protected-mode');
  });
});
