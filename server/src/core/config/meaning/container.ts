import type { DirectiveName } from '../../directives/catalog.js';
import type { Occurrence, SourceFile } from '../occurrence.js';
import { directoryOf, fileNameOf, isBelow } from '../paths.js';

const CONTAINER_FOLDER = /^(docker|compose|containers?|kubernetes|k8s|helm)$/i;
const CONTAINER_WORD = /\b(docker|containers?|compose|kubernetes|k8s|helm)\b/i;
/** The stock files speak of containers too, but not in their first lines. */
const HEAD_LINES = 10;
/** Working folder of the official images. */
const IMAGE_FOLDER = '/data';

/**
 * What makes a file look like one of a container, in words: a folder below the root of its project, a comment at its
 * top, or `dir /data`. Where the project stands says nothing: the same file is judged the same in every checkout.
 */
export function containerSignOf(
  { path, file }: SourceFile,
  rootFolder: string | undefined,
  occurrences: (name: DirectiveName) => readonly Occurrence[],
): string | undefined {
  const folder = foldersBelow(path, rootFolder).find((name) => CONTAINER_FOLDER.test(name));
  if (folder !== undefined) return `folder "${folder}"`;
  const head = file.lines.slice(0, HEAD_LINES);
  if (head.some(({ kind, text }) => kind === 'comment' && CONTAINER_WORD.test(text))) return 'comment at the top';
  return occurrences('dir').at(-1)?.args[0]?.value === IMAGE_FOLDER ? `"dir ${IMAGE_FOLDER}"` : undefined;
}

/** Where nobody knows the root only the file's own folder counts. */
function foldersBelow(path: string, rootFolder: string | undefined): readonly string[] {
  const folder = directoryOf(path);
  if (rootFolder === undefined || !isBelow(path, rootFolder)) return [fileNameOf(folder)];
  return folder.slice(rootFolder.length).split('/');
}
