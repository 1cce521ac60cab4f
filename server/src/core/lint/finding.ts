import type { Location } from '../config/occurrence.js';
import type { Fix, RelatedPlace, Severity } from '../rules/rule.js';

/** A rule's problem after the options were applied: what people see. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The target server refuses to start because of it. */
  readonly isFatal: boolean;
  readonly message: string;
  readonly at: Location;
  readonly related: readonly RelatedPlace[];
  /** The rule of the leading finding, which tells the whole state; undefined: this finding stands for itself. */
  readonly partOf: string | undefined;
  readonly fixes: readonly Fix[];
  readonly tags: readonly ('unnecessary' | 'deprecated')[];
}
