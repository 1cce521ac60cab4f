import type { ImageFamily, UnusedConfiguration } from '../../config/host-facts.js';
import type { Location } from '../../config/occurrence.js';
import type { ArgumentWord } from '../host-reading.js';
import { dialectOfFile } from './configuration-names.js';

/** A file that somebody puts into a container. */
export interface PlacedFile {
  readonly at: Location;
  /** Its path in the container. */
  readonly path: string;
}

/** Images that read no configuration by themselves. */
const READ_NONE: ReadonlySet<ImageFamily> = new Set<ImageFamily>(['redis', 'valkey']);

/** A configuration that stands ready while the server is started with none. */
export function unusedConfiguration(
  files: readonly PlacedFile[],
  words: readonly ArgumentWord[],
  family: ImageFamily | undefined,
): UnusedConfiguration | undefined {
  const first = words[0]?.text.text ?? '';
  const namesFile = first !== '' && !first.startsWith('-');
  if (!family || !READ_NONE.has(family) || namesFile) return undefined;
  const isNamed = (path: string) => words.some(({ text }) => text.text.includes(path));
  return files.find(({ path }) => dialectOfFile(path) === 'server' && !isNamed(path));
}
