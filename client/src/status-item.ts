import { type Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DocumentStatus, STATUS } from './protocol.js';
import type { LanguageFilter } from './selector.js';

/** Says in the status bar's language menu for which server the file is read and why, and how open it is. */
export function showStatus(client: BaseLanguageClient, selector: readonly LanguageFilter[]): Disposable {
  const target = languages.createLanguageStatusItem('redis-conf-lint.target', selector);
  target.name = 'Redis Config Lint: Target';
  target.command = { command: 'redis-conf-lint.chooseTarget', title: 'Change' };
  const exposure = languages.createLanguageStatusItem('redis-conf-lint.exposure', selector);
  exposure.name = 'Redis Config Lint: Exposure';
  exposure.command = { command: 'workbench.actions.view.problems', title: 'Problems' };

  const known = new Map<string, DocumentStatus>();
  const show = () => {
    const status = known.get(window.activeTextEditor?.document.uri.toString() ?? '');
    if (status) showOne(status, target, exposure);
  };
  const received = client.onNotification(STATUS, (status: DocumentStatus) => {
    known.set(status.uri, status);
    show();
  });
  const changed = window.onDidChangeActiveTextEditor(show);
  return {
    dispose: () => {
      for (const each of [received, changed, target, exposure]) each.dispose();
    },
  };
}

function showOne(status: DocumentStatus, target: LanguageStatusItem, exposure: LanguageStatusItem): void {
  // A document of which nothing could be read has no server.
  target.text = status.target || 'No server';
  target.detail = status.targetReason;
  const { error, warning } = status.counts;
  exposure.text = status.sentence.replace(/\.$/, '');
  exposure.detail = [counted(error, 'error'), counted(warning, 'warning')].join(', ');
  exposure.severity =
    error > 0
      ? LanguageStatusSeverity.Error
      : warning > 0
        ? LanguageStatusSeverity.Warning
        : LanguageStatusSeverity.Information;
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
