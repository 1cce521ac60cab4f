import type { ImageFamily } from '../../config/host-facts.js';
import { partOf, unmapped } from '../../text/mapped-text.js';
import { EXTRA_WORDS, extraWords } from '../container/extra-words.js';
import type { ArgumentWord, HostedCommand } from '../host-reading.js';
import { hostedCommand, type PlacedWord } from '../words/server-command.js';
import { type GivenVariable, variablesOf } from './compose-environment.js';
import type { ComposeLaunch } from './compose-launch.js';
import type { Service } from './compose-service.js';
import { interpolated } from './compose-variables.js';

interface Asked {
  readonly service: Service;
  readonly family: ImageFamily;
  readonly launch: ComposeLaunch;
  /** Of the image's own command. */
  readonly program: string;
  /** There are texts that it might have been told to read. */
  readonly hasTexts: boolean;
  /** The configuration that the image takes by itself, by its path in the container. */
  readonly ownFile: string | undefined;
}

/** The words behind the server's program, wherever they stand. Undefined: there are none, and no command. */
export function commandOf(asked: Asked): HostedCommand | undefined {
  const { ownFile, hasTexts } = asked;
  const [said, extra] = [saidCommand(asked), extraCommand(asked)];
  const given = [said, extra].filter((command) => command !== undefined);
  const empty = ownFile !== undefined || hasTexts ? emptyCommand(asked) : undefined;
  const main = given.find(({ words }) => words.length > 0) ?? given[0] ?? empty;
  if (!main) return undefined;
  const first: readonly ArgumentWord[] = ownFile === undefined ? [] : [{ text: unmapped(ownFile), fillIns: [] }];
  const words = given.flatMap((each) => (each.document === main.document ? each.words : each.words.map(unplaced)));
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

function emptyCommand({ service, program }: Asked): HostedCommand {
  return {
    ...hostedCommand(`services.${service.name}`, [], { name: program, anchor: service.key.at }),
    document: service.document,
  };
}

/** At blanks alone: quotes stay. */
function wordsIn({ sited: { node }, valueFrom }: GivenVariable): readonly PlacedWord[] | undefined {
  const text = node.text();
  const line = text && interpolated(partOf(text, valueFrom));
  if (!line) return undefined;
  return extraWords(line, node.at);
}
