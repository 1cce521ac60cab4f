import type { HostDocument } from '../host-document.js';
import type { ArgumentWord, HostedServer, HostedText, HostReading } from '../host-reading.js';
import { isYaml } from './yaml-document.js';

/** One thing that a reading says: of a server, of its command line, or of a configuration. */
export interface Saying {
  readonly says: string;
  readonly command?: readonly ArgumentWord[];
  /** Of the configuration's source, or of the command's. */
  readonly id?: string;
  readonly text?: HostedText;
}

/**
 * What a reading says, wherever it stands, in its order. Two readings that say the same start the same servers: names
 * of what has none are numbers of lines, which do not count.
 */
export function sayingsOf({ servers, notAnalysed }: HostReading, document: HostDocument): readonly Saying[] {
  return [
    { says: String(notAnalysed.length) },
    ...servers.flatMap((server) => [
      { says: factsOf(server, document) },
      commandOf(server, document),
      ...textsOf(server).map((text) => {
        const {
          text: { text: says },
          fillIns,
          dialect,
          holder,
        } = text;
        const filled = fillIns.map(({ line: _, ...fillIn }) => fillIn);
        const id = `${text.document.path}#${text.id}`;
        return { says: JSON.stringify([says, filled, dialect, holder]), id, text };
      }),
    ]),
  ];
}

function commandOf({ command, document: own }: HostedServer, document: HostDocument): Saying {
  if (!command) return { says: '' };
  const { words, dialect } = command;
  const says = JSON.stringify([dialect, words.map(({ text: { text }, fillIns }) => [text, fillIns])]);
  return { says, command: words, id: `${(command.document ?? own ?? document).path}#${command.id}` };
}

const textsOf = ({ texts, appended }: HostedServer): readonly HostedText[] => [
  ...texts.values(),
  ...[...(appended?.values() ?? [])].flat(),
];

/**
 * Whether a command uses a variable may change with it, and so may the file that it names by a relative path; in YAML the
 * variable, too, that holds words of a command.
 */
function factsOf(
  { facts, mounts, published, isOnMachine, isDevelopment, runsAs, memoryLimit }: HostedServer,
  document: HostDocument,
): string {
  const environment = facts.environment.map(({ name, value, isInImage }) =>
    isYaml(document) ? [name, isInImage] : [name, value, isInImage],
  );
  const mounted = mounts.filter(({ inside }) => inside.startsWith('/'));
  const own = { ...facts, environment, healthcheck: undefined, unusedConfiguration: undefined };
  return JSON.stringify([own, mounted, published, isOnMachine, isDevelopment, runsAs, memoryLimit], withoutPlaces);
}

function withoutPlaces(_key: string, value: unknown): unknown {
  if (value instanceof Set) return [...value];
  const isPlace = typeof value === 'object' && value !== null && 'source' in value && 'line' in value;
  return isPlace ? true : value;
}
