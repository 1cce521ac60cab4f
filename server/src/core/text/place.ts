import type { TextEdit } from './edit.js';
import type { LineEdit } from './line-edit.js';
import type { Position, Range, Span } from './span.js';

/** Where the lines of a configuration stand in the document that holds them. Positions of documents are with the LF. */
export interface Place {
  /** Of the key or the word that the configuration hangs on: where something is shown that nobody wrote. */
  readonly anchor: Range;
  /** Total: of what nobody wrote, the anchor. */
  readonly toDocument: (line: number, at: Span) => Range;
  /** Undefined where no configuration stands. */
  readonly fromDocument: (at: Position) => Position | undefined;
  /**
   * What some edits of the lines become in the document, in order, so that nothing else in it changes. Refused where
   * the lines that the edits leave cannot be written there: then nothing may happen.
   */
  readonly write: (edits: readonly LineEdit[]) => readonly TextEdit[] | Refused;
}

/** What a place says to edits that it cannot write: why, as a whole sentence. */
export interface Refused {
  readonly refused: string;
}
