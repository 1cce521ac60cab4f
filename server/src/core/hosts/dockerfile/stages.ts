import { type OffsetSpan, originOf, partOf } from '../../text/mapped-text.js';
import { shellWords } from '../words/shell-words.js';
import { type BuildVariables, resolved } from './build-variables.js';
import type { Instruction } from './instructions.js';

/** What the last stage of a Dockerfile makes: its image and all that is done to it, those of the stages below first. */
export interface LastStage {
  readonly image: string;
  readonly imageAt: OffsetSpan;
  /** One list a stage. */
  readonly stages: readonly (readonly Instruction[])[];
}

interface Stage {
  readonly image: string;
  readonly imageAt: OffsetSpan;
  readonly name: string | undefined;
  readonly instructions: Instruction[];
}

/**
 * Undefined: nothing is made of an image.
 * @param target the name or the number of the stage to stop at; undefined: the last one
 */
export function lastStageOf(instructions: readonly Instruction[], target?: string): LastStage | undefined {
  const all = stagesIn(instructions);
  const isTarget = ({ name }: Stage, index: number) =>
    [name?.toLowerCase(), String(index)].includes(target?.toLowerCase());
  const stages = target === undefined ? all : all.slice(0, all.findLastIndex(isTarget) + 1);
  const chain: Stage[] = [];
  for (let stage = stages.at(-1); stage && !chain.includes(stage); ) {
    chain.unshift(stage);
    stage = parentOf(stage, stages);
  }
  const [first] = chain;
  return first && { image: first.image, imageAt: first.imageAt, stages: chain.map((stage) => stage.instructions) };
}

/** A name means a stage above it, even if there is an image of that name. */
function parentOf(stage: Stage, stages: readonly Stage[]): Stage | undefined {
  const above = stages.slice(0, stages.indexOf(stage));
  return above.findLast(({ name }, index) => (name ?? String(index)).toLowerCase() === stage.image.toLowerCase());
}

function stagesIn(instructions: readonly Instruction[]): readonly Stage[] {
  const known = new Map<string, string>();
  const stages: Stage[] = [];
  for (const instruction of instructions) {
    const { name } = instruction;
    const stage = name === 'FROM' ? stageOf(instruction, known) : undefined;
    if (stage) stages.push(stage);
    else if (stages.length === 0 && name === 'ARG')
      for (const [key, value] of defaultsOf(instruction)) known.set(key, value);
    else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

function stageOf({ body }: Instruction, known: BuildVariables): Stage | undefined {
  const words = (shellWords(body, { hasOperators: false }) ?? []).filter(({ text }) => !text.text.startsWith('--'));
  const [image, as, name] = words;
  const imageAt = image && originOf(body, image.at);
  if (!image || !imageAt) return undefined;
  const isNamed = as?.text.text.toLowerCase() === 'as';
  return {
    image: resolved(image.text.text, known),
    imageAt,
    name: isNamed ? name?.text.text : undefined,
    instructions: [],
  };
}

/** `ARG NAME=default`. */
function defaultsOf({ body }: Instruction): readonly (readonly [string, string])[] {
  const words = shellWords(body, { hasOperators: false }) ?? [];
  return words.flatMap(({ text }) => {
    const at = text.text.indexOf('=');
    return at > 0 ? [[text.text.slice(0, at), partOf(text, at + 1).text] as const] : [];
  });
}
