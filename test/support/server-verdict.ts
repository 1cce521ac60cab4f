/** What a server said of a configuration. */
export interface Verdict {
  readonly isStartable: boolean;
  /** Where it refused: while reading the lines, later, or by dying. */
  readonly stage?: 'config' | 'startup' | 'crash';
  /** From 1, in the file it stands in; null where the server gives none. */
  readonly line: number | null;
  /** In the server's words. */
  readonly error: string;
}

export interface ExitStatus {
  readonly code: number | null;
  readonly signal: string | null;
}

const LINE_ERROR = /at line (\d+)\n>>> '.*?'\n(.*)/s;
const CRASH = /BUG REPORT START|ASSERTION FAILED/;
/** `8841:M 22 Nov 2026 16:38:29.854 # ` */
const LOG_PREFIX = /^\d+:\S+ .*? [#*.-] /;

/** Tells the verdict from all that a server wrote until its end. */
export function verdictOf(output: string, isReady: boolean, { code, signal }: ExitStatus): Verdict {
  if (isReady) return { isStartable: true, line: null, error: '' };
  const [, line, error = ''] = LINE_ERROR.exec(output) ?? [];
  if (line !== undefined) {
    return { isStartable: false, stage: 'config', line: Number(line), error: firstLineOf(error) };
  }
  const isCrash = signal !== null || (code ?? 0) >= 128 || CRASH.test(output);
  return { isStartable: false, stage: isCrash ? 'crash' : 'startup', line: null, error: lastMessageOf(output) };
}

const firstLineOf = (text: string): string => text.split('\n')[0] ?? '';

function lastMessageOf(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return (lines.at(-1) ?? '').replace(LOG_PREFIX, '');
}
