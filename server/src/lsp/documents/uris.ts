/** The path that core knows a document by: decoded, `/` separators, a drive letter without the slash before it. */
export function pathOf(uri: string): string {
  const [rest = ''] = uri.slice(prefixOf(uri).length).split(/[?#]/, 1);
  return decode(rest).replace(/^\/([A-Za-z]):(?=\/|$)/, (_, drive: string) => `${drive.toLowerCase()}:`);
}

/** The address of a path on the same file system as another document. */
export function uriOf(path: string, beside: string): string {
  const rooted = /^[A-Za-z]:/.test(path) ? `/${path}` : path;
  return prefixOf(beside) + rooted.split('/').map(encodeURIComponent).join('/');
}

/** One spelling for every spelling of an address: clients differ in what they escape. */
export function keyOf(uri: string): string {
  return uriOf(pathOf(uri), uri);
}

/** False for the preview of a change or a version under source control, which have the path of the file itself. */
export function isOnSameFileSystem(uri: string, other: string): boolean {
  return prefixOf(uri) === prefixOf(other);
}

/** The folder part of an address, without the slash at its end. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** Whether an address is a folder's or of something in it, both spelt as `keyOf` does. */
export function isWithin(uri: string, folder: string): boolean {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return uri === folder || uri.startsWith(start);
}

/** Scheme and authority: `file://`, `vscode-remote://ssh-remote+host`, `untitled:`. */
function prefixOf(uri: string): string {
  return /^[A-Za-z][\w+.-]*:(?:\/\/[^/?#]*)?/.exec(uri)?.[0] ?? '';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
