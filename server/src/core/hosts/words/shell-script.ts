import { type MappedText, type OffsetSpan, originOf, partOf } from '../../text/mapped-text.js';
import type { ArgumentWord, WordFillIn } from '../host-reading.js';
import { endOfProcess } from './expansion-end.js';
import { type Heredoc, type HeredocMark, heredocAt } from './heredoc.js';
import { shellFillIns } from './shell-fill-ins.js';
import { type ShellWord, startOfWord, wordAt } from './shell-words.js';

/** A word of a script, and where it stands in the document, with its quotes. */
export interface ScriptWord extends ArgumentWord {
  readonly at: OffsetSpan;
  readonly isQuoted: boolean;
}

/** A command of a script. */
export interface ShellCommand {
  /** Without assignments before it and without words of control such as `if`. */
  readonly words: readonly ScriptWord[];
  /** `NAME=value` before it, or alone. */
  readonly assignments: readonly ScriptWord[];
  readonly redirections: readonly Redirection[];
  /** What it prints, the next command reads. */
  readonly isPiped: boolean;
}

/** `> file`, `<<EOF`. */
export interface Redirection {
  /** Without the number before it. */
  readonly operator: string;
  /** Of errors or of another stream than the usual one. */
  readonly isOfOther: boolean;
  readonly target: ScriptWord | undefined;
  readonly heredoc?: ScriptText | undefined;
}

/** A text that stands in a script, and its lines in the document, without the last line end. */
export interface ScriptText extends ArgumentWord {
  readonly at: OffsetSpan;
}

/** What a script was read to. */
export interface ShellScript {
  readonly commands: readonly ShellCommand[];
  /** Where something begins that is not closed, as an offset in the script: nothing behind it was read. */
  readonly brokenAt?: number | undefined;
}

/** The commands of a script in the order in which they stand, those of functions and branches too. */
export function shellScript(script: ArgumentWord): ShellScript {
  return new ScriptReader(script).read();
}

const SHELL = { hasOperators: true } as const;
/** A redirection, with the number of what it redirects. */
const REDIRECTION = /^([0-9]{0,2})(<<<|<<-|<<|<&|<>|>>|>\||>&|&>>|&>|<|>)/;
const CONTROL: ReadonlySet<string> = new Set('if then elif else fi while until do done esac time ! { }'.split(' '));
const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*\+?=/;

interface Pending {
  readonly mark: HeredocMark;
  readonly into: { heredoc?: ScriptText | undefined };
}

class ScriptReader {
  readonly #script: ArgumentWord;
  readonly #line: MappedText;
  readonly #commands: ShellCommand[] = [];
  #words: ScriptWord[] = [];
  #redirections: Redirection[] = [];
  #pending: Pending[] = [];

  constructor(script: ArgumentWord) {
    this.#script = script;
    this.#line = script.text;
  }

  read(): ShellScript {
    const { text } = this.#line;
    for (let at = startOfWord(text, 0, SHELL); at < text.length; ) {
      const next = this.#take(at);
      if (next === undefined) return { commands: this.#commands, brokenAt: at };
      at = startOfWord(text, next, SHELL);
    }
    this.#endCommand(false);
    return { commands: this.#commands };
  }

  /** What begins at an offset, and the offset behind it. */
  #take(at: number): number | undefined {
    const { text } = this.#line;
    const character = text.charAt(at);
    if (character === '#') return endOfLine(text, at);
    if (character === '\n') return this.#endLine(at);
    const redirection = REDIRECTION.exec(text.slice(at, at + 6));
    if (endOfProcess(text, at) === at && redirection) return this.#takeRedirection(at, redirection);
    if (/[;&|()]/.test(character)) return this.#takeOperator(at);
    return this.#takeWord(at)?.at.end;
  }

  #takeOperator(at: number): number {
    const { text } = this.#line;
    const isDouble = text.charAt(at) === text.charAt(at + 1) || text.startsWith('|&', at);
    this.#endCommand(text.charAt(at) === '|' && text.charAt(at + 1) !== '|');
    return isDouble ? at + 2 : at + 1;
  }

