import type { Mount } from '../../config/deployment.js';
import type { HostFacts, Launch } from '../../config/host-facts.js';
import { directoryOf, fileNameOf, resolvePath } from '../../config/paths.js';
import { maySpeakOfServers } from '../../project/recognise/sniff.js';
import { verbatim } from '../../text/mapped-text.js';
import { isNamedForDevelopment } from '../container/development.js';
import { hostUser, runsAs } from '../container/host-user.js';
import type { HostDocument } from '../host-document.js';
import type { HostedServer, HostReading, HostTools } from '../host-reading.js';
import { hostedCommand, type PlacedWord, type ServerCommand, serverCommand } from '../words/server-command.js';
import { type ShellCommand, shellScript } from '../words/shell-script.js';
import { withoutTemplates } from '../words/templated-words.js';
import { unknownOptions } from '../words/unknown-options.js';
import { allCommands } from './all-commands.js';
import { readContainerRun } from './read-container-run.js';
import { cliCalls, passwordsOf } from './redis-cli.js';
import { settledVariables } from './settled-variables.js';
import { isConfiguration, textsByPath, textsOfServer, textsUnnamed } from './texts-by-path.js';
import { userOfWrappers, withoutWrappers } from './wrappers.js';
import { writtenTexts } from './written-text.js';

/** The servers that a script starts, and the configurations that it writes for others. */
export function readShell(document: HostDocument, tools: HostTools): HostReading {
  const { text } = document;
  const { commands: read, brokenAt } = shellScript({ text: verbatim(text, 0, text.length), fillIns: [] });
  const commands = settledVariables(allCommands(read), text);
  const files = textsByPath(writtenTexts(document, commands));
  const started = commands.flatMap((command, index) => startedBy(document, command, index, tools) ?? []);
  const named = new Set(started.map(({ command }) => command?.words[0]?.text.text));
  const servers = [
    ...started.map((server) => ({ ...server, ...textsOfServer(files) })),
    ...[...files]
      .filter(([path, file]) => !named.has(path) && isConfiguration(file))
      .map(([path, file]) => ({ ...serverWithoutCommand(document, path), ...textsUnnamed(file) })),
  ];
  const isBroken = brokenAt !== undefined && maySpeakOfServers(text.slice(brokenAt));
  return withoutTemplates({
    servers: withPasswords(document, commands, servers),
    notAnalysed: isBroken ? [{ at: { start: brokenAt, end: text.length }, reason: 'not-valid' }] : [],
  });
}

function startedBy(
  document: HostDocument,
  { words }: ShellCommand,
  index: number,
  tools: HostTools,
): HostedServer | undefined {
  const own = withoutWrappers(words);
  const id = `command.${index + 1}`;
  const command = serverCommand(own);
  if (!command) return readContainerRun(document, own, id);
  return readsStandardInput(command) ? undefined : serverOf(document, command, { id, words, tools });
}

/** Then its configuration may come from anywhere. */
const readsStandardInput = ({ words }: ServerCommand): boolean =>
  words[0]?.text.text === '-' || words.at(-1)?.text.text === '-';

interface Around {
  readonly id: string;
  /** With those before the program. */
  readonly words: readonly PlacedWord[];
  readonly tools: HostTools;
}

function serverOf(document: HostDocument, command: ServerCommand, { id, words, tools }: Around): HostedServer {
  const { program, name } = command;
  const told = userOfWrappers(words);
  const user = told && hostUser(document, told);
  const server = serverWithoutCommand(document, id);
  const at = document.locationOf(program.at);
  const launch: Launch = { by: program.text.text.includes('/') ? 'absolute' : 'program', at, program: name };
  return {
    ...server,
    facts: { ...server.facts, at, launch, user },
    command: hostedCommand(id, command.words, { name, anchor: program.at }),
    mounts: mountsOf(document, command, tools),
    runsAs: runsAs(user),
    unread: unknownOptions(document, command.words),
  };
}

/** What a script of an image does, it does in a container. */
const OF_CONTAINER = /entrypoint|(?:^|[/._-])(?:docker|container|k8s|kubernetes|helm)/i;

function serverWithoutCommand(document: HostDocument, id: string): HostedServer {
  const at = document.locationOf({ start: 0, end: 0 });
  const name = fileNameOf(document.path);
  const folder = fileNameOf(directoryOf(document.path));
  const facts: HostFacts = {
    kind: 'shell',
    name,
    at,
    launch: { by: 'program', at, program: 'redis-server' },
    ports: [],
    environment: [],
    passwordsOnCommandLines: [],
  };
  return {
    id,
    facts,
    texts: new Map(),
    mounts: [],
    published: { value: 'unknown', by: 'default' },
    isOnMachine: !OF_CONTAINER.test(`${folder}/${name}`),
    isDevelopment: isNamedForDevelopment(document.path),
  };
}

/** The folder of a script, and those above it, are where people run it. */
const MOST_ABOVE = 3;

/** The file that a relative name means, where it is one of the repository. */
function mountsOf(document: HostDocument, { words }: ServerCommand, { reader }: HostTools): readonly Mount[] {
  const [file] = words;
  const name = file?.text.text ?? '';
  if (!file || file.fillIns.length > 0 || /^(?:[-/]|$)/.test(name)) return [];
  const own = directoryOf(document.path);
  const paths = Array.from({ length: MOST_ABOVE }, (_, count) => resolvePath(own, `${'../'.repeat(count)}${name}`));
  const found = paths.find((path) => reader.readFile(path).status === 'found');
  return found === undefined ? [] : [{ inside: name, outside: found }];
}

/** Passwords that the script gives to clients, told with its first server. */
function withPasswords(
  document: HostDocument,
  commands: readonly ShellCommand[],
  [first, ...others]: readonly HostedServer[],
): readonly HostedServer[] {
  if (!first) return [];
  const found = cliCalls(commands).flatMap(passwordsOf).map(document.locationOf);
  const passwordsOnCommandLines = [...first.facts.passwordsOnCommandLines, ...found];
  return [{ ...first, facts: { ...first.facts, passwordsOnCommandLines } }, ...others];
}
