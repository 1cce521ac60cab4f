import type { HostFacts, HostUser, Launch, UnitFacts } from '../../config/host-facts.js';
import { fileNameOf } from '../../config/paths.js';
import type { OffsetSpan } from '../../text/mapped-text.js';
import { scriptOfShell, serverInScript } from '../container/container-command.js';
import { isNamedForDevelopment } from '../container/development.js';
import { commandsOfWords } from '../container/probe-commands.js';
import { markUsed } from '../container/used-variables.js';
import type { HostDocument } from '../host-document.js';
import type { HostedServer, HostReading, HostTools } from '../host-reading.js';
import { cliCalls, passwordsOf } from '../shell/redis-cli.js';
import { withoutWrappers } from '../shell/wrappers.js';
import { hostedCommand, type PlacedWord, serverCommand } from '../words/server-command.js';
import { shellScript } from '../words/shell-script.js';
import { withoutTemplates } from '../words/templated-words.js';
import { unknownOptions } from '../words/unknown-options.js';
import { type ExecLine, execLines } from './exec-lines.js';
import { readContainerUnit } from './read-container-unit.js';
import { unitEnvironment, withEnvironment } from './unit-environment.js';
import { entriesIn, lastOf, listOf, type UnitEntry, type UnitSection, unitSections } from './unit-file.js';

/** The servers that a unit of systemd starts, or a container unit of podman. */
export function readUnit(document: HostDocument, _tools: HostTools): HostReading {
  const sections = unitSections(document.text);
  const service = entriesIn(sections, 'Service');
  const lines = listOf(service, 'ExecStart').flatMap(execLines);
  const servers = lines.flatMap((line, index) => serverOf({ document, sections, service }, line, index) ?? []);
  return withoutTemplates({ servers: [...servers, ...readContainerUnit(document, sections)], notAnalysed: [] });
}

interface Unit {
  readonly document: HostDocument;
  readonly sections: readonly UnitSection[];
  /** Of `[Service]`. */
  readonly service: readonly UnitEntry[];
}

interface Started extends Launch {
  readonly words: readonly PlacedWord[];
  readonly anchor: OffsetSpan;
}

function serverOf(unit: Unit, line: ExecLine, index: number): HostedServer | undefined {
  const { document } = unit;
  const started = startedBy(document, line.words);
  if (!started) return undefined;
  const words = withEnvironment(started.words, unit.service);
  const id = index === 0 ? 'Service.ExecStart' : `Service.ExecStart.${index + 1}`;
  const user = userOf(unit, line);
  return {
    id,
    facts: factsOf(unit, started, user),
    command: hostedCommand(id, words, { name: started.program, anchor: started.anchor }),
    texts: new Map(),
    mounts: [],
    published: { value: 'unknown', by: 'default' },
    isOnMachine: true,
    isDevelopment: isNamedForDevelopment(document.path),
    runsAs: runsAs(document, user),
    unread: unknownOptions(document, words),
  };
}

function startedBy(document: HostDocument, words: readonly PlacedWord[]): Started | undefined {
  const [first] = words;
  const script = scriptOfShell(words);
  if (script && first) {
    const found = serverInScript(shellScript(script).commands, first.at);
    return found && { ...found, at: document.locationOf(found.at) };
  }
  const found = serverCommand(withoutWrappers(words));
  if (!found) return undefined;
  const by = found.program.text.text.includes('/') ? 'absolute' : 'program';
  const { at } = found.program;
  return { by, at: document.locationOf(at), program: found.name, words: found.words, anchor: at };
}

/** A drop-in says what it says, and leaves the rest to the unit that it belongs to. */
const isDropIn = ({ path }: HostDocument): boolean => path.endsWith('.conf');

function factsOf({ document, sections, service }: Unit, started: Started, user: HostUser | undefined): HostFacts {
  const calls = service
    .filter(({ name }) => name.startsWith('Exec'))
    .flatMap(execLines)
    .flatMap(({ words }) => cliCalls(commandsOfWords(words)));
  return {
    kind: 'unit',
    name: fileNameOf(document.path),
    at: document.locationOf(started.anchor),
    launch: { by: started.by, at: started.at, program: started.program },
    ports: [],
    environment: markUsed(unitEnvironment(document, service), started.words),
    passwordsOnCommandLines: calls.flatMap(passwordsOf).map(document.locationOf),
    user,
    unit: unitFacts(document, sections, service),
  };
}

function unitFacts(
  document: HostDocument,
  sections: readonly UnitSection[],
  service: readonly UnitEntry[],
): UnitFacts | undefined {
  const head = sections.find(({ name }) => name === 'Service');
  if (!head || isDropIn(document)) return undefined;
  return { service: document.locationOf(head.at), keys: new Set(service.map(({ name }) => name)) };
}

const IS_YES = /^(?:1|yes|y|true|t|on)$/i;

/** Undefined: the unit that a drop-in belongs to says it. */
function runsAs(document: HostDocument, user: HostUser | undefined): HostedServer['runsAs'] {
  if (!user) return isDropIn(document) ? undefined : { value: 'root', by: 'default' };
  return { value: user.isRoot ? 'root' : 'other', by: 'default', at: user.at };
}

/** A unit of the system runs as root unless it says otherwise; one of a user as that user. */
function userOf({ document, sections, service }: Unit, { isPrivileged }: ExecLine): HostUser | undefined {
  const user = lastOf(service, 'User');
  const dynamic = lastOf(service, 'DynamicUser');
  const said = user ?? (dynamic && IS_YES.test(dynamic.value.text) ? dynamic : undefined);
  if (!said) return isOfUser(document, sections) ? headAsUser(document, sections) : undefined;
  const isRoot = isPrivileged || (said === user && /^(?:root|0)$/.test(user.value.text));
  return { at: document.locationOf(said.at), isRoot };
}

function headAsUser(document: HostDocument, sections: readonly UnitSection[]): HostUser | undefined {
  const head = sections.find(({ name }) => name === 'Service');
  return head && { at: document.locationOf(head.at), isRoot: false };
}

function isOfUser({ path }: HostDocument, sections: readonly UnitSection[]): boolean {
  const wantedBy = listOf(entriesIn(sections, 'Install'), 'WantedBy');
  return /\/systemd\/user\//.test(path) || wantedBy.some(({ value }) => value.text === 'default.target');
}
