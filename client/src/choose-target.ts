import { ConfigurationTarget, type Uri, window, workspace } from 'vscode';

/** What administrators run; any other version can be written into the setting. */
const OFFERED = [
  'redis-8.10',
  'redis-8.6',
  'redis-8.2',
  'redis-7.4',
  'redis-7.2',
  'redis-7.0',
  'redis-6.2',
  'valkey-9.1',
  'valkey-8.1',
  'valkey-8.0',
  'valkey-7.2',
] as const;

/** Asks for the server that reads the files and writes the answer into the folder's settings, or the user's. */
export async function chooseTarget(resource: Uri | undefined): Promise<void> {
  const settings = workspace.getConfiguration('redisConfLint', resource);
  const inForce = settings.get<string>('target') ?? 'auto';
  const named = OFFERED.map((id) => ({ label: titleOf(id), id, description: id === inForce ? 'in force' : '' }));
  const automatic = {
    label: 'Tell it from the file',
    id: 'auto',
    description: inForce === 'auto' ? 'in force' : '',
  };
  const chosen = await window.showQuickPick([automatic, ...named], {
    title: 'Which server reads this configuration?',
    placeHolder: 'Its version decides what is valid, what the defaults are and what is dangerous',
  });
  if (!chosen) return;
  const scope = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update('target', chosen.id === 'auto' ? undefined : chosen.id, scope);
}

function titleOf(id: string): string {
  const [product = '', version = ''] = id.split('-');
  return `${product.charAt(0).toUpperCase()}${product.slice(1)} ${version}`;
}
