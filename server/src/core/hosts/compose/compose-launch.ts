import type { ImageFamily, Launch } from '../../config/host-facts.js';
import type { OffsetSpan } from '../../text/mapped-text.js';
import { type ContainerCommand, containerCommand } from '../container/container-command.js';
import { unknownProgram } from '../container/unknown-program.js';
import type { HostDocument } from '../host-document.js';
import type { ScriptWord } from '../words/shell-script.js';
import type { YamlScalar } from '../yaml/yaml-tree.js';
import { lastValue, type Service, type Sited } from './compose-service.js';
import { commandWords } from './compose-words.js';

/** A command line that stands in a document. */
export interface SaidLaunch {
  readonly document: HostDocument;
  /** `command` or `entrypoint`. */
  readonly key: YamlScalar;
  readonly words: readonly ScriptWord[];
}

/**
 * What a service says of what it starts:
 * - none: nothing; the image's own command runs
 * - server: a server
 * - other: something else, a client for instance
 * - unknown: a program that nobody knows here, such as a script of the image
 * - undecodable: where it stands cannot be told
 */
export type ComposeLaunch =
  | { readonly kind: 'none' }
  | { readonly kind: 'server'; readonly said: SaidLaunch; readonly command: ContainerCommand }
  | { readonly kind: 'other' }
  | { readonly kind: 'unknown'; readonly said: SaidLaunch; readonly script: ScriptWord; readonly by: Launch['by'] }
  | { readonly kind: 'undecodable'; readonly document: HostDocument; readonly at: OffsetSpan };

/** What a service starts, by its entrypoint and its command. */
export function launchOf(service: Service, family: ImageFamily | undefined): ComposeLaunch {
  const entrypoint = givenAt(service, 'entrypoint');
  const command = givenAt(service, 'command');
  for (const line of [entrypoint, command]) {
    if (line && !line.words) return { kind: 'undecodable', document: line.sited.document, at: line.sited.node.at };
  }
  const said = together(entrypoint, command);
  const [script] = said?.words ?? [];
  if (!said || !script) return entrypoint ? { kind: 'other' } : { kind: 'none' };
  const isOfImage = !entrypoint || /(?:^|\/)docker-entrypoint\.sh$/.test(script.text.text);
  const found = containerCommand(said.words, isOfImage ? family : undefined);
  const by = isOfImage ? {} : { by: 'entrypoint' as const };
  if (found) return { kind: 'server', said, command: { ...found, ...by } };
  const unknown = unknownProgram(said.words);
  return unknown ? { kind: 'unknown', said, script: unknown, by: by.by ?? 'program' } : { kind: 'other' };
}

interface Given {
  readonly sited: Sited;
  /** Undefined: they cannot be told. */
  readonly words: readonly ScriptWord[] | undefined;
}

function givenAt(service: Service, key: string): Given | undefined {
  const sited = lastValue(service, key);
  if (!sited || isNull(sited)) return undefined;
  return { sited, words: commandWords(sited.node) };
}

const isNull = ({ node }: Sited): boolean =>
  node.kind === 'scalar' && node.style === 'plain' && /^(?:|null|~)$/.test(node.value);

/** One behind the other. Of two documents only the last is where people look. */
function together(entrypoint: Given | undefined, command: Given | undefined): SaidLaunch | undefined {
  const last = command ?? entrypoint;
  if (!last) return undefined;
  const { document, key } = last.sited;
  const before = command ? (entrypoint?.words ?? []) : [];
  const isOne = entrypoint?.sited.document === document;
  return { document, key, words: [...(isOne ? before : before.map(unplaced)), ...(last.words ?? [])] };
}

const unplaced = (word: ScriptWord): ScriptWord => ({ ...word, text: { ...word.text, runs: [] } });
