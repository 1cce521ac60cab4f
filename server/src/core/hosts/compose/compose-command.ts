import type { ImageFamily } from '../../config/host-facts.js';
import { partOf, unmapped } from '../../text/mapped-text.js';
import { EXTRA_WORDS, extraWords } from '../container/extra-words.js';
import type { HostDocument } from '../host-document.js';
import type { ArgumentWord, HostedCommand } from '../host-reading.js';
import { hostedCommand, type PlacedWord } from '../words/server-command.js';
import { type GivenVariable, variablesOf } from './compose-environment.js';
import type { ComposeLaunch } from './compose-launch.js';
import type { Service } from './compose-service.js';
import { interpolated } from './compose-variables.js';

interface Asked {
  readonly service: Service;
  /** The one that was read. */
  readonly document: HostDocument;
  readonly family: ImageFamily;
  readonly launch: ComposeLaunch;
  /** Of the image's own command. */
  readonly program: string;
  /** The configuration that the image takes by itself, by its path in the container. */
  readonly ownFile: string | undefined;
}

/** The words behind the server's program, wherever they stand. Undefined: there are none, and no command. */
export function commandOf(asked: Asked): HostedCommand | undefined {
  const said = saidCommand(asked);
  const extra = extraCommand(asked);
  const first: readonly ArgumentWord[] =
    asked.ownFile === undefined ? [] : [{ text: unmapped(asked.ownFile), fillIns: [] }];
  const main =
    said && (said.words.length > 0 || !extra) ? said : (extra ?? (first.length > 0 ? emptyCommand(asked) : undefined));
  if (!main) return undefined;
  const words = [said, extra].flatMap((command) =>
    command && command.document !== main.document ? command.words.map(unplaced) : (command?.words ?? []),
  );
  return { ...main, words: [...first, ...words] };
}

const unplaced = ({ text, fillIns }: ArgumentWord): ArgumentWord => ({ text: unmapped(text.text), fillIns });

function saidCommand({ launch, service }: Asked): HostedCommand | undefined {
  if (launch.kind !== 'server') return undefined;
  const { key, document } = launch.said;
  const { words, program, by, anchor } = launch.command;
  const named = { name: program, anchor: by === 'image' ? key.at : anchor };
  return { ...hostedCommand(`services.${service.name}.${key.value}`, words, named), document };
}

/** Entrypoints of images read them, and what stands in for one does not. */
function extraCommand({ service, family, launch, program }: Asked): HostedCommand | undefined {
  if (launch.kind === 'server' && (family === 'stack' || launch.command.by === 'entrypoint')) return undefined;
  const variable = variablesOf(service).find(({ name }) => name === EXTRA_WORDS[family]);
  const words = variable && wordsIn(variable);
  if (!words) return undefined;
  const { name, sited } = variable;
  const id = `services.${service.name}.environment.${name}`;
  return { ...hostedCommand(id, words, { name: program, anchor: sited.node.at }), document: sited.document };
}

function emptyCommand({ service, document, program }: Asked): HostedCommand {
  return { ...hostedCommand(`services.${service.name}`, [], { name: program, anchor: service.key.at }), document };
}

/** At blanks alone: quotes stay. */
function wordsIn({ sited: { node }, valueFrom }: GivenVariable): readonly PlacedWord[] | undefined {
  const text = node.text();
  const line = text && interpolated(partOf(text, valueFrom));
  if (!line) return undefined;
  return extraWords(line, node.at);
}
