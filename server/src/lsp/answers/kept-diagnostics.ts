import type { Diagnostic, DiagnosticRelatedInformation, Range } from 'vscode-languageserver';
import type { Location } from '../../core/service.js';
import { contentId } from './content-id.js';

/** What was told before, so that a key costs what it changes: what says the same is the same, and has its id already. */
export interface KeptDiagnostics {
  /** The one that was told of a place before, if it says what this one says. */
  readonly keep: (at: Location, diagnostic: Diagnostic) => Diagnostic;
  /** The same wherever as many diagnostics say the same, in the same order. */
  readonly idOf: (diagnostics: readonly Diagnostic[]) => string;
}

/** It forgets with the places and the diagnostics. */
export function createKeptDiagnostics(): KeptDiagnostics {
  const byPlace = new WeakMap<Location, Diagnostic>();
  const ids = new WeakMap<Diagnostic, string>();
  const idOfOne = (diagnostic: Diagnostic): string => {
    const id = ids.get(diagnostic) ?? contentId(diagnostic);
    ids.set(diagnostic, id);
    return id;
  };
  return {
    keep: (at, diagnostic) => {
      const known = byPlace.get(at);
      if (known && saysTheSame(known, diagnostic)) return known;
      byPlace.set(at, diagnostic);
      return diagnostic;
    },
    idOf: (diagnostics) => contentId(diagnostics.map(idOfOne)),
  };
}

function saysTheSame(one: Diagnostic, other: Diagnostic): boolean {
  return (
    one.message === other.message &&
    one.code === other.code &&
    one.severity === other.severity &&
    isSameRange(one.range, other.range) &&
    isSameList(one.tags, other.tags, (tag, another) => tag === another) &&
    isSameList(one.relatedInformation, other.relatedInformation, isSameRelated)
  );
}

const isSameRelated = (one: DiagnosticRelatedInformation, other: DiagnosticRelatedInformation): boolean =>
  one.message === other.message &&
  one.location.uri === other.location.uri &&
  isSameRange(one.location.range, other.location.range);

const isSameRange = ({ start, end }: Range, other: Range): boolean =>
  start.line === other.start.line &&
  start.character === other.start.character &&
  end.line === other.end.line &&
  end.character === other.end.character;

function isSameList<Item>(
  one: readonly Item[] | undefined,
  other: readonly Item[] | undefined,
  isSame: (one: Item, other: Item) => boolean,
): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.length === other.length && one.every((item, index) => isSame(item, other[index] as Item));
}
