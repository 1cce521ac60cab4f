import type { EnvironmentVariable, HostFacts, HostUser, ImageFamily, Launch } from '../../config/host-facts.js';
import type { Location } from '../../config/occurrence.js';
import { commandsOfWords, healthcheckOf } from '../container/probe-commands.js';
import { unusedConfiguration } from '../container/unused-configuration.js';
import type { HostDocument } from '../host-document.js';
import type { ArgumentWord, HostedCommand, HostedServer, HostTools, NotAnalysed } from '../host-reading.js';
import { programOfImage } from '../image.js';
import { cliCalls, passwordsOf } from '../shell/redis-cli.js';
import { fileNameOf } from '../words/server-command.js';
import { textOfNode } from '../yaml/yaml-tree.js';
import { commandOf } from './compose-command.js';
import { isForDevelopment } from './compose-development.js';
import { environmentOf } from './compose-environment.js';
import { filesOf, type GivenFiles } from './compose-files.js';
import { type Probe, probeOf } from './compose-healthcheck.js';
import { type ComposeImage, imageOf } from './compose-image.js';
import { type ComposeLaunch, launchOf } from './compose-launch.js';
import { memoryLimitOf, type Network, networkOf } from './compose-network.js';
import type { ComposeProject } from './compose-project.js';
import { lastValue, type Service } from './compose-service.js';
import { withDefaults } from './compose-variables.js';
import { ownConfiguration, placedFiles } from './own-configuration.js';
import { scriptTexts } from './script-texts.js';
import { unknownPart } from './unknown-part.js';

/** The browser interface that a bundle holds beside the server. */
const PORT_OF_INSIGHT = 8001;

/** A service that starts a server, with what was found out of it. */
interface Read {
  readonly service: Service;
  readonly document: HostDocument;
  readonly image: ComposeImage | undefined;
  readonly family: ImageFamily;
  readonly launch: ComposeLaunch;
  readonly program: string;
  readonly files: GivenFiles;
  readonly probe: Probe | undefined;
  /** What its Dockerfile makes of it. */
  readonly built: HostedServer | undefined;
}

/** The server that a service starts; undefined: it starts none. */
export function serverOf(
  service: Service,
  document: HostDocument,
  project: ComposeProject,
  tools: HostTools,
): HostedServer | NotAnalysed | undefined {
  const image = imageOf(service, tools);
  const launch = launchOf(service, image?.family);
  const built = typeof image?.starts === 'object' ? image.starts : undefined;
  const isServer = launch.kind === 'server' || (launch.kind !== 'other' && (image?.family ?? built) !== undefined);
  if (!isServer) return undefined;
  if (launch.kind === 'undecodable') {
    return launch.document === document ? { at: launch.at, reason: 'undecodable' } : undefined;
  }
  const family = image?.family ?? 'other';
  const program = programOfImage(image?.text ?? '');
  const files = filesOf(service);
  return fromService(
    { service, document, image, family, launch, program, files, probe: probeOf(service), built },
    project,
    tools,
  );
}

function fromService(read: Read, project: ComposeProject, tools: HostTools): HostedServer {
  const { service, document, image, family, files, built, launch } = read;
  const network = networkOf(service, project.find, family === 'stack' ? PORT_OF_INSIGHT : undefined);
  const user = userOf(service) ?? built?.facts.user;
  const command = commandIn(read, tools);
  const unread = unknownPart(launch, image);
  const written = scriptTexts(launch, service.name);
  return {
    id: `services.${service.name}`,
    facts: factsOf(read, { network, user, unused: unread ? undefined : unusedIn(read, command, tools) }),
    otherHosts: otherHostsOf(service, document, image),
    command,
    texts: new Map([...(built?.texts ?? []), ...files.texts, ...written.texts]),
    appended: new Map([...(built?.appended ?? []), ...written.appended]),
    mounts: [...files.mounts, ...(built?.mounts ?? [])],
    published: network.published,
    isDevelopment: isForDevelopment(service, document.path),
    ...(service.isOverlay && { isOverlay: true }),
    ...(unread && { unread: [unread] }),
    runsAs: user && { value: user.isRoot ? 'root' : 'other', by: 'image', at: user.at },
    memoryLimit: memoryLimitOf(service),
  };
}

