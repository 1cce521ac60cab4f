import type { Deployment, Layer } from '../config/deployment.js';
import type { FileReader } from '../config/file-reader.js';
import { type ConfigSource, sourceOfFile } from '../config/occurrence.js';
import { mountedPath } from '../config/reading/configuration-reader.js';
import { detectDialect } from '../config/reading/dialect.js';
import { contentOfImage } from '../config/reading/image-tags.js';
import { lexicalRulesFor } from '../config/reading/lexical-rules.js';
import { named, type TargetChoice } from '../config/reading/target-choice.js';
import { type Unread, unreadFrom } from '../config/unread.js';
import { NEWEST_REDIS, NEWEST_VALKEY, type Target } from '../directives/target.js';
import { parseFile } from '../syntax/config-file.js';
import { type ArgumentLines, argumentLines } from './arguments/argument-lines.js';
import { writesOfArguments, writesOfText } from './edits/hosted-writes.js';
import type { Reread } from './edits/write-region.js';
import type { HostDocument } from './host-document.js';
import type { HostedServer, HostedText } from './host-reading.js';
import { defaultsOfImage } from './image-defaults.js';
import { type Region, regionSource } from './region.js';

/** What is known of a server besides its document. */
export interface HostedRequest {
  readonly document: HostDocument;
  readonly server: HostedServer;
  /** Who named the target; undefined: nobody. */
  readonly target: TargetChoice['target'] | undefined;
  readonly reader: FileReader;
  /** The folder that holds all that belongs to the document. */
  readonly around: string | undefined;
  /** The profile of development was asked for. */
  readonly isDevelopment: boolean;
  /** Proves that edits of what stands in the document are written there as they are meant. */
  readonly reread: Reread;
}

/** The server that a document starts: the image's defaults, the file that it is started with, the arguments behind it. */
export function hostedDeployment(asked: HostedRequest): Deployment {
  const { server, around } = asked;
  const document = server.document ?? asked.document;
  const request = { ...asked, document };
  const target = request.target ?? targetOf(server);
  const read = argumentLines(server.command?.words ?? [], target.value);
  const file = fileOf(request, read, target.value);
  const command = commandSource(request, read, target.value);
  const layers: readonly Layer[] = [
    { kind: 'defaults', ...defaultsOfImage(server.facts, file.sources.length > 0) },
    ...file.sources.map((source) => ({ kind: 'file', source }) as const),
    ...(command ? [{ kind: 'arguments', source: command } as const] : []),
  ];
  return {
    id: `${document.path}#${server.id}`,
    hosts: [document, ...(server.otherHosts ?? [])].map(({ source }) => source),
    facts: server.facts,
    mounts: server.mounts,
    target,
    layers,
    published: server.published,
    container: server.isOnMachine ? 'no' : 'proven',
    isDevelopment: request.isDevelopment || server.isDevelopment,
    ...(server.runsAs && { runsAs: server.runsAs }),
    ...(server.memoryLimit && { memoryLimit: server.memoryLimit }),
    unread: [...(server.unread ?? []), ...file.unread],
    around,
  };
}

function targetOf({ facts }: HostedServer): TargetChoice['target'] {
  const { image } = facts;
  const content = image && contentOfImage(image.text);
  if (!image || !content) {
    return { value: /valkey/i.test(facts.launch.program) ? NEWEST_VALKEY : NEWEST_REDIS, by: 'default' };
  }
  const { target, isFloating } = content;
  return named({ value: target, by: 'image', at: image.at, ...(isFloating ? { isFloating } : {}) }).target;
}

interface FileLayer {
  readonly source: ConfigSource | undefined;
  readonly unread: readonly Unread[];
}

interface FileLayers {
  /** In the order in which they stand in one file. */
  readonly sources: readonly ConfigSource[];
  readonly unread: readonly Unread[];
}

function fileOf(request: HostedRequest, read: ArgumentLines, target: Target): FileLayers {
  const { source, unread } = firstOf(request, read, target);
  const further = request.server.appended?.get(read.file?.text.text ?? '') ?? [];
  const appended = further.map((text) => textSource({ dialect: source?.dialect, ...text }, target, request));
  return { sources: source ? [source, ...appended] : appended, unread };
}

/** The file that the first argument names, wherever it stands; a text that nothing names, where there is no command. */
function firstOf(request: HostedRequest, { file }: ArgumentLines, target: Target): FileLayer {
  const { server, reader } = request;
  const document = server.command?.document ?? request.document;
  const path = file?.text.text ?? '';
  const text = server.texts.get(path);
  if (text) return { source: textSource(text, target, request), unread: [] };
  if (!file) return { source: undefined, unread: [] };
  const here = mountedPath(path, server.mounts);
  const found = here === path ? undefined : reader.readFile(here);
  if (found?.status === 'found') {
    const parsed = parseFile(found.text, { rules: lexicalRulesFor(target), encoding: found.encoding ?? 'utf-8' });
    const dialect = server.command?.dialect ?? detectDialect({ path: here, file: parsed });
    return { source: sourceOfFile(here, parsed, dialect), unread: [] };
  }
  const [run] = file.text.runs;
  const at = document.locationOf(
    run
      ? { start: run.origin, end: run.origin + run.originLength }
      : (request.server.command?.anchor ?? { start: 0, end: 0 }),
  );
  const why = found?.status === 'unknown' ? found : ({ status: 'unknown', reason: 'another-machine' } as const);
  return { source: undefined, unread: [unreadFrom(why, path, at)] };
}

function textSource(text: HostedText, target: Target, { reread }: HostedRequest): ConfigSource {
  const write = writesOfText(text, reread);
  return regionSource({ dialect: undefined, ...text, write }, lexicalRulesFor(target));
}

/** Where there is neither file nor option, the arguments are an empty line: what is missing is reported at the program. */
function commandSource(
  { document, server, reread }: HostedRequest,
  read: ArgumentLines,
  target: Target,
): ConfigSource | undefined {
  const { command, facts } = server;
  const { text, fillIns } = read;
  if (!command && server.texts.size > 0) return undefined;
  const nobody = { dialect: /sentinel/.test(facts.launch.program) ? 'sentinel' : 'server' } as const;
  const { at, source } = { at: facts.at, source: document.source };
  const home = command?.document ?? server.otherHosts?.find(({ path }) => path === at.source) ?? document;
  const anchor = command?.anchor ?? {
    start: home.offsetOf({ line: at.line, character: at.at.start }),
    end: home.offsetOf({ line: at.line, character: at.at.end }),
  };
  const holding = command?.document ?? document;
  const region: Region = {
    document: holding,
    id: command?.id ?? server.id,
    text,
    anchor,
    extent: command?.extent ?? anchor,
    write: command
      ? writesOfArguments({ command, document: holding, lines: read, target }, reread)
      : () => ({ refused: `There is no command in ${source.path} to write to.` }),
    fillIns,
    holder: command?.holder ?? 'command',
    dialect: command?.dialect ?? nobody.dialect,
  };
  return regionSource(region, lexicalRulesFor(target));
}
