/** The folder part of a path with `/` separators; `.` where there is none. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : slash === 0 ? '/' : path.slice(0, slash);
}

/** The part after the last `/`. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a path lies in a folder, at any depth. */
export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** A path as seen from a folder, with `.`, `..` and doubled slashes resolved as text (symbolic links are not followed). */
export function resolvePath(folder: string, path: string): string {
  const isAbsolute = path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path);
  const joined = isAbsolute ? path : `${folder}/${path}`;
  const parts: string[] = [];
  for (const part of joined.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return (joined.startsWith('/') ? '/' : '') + parts.join('/');
}
