import type { Launch } from '../../config/host-facts.js';
import type { OffsetSpan } from '../../text/mapped-text.js';
import { containerCommand } from '../container/container-command.js';
import { unknownProgram } from '../container/unknown-program.js';
import type { HostedCommand } from '../host-reading.js';
import { imageFamily, programOfImage } from '../image.js';
import { userOfWrappers, withoutWrappers } from '../shell/wrappers.js';
import { fileNameOf, hostedCommand } from '../words/server-command.js';
import type { ScriptWord } from '../words/shell-script.js';
import { entryOf, itemsOf, type YamlEntry, type YamlNode } from '../yaml/yaml-tree.js';
import { type Defined, definedIn, expanded } from './variables.js';

/** What a container is told to run. */
export interface ToldCommand {
  /** It takes the place of the image's entrypoint. */
  readonly command: YamlEntry | undefined;
  /** It takes the place of the image's own arguments. */
  readonly args: YamlEntry | undefined;
  /** The words of both. */
  readonly words: readonly ScriptWord[];
  /** Where a word stands that could not be read. */
  readonly undecodable: readonly OffsetSpan[];
}

/** `command` and `args` of a container. */
export function toldCommand(container: YamlNode): ToldCommand {
  const [command, args] = [entryOf(container, 'command'), entryOf(container, 'args')];
  const defined = definedIn(container);
  const items = [...itemsOf(command?.value), ...itemsOf(args?.value)];
  const words = items.map((item) => ({ item, word: placedWord(item, defined) }));
  return {
    command: itemsOf(command?.value).length > 0 ? command : undefined,
    args: itemsOf(args?.value).length > 0 ? args : undefined,
    words: words.flatMap(({ word }) => word ?? []),
    undecodable: words.flatMap(({ item, word }) => (word ? [] : [item.at])),
  };
}

/** A word of a list, as the cluster hands it on. */
export function placedWord(item: YamlNode, defined: Defined): ScriptWord | undefined {
  const text = item.kind === 'scalar' ? item.text() : undefined;
  return text && { ...expanded(text, defined), at: item.at, isQuoted: true };
}

/** How a container comes to run a server. */
export interface StartedServer {
  readonly launch: Pick<Launch, 'by' | 'program' | 'user'> & { readonly at: OffsetSpan };
  /** Undefined: the image's own command runs, or what nobody knows here. */
  readonly command: HostedCommand | undefined;
  /** The program that nobody knows here and that starts the server. */
  readonly unknown?: ScriptWord | undefined;
}

/** What is known of a container whose command is looked at. */
export interface ContainerContext {
  /** Of the command, within the document. */
  readonly id: string;
  /** Of its name, or of its first key. */
  readonly nameAt: OffsetSpan;
  /** As it is written. */
  readonly image: string;
}

/** How a container starts a server; undefined: it starts none, or nobody can tell. */
export function startedServer(
  { command, args, words }: ToldCommand,
  { id, nameAt, image }: ContainerContext,
): StartedServer | undefined {
  const family = imageFamily(image);
  const key = command ?? args;
  if (!key?.value)
    return family && { launch: { by: 'image', program: programOfImage(image), at: nameAt }, command: undefined };
  const found = containerCommand(withoutWrappers(words), command ? undefined : family);
  if (!found) {
    const unknown = family && unknownProgram(words);
    const launch = {
      by: command ? 'entrypoint' : 'program',
      program: programOfImage(image),
      at: key.value.at,
    } as const;
    return unknown && { launch, command: undefined, unknown };
  }
  const { program } = found;
  if (found.by === 'image') {
    const own = { name: programOfImage(image), anchor: key.key.at };
    return { launch: { by: 'image', program: own.name, at: nameAt }, command: hostedCommand(id, found.words, own) };
  }
  const isReplaced = command && found.by !== 'shell' && !ENTRYPOINT.test(fileNameOf(words[0]?.text ?? NO_WORD));
  const user = userOfWrappers(words)?.text.text ?? found.user;
  const launch = { by: isReplaced ? 'entrypoint' : found.by, program, user, at: key.value.at } as const;
  return { launch, command: hostedCommand(id, found.words, { name: program, anchor: found.anchor }) };
}

/** The image's own, named once more. */
const ENTRYPOINT = /^(?:docker-)?entrypoint\.sh$/;
const NO_WORD = { text: '', runs: [] };
