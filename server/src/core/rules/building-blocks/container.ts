import { DATA_FOLDER_SIGN } from '../../config/meaning/container.js';
import type { ResolvedConfiguration } from '../../config/resolved-configuration.js';

/** Whether more than the folder of the data speaks for a container: machines have a disk that is called `/data` too. */
export function isInContainer({ exposure: { container, containerSign } }: ResolvedConfiguration): boolean {
  return container === 'proven' || (container === 'guessed' && containerSign !== DATA_FOLDER_SIGN);
}

/** What a message adds where it only looks like one: whoever reads a guess has to know what it rests on. */
export function containerSignIn({ exposure: { container, containerSign } }: ResolvedConfiguration): string {
  return container === 'guessed' ? ` Looks like a container: ${containerSign}.` : '';
}
