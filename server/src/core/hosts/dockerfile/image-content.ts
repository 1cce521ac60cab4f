import { directoryOf, resolvePath } from '../../config/paths.js';
import { joined, type OffsetSpan, originOf, partOf, unmapped } from '../../text/mapped-text.js';
import type { WordFillIn } from '../host-reading.js';
import { writtenFiles } from '../shell/written-files.js';
import { fileNameOf, type PlacedWord } from '../words/server-command.js';
import { type ScriptText, type ShellCommand, shellScript } from '../words/shell-script.js';
import { shellWords } from '../words/shell-words.js';
import { type BuildVariables, buildExpanded, withDefault } from './build-variables.js';
import { type Instruction, lengthOfFlags } from './instructions.js';
import { jsonWords } from './json-words.js';

/** A file or a folder of the image, and what it is made of. */
export type ImageFile = {
  /** Absolute, in the image. */
  readonly path: string;
  readonly at: OffsetSpan;
} & (
  | { readonly kind: 'copied'; readonly source: string }
  | { readonly kind: 'written' | 'appended'; readonly text: ScriptText }
);

/** What an instruction finds. */
export interface BuildState {
  /** The folder in which commands run. */
  readonly folder: string;
  readonly variables: BuildVariables;
  /** Those that the image keeps. */
  readonly environment: BuildVariables;
}

/** What `COPY`, `ADD` and `RUN` put into an image. */
export function imageFiles(instruction: Instruction, state: BuildState): readonly ImageFile[] {
  if (instruction.name === 'RUN') return filesOfScript(runScript(instruction, state), state);
  return instruction.name === 'COPY' || instruction.name === 'ADD' ? filesCopied(instruction, state) : [];
}

/** The commands of a `RUN` in shell form. */
export function runScript({ body, heredocs, tail }: Instruction, { variables }: BuildState): readonly ShellCommand[] {
  const [only] = heredocs;
  if (jsonWords(body)) return [];
  const isScript = only && heredocs.length === 1 && /^[0-9]?<<\S+$/.test(body.text.trim());
  const text = isScript ? only.content.text : joined([body, unmapped('\n'), tail]);
  return shellScript({ text, fillIns: [] }).commands.map((command) => withVariables(command, variables));
}

function withVariables(command: ShellCommand, known: BuildVariables): ShellCommand {
  const set = <T extends { readonly fillIns: readonly WordFillIn[] }>(text: T): T => ({
    ...text,
    fillIns: text.fillIns.map((fillIn) => withDefault(fillIn, known)),
  });
  return {
    ...command,
    words: command.words.map(set),
    redirections: command.redirections.map((each) => ({ ...each, heredoc: each.heredoc && set(each.heredoc) })),
  };
}

function filesOfScript(commands: readonly ShellCommand[], { folder }: BuildState): readonly ImageFile[] {
  return writtenFiles(commands).flatMap(({ path, isAppended, text }): readonly ImageFile[] => {
    if (path.fillIns.length > 0) return [];
    const kind = isAppended ? 'appended' : 'written';
    return [{ kind, path: resolvePath(folder, path.text.text), at: path.at, text }];
  });
}

function filesCopied(instruction: Instruction, state: BuildState): readonly ImageFile[] {
  const { flags, words } = copyWords(instruction);
  const [target, ...reversed] = words.toReversed();
  const sources = reversed.toReversed();
  if (!target || flags.includes('--from=') || buildExpanded(target.text, state.variables).fillIns.length > 0) return [];
  const inside = resolvePath(state.folder, target.text.text);
  const isFolder = /(?:^|\/)\.{0,2}$/.test(target.text.text) || sources.length > 1;
  const pathOf = (name: string) => (isFolder ? resolvePath(inside, name) : inside);
  const heredocs = [...instruction.heredocs];
  return sources.flatMap(({ text, at }): readonly ImageFile[] => {
    if (!text.text.startsWith('<<')) return copied(text.text, { path: pathOf(fileNameOf(text)), inside, at });
    const heredoc = heredocs.shift();
    if (!heredoc) return [];
    const content = heredoc.isLiteral ? heredoc.content : buildExpanded(heredoc.content.text, state.variables);
    const path = pathOf(text.text.replace(/^<<-?/, ''));
    return [{ kind: 'written', path, at, text: { ...content, at: heredoc.at } }];
  });
}

/** What is fetched from elsewhere is not looked at; of a pattern the folder is. */
function copied(
  source: string,
  { path, inside, at }: { readonly path: string; readonly inside: string; readonly at: OffsetSpan },
): readonly ImageFile[] {
  if (/^[a-z]+:\/\/|[$]|^git@/.test(source)) return [];
  const clean = source.replace(/^\/+/, '').replace(/(?<=.)\/$/, '');
  if (/[*?[]/.test(clean)) return [{ kind: 'copied', source: directoryOf(clean), path: inside, at }];
  return [{ kind: 'copied', source: clean, path: source.endsWith('/') || clean === '.' ? inside : path, at }];
}

function copyWords({ body }: Instruction): { readonly flags: string; readonly words: readonly PlacedWord[] } {
  const flags = body.text.slice(0, lengthOfFlags(body.text));
  const behind = partOf(body, flags.length);
  const words =
    jsonWords(behind) ??
    (shellWords(behind, { hasOperators: false }) ?? []).map(({ text, at }) => ({
      text,
      fillIns: [],
      at: originOf(behind, at) ?? at,
    }));
  return { flags, words };
}
