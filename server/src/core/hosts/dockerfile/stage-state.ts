import type { EnvironmentVariable } from '../../config/host-facts.js';
import { resolvePath } from '../../config/paths.js';
import { type MappedText, originOf, partOf } from '../../text/mapped-text.js';
import type { HostDocument } from '../host-document.js';
import { shellWords } from '../words/shell-words.js';
import { buildExpanded, resolved } from './build-variables.js';
import type { BuildState } from './image-content.js';
import type { Instruction } from './instructions.js';

/** What holds for the instructions behind one. */
export function stateAfter(state: BuildState, { name, body }: Instruction): BuildState {
  const { folder, variables } = state;
  if (name === 'WORKDIR') return { ...state, folder: resolvePath(folder, resolved(body.text.trim(), variables)) };
  if (name !== 'ENV' && name !== 'ARG') return state;
  const own = assignmentsIn(body).flatMap(({ name: variable, value }) => {
    const isKept = value === undefined || (name === 'ARG' && variables.has(variable));
    return isKept ? [] : [[variable, resolved(value.text, variables)] as const];
  });
  const environment = name === 'ENV' ? new Map([...state.environment, ...own]) : state.environment;
  return { folder, variables: new Map([...variables, ...own]), environment };
}

/** The variables that an image stores: of `ENV`, and of `ARG` with a default, which the history of the image shows. */
export function variablesOf(
  document: HostDocument,
  { name, body }: Instruction,
): readonly Omit<EnvironmentVariable, 'isUsed'>[] {
  if (name !== 'ENV' && name !== 'ARG') return [];
  return assignmentsIn(body).flatMap(({ name: variable, value }) => {
    const at = value && originOf(value, { start: 0, end: value.text.length });
    if (!at) return [];
    const isKnown = buildExpanded(value, new Map()).fillIns.length === 0;
    const base = { name: variable, at: document.locationOf(at), isInImage: true };
    return [isKnown ? { ...base, value: value.text } : base];
  });
}

interface Assignment {
  readonly name: string;
  readonly value: MappedText | undefined;
}

/** `NAME=value …`, and `NAME value` as `ENV` had it first. */
function assignmentsIn(body: MappedText): readonly Assignment[] {
  const words = shellWords(body, { hasOperators: false }) ?? [];
  const [first] = words;
  if (first && words.length > 1 && !first.text.text.includes('=')) {
    return [{ name: first.text.text, value: partOf(body, words[1]?.at.start ?? 0) }];
  }
  return words.map(({ text }) => {
    const at = text.text.indexOf('=');
    return at < 0
      ? { name: text.text, value: undefined }
      : { name: text.text.slice(0, at), value: partOf(text, at + 1) };
  });
}
