import type { Span } from '../text/span.js';

/**
 * What something puts into a word before the server reads it, so that what the server reads is not known here. What only
 * looks so, and nothing fills in, is none.
 */
export interface FillIn {
  /** Of the configuration that holds the word. */
  readonly line: number;
  readonly at: Span;
  /** Of the variable; empty for what is more than a name, such as the output of a command. */
  readonly name: string;
  readonly by: 'compose' | 'kubernetes' | 'shell' | 'systemd' | 'build' | 'template';
  /**
   * What stands there where nobody sets it:
   * - stops: whoever starts the server refuses
   * - empty: an empty word, which for a password is none
   * - nothing: the word vanishes
   * - default: what `fallback` says
   * - unknown: nobody knows, or it is always set
   */
  readonly ifUnset: 'stops' | 'empty' | 'nothing' | 'default' | 'unknown';
  readonly fallback?: string | undefined;
}
