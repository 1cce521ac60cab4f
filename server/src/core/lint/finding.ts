import type { Location } from '../config/occurrence.js';
import { type Fix, needsReview, type RelatedPlace, type Severity } from '../rules/rule.js';

/** Who may apply what is offered: everybody at once, or a person who has looked at what it costs. */
export type Fixable = 'safe' | 'review';

/** A rule's problem after the options were applied: what people see. */
export interface Finding extends FindingDraft {
  /**
   * What the first fix is, which is the one that is applied with others; undefined: there is none. It is told by making
   * the fixes, once, not by the rule: whether a fix is offered and how safe it is hangs on joined lines, files that are
   * taken for others and whether strangers get in, so that what a rule declares would be a second answer, at times
   * another one.
   */
  readonly fixable: Fixable | undefined;
}

/** A fix that is not offered, as the place of its lines refuses it. */
export interface RefusedFix {
  readonly title: string;
  /** The words of the place: a whole sentence. */
  readonly reason: string;
}

/** A finding that is still being decided. */
export interface FindingDraft {
  readonly rule: string;
  readonly severity: Severity;
  /** The target server refuses to start because of it. */
  readonly isFatal: boolean;
  readonly message: string;
  /** Of a rule's findings those with the same one are repeats; the message where it is missing. */
  readonly state?: string | undefined;
  readonly at: Location;
  readonly related: readonly RelatedPlace[];
  /** The rule of the leading finding, which tells the whole state; undefined: this finding stands for itself. */
  readonly partOf: string | undefined;
  /** Best first; made when they are asked for, and then kept. Until then they keep the configuration in memory. */
  readonly fixes: () => readonly Fix[];
  /** Those that cannot be written where the lines stand; made with the fixes. */
  readonly refusedFixes: () => readonly RefusedFix[];
  readonly tags: readonly ('unnecessary' | 'deprecated')[];
}

/** The finding that a draft has become: nothing about it is decided any more. */
export function findingOf(draft: FindingDraft): Finding {
  return {
    ...draft,
    get fixable() {
      const [first] = draft.fixes();
      return first && (needsReview(first.effect) ? 'review' : 'safe');
    },
  };
}