  #takeWord(at: number): ShellWord | undefined {
    const word = this.#wordAt(at);
    if (word) this.#words.push(this.#scriptWord(word));
    return word;
  }

  #wordAt(at: number): ShellWord | undefined {
    const end = endOfProcess(this.#line.text, at);
    if (end === at) return wordAt(this.#line, at, SHELL);
    if (end === 'unclosed') return undefined;
    const text = partOf(this.#line, at, end);
    const expansions = [{ start: 0, end: end - at, isQuoted: false }];
    return { text, isQuoted: false, expansions, at: { start: at, end }, pieces: [{ start: 0, from: at, to: end }] };
  }

  #takeRedirection(at: number, [whole, number = '', operator = '']: RegExpExecArray): number | undefined {
    const start = startOfWord(this.#line.text, at + whole.length, SHELL);
    const word = this.#wordAt(start);
    if (!word) return undefined;
    const target = word.at.end > start ? this.#scriptWord(word) : undefined;
    const redirection: Redirection & Pending['into'] = {
      operator,
      isOfOther: number !== '' && number !== (operator.startsWith('<') ? '0' : '1'),
      target,
    };
    this.#redirections.push(redirection);
    if (target && /^<<-?$/.test(operator)) {
      const mark = { delimiter: target.text.text, isLiteral: word.isQuoted, isIndented: operator === '<<-' };
      this.#pending.push({ mark, into: redirection });
    }
    return word.at.end;
  }

  /** Behind the texts that begin on the next line. */
  #endLine(at: number): number | undefined {
    this.#endCommand(false);
    let end = at + 1;
    for (const { mark, into } of this.#pending) {
      const heredoc = heredocAt(this.#line, end, mark);
      if (!heredoc) return undefined;
      into.heredoc = this.#scriptText(heredoc, mark);
      end = heredoc.end;
    }
    this.#pending = [];
    return end;
  }

  #endCommand(isPiped: boolean): void {
    const isControl = ({ text, isQuoted }: ScriptWord) => !isQuoted && CONTROL.has(text.text);
    const isAssignment = ({ text }: ScriptWord) => ASSIGNMENT.test(text.text);
    const from = indexOfFirst(this.#words, (word) => !isControl(word));
    const own = this.#words.slice(from);
    const behind = indexOfFirst(own, (word) => !isAssignment(word));
    const [assignments, words] = [own.slice(0, behind), own.slice(behind)];
    const redirections = this.#redirections;
    if (own.length + redirections.length > 0) this.#commands.push({ words, assignments, redirections, isPiped });
    this.#words = [];
    this.#redirections = [];
  }

  #scriptWord(word: ShellWord): ScriptWord {
    return { text: word.text, fillIns: this.#fillInsOf(word), at: this.#originOf(word.at), isQuoted: word.isQuoted };
  }

  /** Where the text is taken as it stands, so is what was put into it before. */
  #scriptText({ content, at }: Heredoc, { isLiteral, isIndented }: HeredocMark): ScriptText {
    const isSame = isLiteral && !isIndented;
    const given = this.#script.fillIns.filter((fillIn) => at.start <= fillIn.at.start && fillIn.at.end <= at.end);
    const moved = given.map((fillIn) => ({
      ...fillIn,
      at: { start: fillIn.at.start - at.start, end: fillIn.at.end - at.start },
    }));
    return { text: content.text, fillIns: isSame ? moved : content.fillIns, at: this.#originOf(at) };
  }

  #originOf(at: OffsetSpan): OffsetSpan {
    return originOf(this.#line, at) ?? this.#line.runs.map(({ origin }) => ({ start: origin, end: origin }))[0] ?? at;
  }

  /** What was put into the script before the shell had it stays what it was, wherever the shell would put something. */
  #fillInsOf(word: ShellWord): readonly WordFillIn[] {
    const given = this.#script.fillIns.flatMap((fillIn) => movedInto(word, fillIn) ?? []);
    const isGiven = ({ at }: WordFillIn) => given.some((other) => other.at.start < at.end && at.start < other.at.end);
    const own = shellFillIns(word).filter((fillIn) => !isGiven(fillIn));
    return [...given, ...own].toSorted((a, b) => a.at.start - b.at.start);
  }
}

/** A variable that is not set is an empty word between quotes, and none without them, whoever puts it in. */
function movedInto({ pieces, isQuoted, text }: ShellWord, fillIn: WordFillIn): WordFillIn | undefined {
  const piece = pieces.find(({ from, to }) => from <= fillIn.at.start && fillIn.at.start < to);
  if (!piece) return undefined;
  const start = piece.start + fillIn.at.start - piece.from;
  const end = Math.min(start + fillIn.at.end - fillIn.at.start, text.text.length);
  const isAll = start === 0 && end === text.text.length && !isQuoted;
  const isEmpty = fillIn.ifUnset === 'empty' || fillIn.ifUnset === 'nothing';
  return { ...fillIn, at: { start, end }, ...(isEmpty && { ifUnset: isAll ? 'nothing' : 'empty' }) };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function indexOfFirst<T>(all: readonly T[], is: (one: T) => boolean): number {
  const index = all.findIndex(is);
  return index < 0 ? all.length : index;
}
