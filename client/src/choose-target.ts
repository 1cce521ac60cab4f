import { ConfigurationTarget, type Uri, window, workspace } from 'vscode';

/** What the manifest of this extension says of the setting. */
interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: { readonly 'redisConfLint.target': { readonly examples: readonly string[] } };
    };
  };
}

/**
 * Asks for the server that reads the files and writes the answer into the folder's settings, or the user's. Offers what
 * the manifest suggests, which follows from the releases that the server knows.
 */
export async function chooseTarget(manifest: Manifest, resource: Uri | undefined): Promise<void> {
  const settings = workspace.getConfiguration('redisConfLint', resource);
  const inForce = settings.get<string>('target') ?? 'auto';
  const offered = manifest.contributes.configuration.properties['redisConfLint.target'].examples;
  const items = offered.map((id) => ({ label: titleOf(id), id, description: id === inForce ? 'in force' : '' }));
  const chosen = await window.showQuickPick(items, {
    title: 'Which server reads this configuration?',
    placeHolder: 'Its version decides what is valid, what the defaults are and what is dangerous',
  });
  if (!chosen) return;
  const scope = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update('target', chosen.id === 'auto' ? undefined : chosen.id, scope);
}

function titleOf(id: string): string {
  if (id === 'auto') return 'Tell it from the file';
  const [product = '', version = ''] = id.split('-');
  return `${product.charAt(0).toUpperCase()}${product.slice(1)} ${version}`;
}
