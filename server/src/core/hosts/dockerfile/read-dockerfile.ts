import type { Mount } from '../../config/deployment.js';
import type { FileReader } from '../../config/file-reader.js';
import type { HostFacts, ImageFamily } from '../../config/host-facts.js';
import { directoryOf, fileNameOf, resolvePath } from '../../config/paths.js';
import { mountedPath } from '../../config/reading/configuration-reader.js';
import { type OffsetSpan, originOf } from '../../text/mapped-text.js';
import { dialectOfFile } from '../container/configuration-names.js';
import { programOf } from '../container/container-command.js';
import { unusedConfiguration } from '../container/unused-configuration.js';
import { markUsed } from '../container/used-variables.js';
import type { HostDocument } from '../host-document.js';
import type { HostedCommand, HostedServer, HostReading, HostTools } from '../host-reading.js';
import { imageFamily } from '../image.js';
import { hostedText } from '../shell/hosted-text.js';
import { cliCalls, passwordsOf } from '../shell/redis-cli.js';
import { type FileTexts, type PathText, textsByPath, textsOfServer, textsUnnamed } from '../shell/texts-by-path.js';
import { hostedCommand } from '../words/server-command.js';
import { withDefault } from './build-variables.js';
import { probeOf } from './image-checks.js';
import { type ImageCommand, imageCommand, wordsInForce } from './image-command.js';
import { type BuildState, type ImageFile, imageFiles } from './image-content.js';
import { type Instruction, instructionsIn } from './instructions.js';
import { stateAfter, variablesOf } from './stage-state.js';
import { type LastStage, lastStageOf } from './stages.js';

/** The server that the last stage of a Dockerfile is made to start, and configurations that it writes for none. */
export function readDockerfile(document: HostDocument, { reader }: HostTools): HostReading {
  const stage = lastStageOf(instructionsIn(document.text));
  return { servers: stage ? serversOf(imageOf(document, reader, stage)) : [], notAnalysed: [] };
}

/** What a stage of a Dockerfile is built on and what it starts; undefined: there is no such stage. */
export function readStage(
  document: HostDocument,
  { reader }: HostTools,
  target: string | undefined,
): BuiltStage | undefined {
  const stage = lastStageOf(instructionsIn(document.text), target);
  if (!stage) return undefined;
  const image = imageOf(document, reader, stage);
  return {
    base: stage.image,
    baseAt: stage.imageAt,
    server: startsServer(image) ? startedServer(image, image.command ?? null) : undefined,
  };
}

/** A stage, for whoever runs it. */
export interface BuiltStage {
  readonly base: string;
  readonly baseAt: OffsetSpan;
  /** Undefined: it starts something that is not known for a server. */
  readonly server: HostedServer | undefined;
}

/** What the last stage comes to. */
interface Image {
  readonly document: HostDocument;
  readonly stage: LastStage;
  readonly instructions: readonly Instruction[];
  /** Undefined: it starts something else. Null: it starts what the image below starts. */
  readonly command: ImageCommand | undefined | null;
  readonly files: readonly ImageFile[];
  readonly mounts: readonly Mount[];
  readonly texts: ReadonlyMap<string, FileTexts>;
  readonly state: BuildState;
}

function imageOf(document: HostDocument, reader: FileReader, stage: LastStage): Image {
  const family = imageFamily(stage.image);
  const instructions = stage.stages.flat();
  const files: ImageFile[] = [];
  let state: BuildState = { folder: family ? '/data' : '/', variables: new Map(), environment: new Map() };
  for (const instruction of instructions) {
    state = stateAfter(state, instruction);
    files.push(...imageFiles(instruction, state));
  }
  return {
    document,
    stage,
    instructions,
    command: imageCommand(wordsInForce(stage.stages), family),
    files,
    mounts: files.flatMap((file) => mountOf(file, document, reader)),
    texts: textsByPath(files.flatMap((file) => pathText(file, document))),
    state,
  };
}

function pathText(file: ImageFile, document: HostDocument): readonly PathText[] {
  if (file.kind === 'copied') return [];
  const dialect = dialectOfFile(file.path, file.text.text.text);
  if (!dialect) return [];
  const line = document.rangeOf(file.text.at).start.line + 1;
  const text = hostedText(document, { id: `${file.path}:${line}`, holder: 'image', dialect, text: file.text });
  return [{ path: file.path, isAppended: file.kind === 'appended', text }];
}

/** Contexts of a build are the folder of the Dockerfile or one above it. */
const MOST_ABOVE = 3;

