import type { DirectiveName } from '../../directives/catalog.js';
import { textOfBytes } from '../../syntax/bytes.js';
import type { FileLine, Location, Occurrence } from '../occurrence.js';
import type { ConfigurationReader } from './configuration-reader.js';

/** A word that names a file, and where it leads. */
export interface FileReference {
  readonly directive: DirectiveName;
  readonly at: Location;
  /** In the order read: several for a pattern, none where nothing matches or nobody can tell. */
  readonly paths: readonly string[];
  /** The path of another machine that the line names, where others stand here in its place. */
  readonly named?: string;
}

/** Looked up when all files are read, from the working directory of then; `include` alone is followed at once. */
const OPENED_AT_START: readonly DirectiveName[] = [
  'aclfile',
  'tls-cert-file',
  'tls-key-file',
  'tls-client-cert-file',
  'tls-client-key-file',
  'tls-ca-cert-file',
  'tls-dh-params-file',
  'loadmodule',
];

/** The files that the server opens when all lines are read, seen from the working directory of then. */
export function filesOpenedAtStart(
  occurrences: (name: DirectiveName) => readonly Occurrence[],
  directory: string,
  { locate }: Pick<ConfigurationReader, 'locate'>,
): readonly FileReference[] {
  return OPENED_AT_START.flatMap((directive) =>
    occurrences(directive).flatMap((occurrence) => {
      const [word] = occurrence.args;
      if (occurrence.isTemplated || !word || word.value === '') return [];
      const { path, ...standsIn } = locate(directory, textOfBytes(word.value));
      return [referenceIn(occurrence, directive, { paths: [path], ...standsIn })];
    }),
  );
}

/** Where a line leads: nothing but this knows it of the line. */
export function referenceIn(
  { source, line, args, directive: node }: Occurrence,
  directive: DirectiveName,
  { paths, named }: Pick<FileReference, 'paths' | 'named'>,
): FileReference {
  const at = { source, line, at: args[0] ?? node.name };
  return { directive, at, paths, ...(named !== undefined && { named }) };
}

/** The file that a line names, where that is one. */
export function fileNamedBy(references: readonly FileReference[], { source, line }: FileLine): string | undefined {
  return references.find(({ at }) => at.source === source && at.line === line)?.paths[0];
}
