/** What a run has of the world. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  /** Columns to fill. */
  readonly width: number;
  readonly readStdin: () => Uint8Array;
  readonly write: (text: string | Uint8Array) => void;
  readonly writeError: (text: string | Uint8Array) => void;
  /** @throws Error when it can't be written. */
  readonly writeFile: (file: string, content: string | Uint8Array) => void;
}

/** 0: clean; 1: findings of error severity, or more warnings than allowed; 2: it could not analyse. */
export type ExitCode = 0 | 1 | 2;
