import type { EnvironmentVariable } from '../../config/host-facts.js';
import { originOf, partOf } from '../../text/mapped-text.js';
import type { HostDocument } from '../host-document.js';
import type { PlacedWord } from '../words/server-command.js';
import { listOf, type UnitEntry } from './unit-file.js';
import { unitWords } from './unit-words.js';

/** `Environment=NAME=value "NAME=two words"`; what stands in a file is not seen. */
export function unitEnvironment(
  document: HostDocument,
  entries: readonly UnitEntry[],
): readonly Omit<EnvironmentVariable, 'isUsed'>[] {
  const words = listOf(entries, 'Environment').flatMap(
    ({ value }) => unitWords(value, { expandsVariables: false }) ?? [],
  );
  return words.flatMap(({ text, fillIns, at }) => {
    const equals = text.text.indexOf('=');
    if (equals < 1) return [];
    const value = partOf(text, equals + 1);
    const place = document.locationOf(originOf(value, { start: 0, end: value.text.length }) ?? at);
    const base = { name: text.text.slice(0, equals), at: place, isInImage: false };
    return [fillIns.length > 0 ? base : { ...base, value: value.text }];
  });
}

/** What is put into words, where the unit or a file that it names may set the variables. */
export function withEnvironment(words: readonly PlacedWord[], entries: readonly UnitEntry[]): readonly PlacedWord[] {
  const mayBeSet = entries.some(({ name }) => /^(?:EnvironmentFile|PassEnvironment|SetCredential)/.test(name));
  const set = new Set(
    listOf(entries, 'Environment')
      .flatMap(({ value }) => unitWords(value, { expandsVariables: false }) ?? [])
      .map(({ text }) => text.text.slice(0, Math.max(0, text.text.indexOf('=')))),
  );
  return words.map((word) => ({
    ...word,
    fillIns: word.fillIns.map((fillIn) =>
      mayBeSet || set.has(fillIn.name) ? { ...fillIn, ifUnset: 'unknown' } : fillIn,
    ),
  }));
}