/** What the service says, else what its Dockerfile does. */
function commandIn(
  { service, image, family, launch, program, files, built }: Read,
  tools: HostTools,
): HostedCommand | undefined {
  if (launch.kind === 'none' && built?.command) return { ...built.command, document: image?.dockerfile };
  const ownFile = ownConfiguration(family, files, tools);
  return commandOf({ service, family, launch, program, ownFile, hasTexts: files.texts.size > 0 });
}

interface Found {
  readonly network: Network;
  readonly user: HostUser | undefined;
  readonly unused: HostFacts['unusedConfiguration'];
}

function factsOf(read: Read, { network, user, unused }: Found): HostFacts {
  const { service, image, family, probe } = read;
  const environment = environmentIn(read);
  const { ports, hostNetwork } = network;
  const probeAt = probe?.sited.document.locationOf(probe.sited.node.at);
  return {
    kind: 'compose',
    name: service.name,
    at: service.document.locationOf(service.key.at),
    ...(image && { image: { text: image.text, at: image.at, family } }),
    launch: launchFacts(read),
    ports,
    ...(hostNetwork && { hostNetwork }),
    environment,
    hasFurtherVariables: lastValue(service, 'env_file') !== undefined,
    passwordsOnCommandLines: clientPasswords(read),
    ...(probe && probeAt && { healthcheck: healthcheckOf(probe.commands, probeAt, environment) }),
    ...(user && { user }),
    ...(unused && { unusedConfiguration: unused }),
  };
}

/** Nobody knows what a script that was not read uses. */
function environmentIn({ service, family, launch, probe, files }: Read): readonly EnvironmentVariable[] {
  const words: readonly Pick<ArgumentWord, 'text'>[] = [
    ...wordsOf(launch),
    ...files.texts.values(),
    ...(probe?.commands ?? []).flatMap((command) => [...command.words, ...command.assignments]),
  ];
  return environmentOf(service, launch.kind === 'unknown' ? 'other' : family, words);
}

const wordsOf = (launch: ComposeLaunch) => ('said' in launch ? launch.said.words : []);

function launchFacts({ launch, service, program, built }: Read): Launch {
  if (launch.kind === 'unknown') {
    const { by, said, script } = launch;
    return { by, at: said.document.locationOf(script.at), program: fileNameOf(script.text) };
  }
  if (launch.kind === 'server') {
    const { by, at, program: named, user } = launch.command;
    return { by, at: launch.said.document.locationOf(at), program: named, user };
  }
  return built?.facts.launch ?? { by: 'image', at: service.document.locationOf(service.key.at), program };
}

/** Those of clients. */
function clientPasswords({ launch, probe }: Read): readonly Location[] {
  const own = cliCalls(commandsOfWords(wordsOf(launch))).flatMap(passwordsOf);
  const asked = cliCalls(probe?.commands ?? []).flatMap(passwordsOf);
  return [
    ...('said' in launch ? own.map(launch.said.document.locationOf) : []),
    ...(probe ? asked.map(probe.sited.document.locationOf) : []),
  ];
}

function unusedIn(
  { family, files, launch }: Read,
  command: HostedCommand | undefined,
  tools: HostTools,
): HostFacts['unusedConfiguration'] {
  const isOwn = launch.kind === 'server' && (launch.command.by === 'entrypoint' || launch.command.by === 'shell');
  return isOwn ? undefined : unusedConfiguration(placedFiles(files, tools), command?.words ?? [], family);
}

function userOf(service: Service): HostUser | undefined {
  const user = lastValue(service, 'user');
  const text = withDefaults(textOfNode(user?.node) ?? '').text;
  if (!user || text === '') return undefined;
  return { at: user.document.locationOf(user.node.at), isRoot: /^(?:root|0+)(?::|$)/.test(text) };
}

function otherHostsOf(service: Service, document: HostDocument, image: ComposeImage | undefined) {
  const all = [...service.parts.map(({ file }) => file.document), ...(image?.dockerfile ? [image.dockerfile] : [])];
  const others = new Map(all.filter(({ path }) => path !== document.path).map((each) => [each.path, each]));
  return [...others.values()];
}