function mountOf(file: ImageFile, document: HostDocument, reader: FileReader): readonly Mount[] {
  if (file.kind !== 'copied') return [];
  const own = directoryOf(document.path);
  const folders = Array.from({ length: MOST_ABOVE }, (_, count) => resolvePath(own, '../'.repeat(count)));
  const isThere = (path: string) =>
    reader.readFile(path).status === 'found' || reader.listFolder(path).status === 'found';
  const context = folders.find((folder) => isThere(resolvePath(folder, file.source))) ?? own;
  return [{ inside: file.path, outside: resolvePath(context, file.source) }];
}

function serversOf(image: Image): readonly HostedServer[] {
  const { command, texts } = image;
  const isServer = startsServer(image);
  const alone = [...texts].filter(([, { whole }]) => !isServer || whole?.dialect === 'acl');
  return [
    ...(isServer ? [startedServer(image, command ?? null)] : []),
    ...alone.map(([path, file]) => ({ ...serverOf(image, path, null), ...textsUnnamed(file) })),
  ];
}

function startsServer({ command, stage }: Image): boolean {
  return command !== undefined && (command !== null || imageFamily(stage.image) !== undefined);
}

function startedServer(image: Image, command: ImageCommand | null): HostedServer {
  const server = serverOf(image, 'image', command);
  if (command) return { ...server, ...namedFiles(image, command) };
  const text = [...image.texts.values()].find(({ whole }) => whole?.dialect !== 'acl');
  return text ? { ...server, ...textsUnnamed(text) } : server;
}

/** The files of the image, by the name that the command has for one too, where that is relative. */
function namedFiles({ texts, mounts, state }: Image, { words }: ImageCommand) {
  const name = words[0]?.text.text ?? '';
  if (name === '' || /^[-/]/.test(name)) return textsOfServer(texts);
  const path = resolvePath(state.folder, name);
  const text = texts.get(path);
  return {
    ...textsOfServer(text ? new Map([...texts, [name, text]]) : texts),
    mounts: [...mounts, { inside: name, outside: mountedPath(path, mounts) }],
  };
}

function serverOf(image: Image, id: string, command: ImageCommand | null): HostedServer {
  const { document } = image;
  const user = image.instructions.findLast(({ name }) => name === 'USER');
  const isRoot = user && /^(?:root|0)(?::|$)/.test(user.body.text.trim());
  const at = user && document.locationOf(originOf(user.body, { start: 0, end: user.body.text.length }) ?? user.at);
  return {
    id,
    facts: factsOf(image, command, at && { at, isRoot: isRoot === true }),
    ...(command && { command: hostedCommandOf(image, command) }),
    texts: new Map(),
    mounts: image.mounts,
    published: { value: 'unknown', by: 'image' },
    isDevelopment: false,
    ...(at && { runsAs: { value: isRoot ? 'root' : 'other', by: 'image', at } }),
  };
}

function hostedCommandOf({ state }: Image, { instruction, words, program, anchor }: ImageCommand): HostedCommand {
  const known = words.map((word) => ({
    ...word,
    fillIns: word.fillIns.map((fillIn) => withDefault(fillIn, state.environment)),
  }));
  return hostedCommand(instruction.name, known, { name: program, anchor });
}

function factsOf(image: Image, command: ImageCommand | null, user: HostFacts['user']): HostFacts {
  const { document, stage, instructions } = image;
  const family = imageFamily(stage.image);
  const variables = instructions.flatMap((instruction) => variablesOf(document, instruction));
  const probe = probeOf(document, instructions, variables);
  const scripts = [...(command?.script ?? []), ...(probe?.commands ?? [])];
  const imageAt = document.locationOf(stage.imageAt);
  return {
    kind: 'dockerfile',
    name: fileNameOf(document.path),
    at: command ? document.locationOf(command.anchor) : imageAt,
    ...(family && { image: { text: stage.image, at: imageAt, family } }),
    launch: {
      by: command?.by ?? 'image',
      user: command?.user,
      at: command ? document.locationOf(command.at) : imageAt,
      program: command?.program ?? programOf(family),
    },
    ports: [],
    environment: markUsed(variables, [...(command?.words ?? []), ...scripts.flatMap(({ words }) => words)]),
    passwordsOnCommandLines: cliCalls(scripts).flatMap(passwordsOf).map(document.locationOf),
    healthcheck: probe?.healthcheck,
    user,
    unusedConfiguration: unusedConfigurationOf(image, command, family),
  };
}

/** Where nothing is said of a command, whoever runs the image may say it. */
function unusedConfigurationOf(
  { document, files }: Image,
  command: ImageCommand | null,
  family: ImageFamily | undefined,
) {
  if (!command || command.by === 'entrypoint') return undefined;
  const placed = files.map(({ path, at }) => ({ path, at: document.locationOf(at) }));
  return unusedConfiguration(placed, command.words, family);
}
