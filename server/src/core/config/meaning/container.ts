import type { DirectiveName } from '../../directives/catalog.js';
import type { Deployment } from '../deployment.js';
import type { ConfigSource, Occurrence } from '../occurrence.js';
import { directoryOf, fileNameOf, isBelow } from '../paths.js';
import { HEAD_LINES, speaksOfContainer } from '../reading/prose-edit.js';

const CONTAINER_FOLDER = /^(docker|compose|containers?|kubernetes|k8s|helm)$/i;
/** Working folder of the official images. */
const IMAGE_FOLDER = '/data';
/** The sign of a container that only tells where the data is. */
export const DATA_FOLDER_SIGN = `"dir ${IMAGE_FOLDER}"`;

/** Whether a server runs in a container, and what makes it look so. */
export type ContainerGuess = Pick<Deployment, 'container' | 'containerSign'>;

/**
 * What makes a file look like one of a container, in words: a folder below the root of its project, or a comment at its
 * top. Where the project stands says nothing: the same file is judged the same in every checkout.
 */
export function containerSignOf({ path, file }: ConfigSource, rootFolder: string | undefined): string | undefined {
  const folder = foldersBelow(path, rootFolder).find((name) => CONTAINER_FOLDER.test(name));
  if (folder !== undefined) return `directory "${folder}"`;
  const head = [...file.lines.entries(0, HEAD_LINES)];
  const isSaid = head.some(([, line]) => speaksOfContainer(line));
  return isSaid ? 'comment at the top' : undefined;
}

/** The same when all lines are read: `dir /data` is a sign too. */
export function containerOf(
  { container, containerSign }: ContainerGuess,
  occurrences: (name: DirectiveName) => readonly Occurrence[],
): ContainerGuess {
  if (container !== 'no' || occurrences('dir').at(-1)?.args[0]?.value !== IMAGE_FOLDER)
    return { container, containerSign };
  return { container: 'guessed', containerSign: DATA_FOLDER_SIGN };
}

/** Where nobody knows the root only the file's own folder counts. */
function foldersBelow(path: string, rootFolder: string | undefined): readonly string[] {
  const folder = directoryOf(path);
  if (rootFolder === undefined || !isBelow(path, rootFolder)) return [fileNameOf(folder)];
  return folder.slice(rootFolder.length).split('/');
}
