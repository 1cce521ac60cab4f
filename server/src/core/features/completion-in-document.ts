import type { CompletionItem } from 'vscode-languageserver-types';
import type { ConfigSource } from '../config/occurrence.js';
import type { ResolvedConfiguration } from '../config/resolved-configuration.js';
import type { Position, Range } from '../text/span.js';
import { completion } from './completion.js';

/** A document that holds configurations. */
export interface CompletedDocument {
  readonly path: string;
  readonly text: string;
  /** Where something is to be completed. */
  readonly position: Position;
  /** What it would hold with another text. */
  readonly configurationsAs: (text: string) => readonly ResolvedConfiguration[];
}

/** A word that nobody writes: where it comes out, what is typed in its place would. */
const PROBE = 'redisconfprobe';

/**
 * What a server takes at a place in a document of another kind: where a word that is written there comes out as the name
 * of an option, names; where it comes out as a value, values; in the lines of a configuration what is taken there.
 * Nothing where it comes out nowhere. Ranges are the document's.
 */
export function completionInDocument(asked: CompletedDocument): readonly CompletionItem[] {
  const word = wordAt(asked);
  const asOption = placeOfProbe(asked, word, `--${PROBE} ${PROBE}`);
  if (!asOption) return [];
  const isOption = asOption.source.holder === 'command' && asOption.line.startsWith(PROBE);
  const names = isOption && /^-*$|^--/.test(word.typed) ? optionsAt(asOption, word) : [];
  return isOption && word.typed.startsWith('--') ? names : [...names, ...valuesAt(asked, word)];
}

/** The word around a place, as far as words go in all kinds of documents. */
interface WordAt {
  readonly range: Range;
  /** What of it stands before the place. */
  readonly typed: string;
}

function wordAt({ text, position: { line, character } }: CompletedDocument): WordAt {
  const whole = text.split('\n')[line] ?? '';
  let from = character;
  while (from > 0 && /[^\s"'[\],=]/.test(whole.charAt(from - 1))) from--;
  const typed = whole.slice(from, character);
  const [rest = ''] = /^[^\s"'[\],=]*/.exec(whole.slice(character)) ?? [];
  const start = { line, character: character - typed.length };
  return { range: { start, end: { line, character: character + rest.length } }, typed };
}

/** Where the probe came out. */
interface ProbePlace {
  readonly config: ResolvedConfiguration;
  readonly source: ConfigSource;
  readonly line: string;
  readonly at: Position;
}

function placeOfProbe(asked: CompletedDocument, { range }: WordAt, probe: string): ProbePlace | undefined {
  for (const config of asked.configurationsAs(replaced(asked.text, range, probe))) {
    for (const source of config.files) {
      if (source.path !== asked.path) continue;
      for (const [line, { text }] of source.file.lines.entries()) {
        const character = text.indexOf(PROBE);
        if (character >= 0) return { config, source, line: text, at: { line, character } };
      }
    }
  }
  return undefined;
}

/** On one line. */
function replaced(text: string, { start, end }: Range, by: string): string {
  const lines = text.split('\n');
  const line = lines[start.line] ?? '';
  return lines.with(start.line, line.slice(0, start.character) + by + line.slice(end.character)).join('\n');
}

/** The name as an option; with a blank behind it where the value is a word of the same text. */
function optionsAt({ config, source, line, at }: ProbePlace, { range }: WordAt): readonly CompletionItem[] {
  const isWordApart = line.startsWith(`${PROBE} "`);
  return completion(config, source.id, at).map((item) => {
    const option = `--${item.label}`;
    const textEdit = { range, newText: isWordApart ? `${option} ` : option };
    return { ...item, label: option, filterText: option, textEdit };
  });
}

function valuesAt(asked: CompletedDocument, word: WordAt): readonly CompletionItem[] {
  const place = placeOfProbe(asked, word, word.typed + PROBE);
  if (!place) return [];
  const { end } = word.range;
  return completion(place.config, place.source.id, place.at).flatMap((item): CompletionItem[] => {
    const { textEdit } = item;
    if (!textEdit || !('range' in textEdit)) return [];
    const typed = place.at.character - textEdit.range.start.character;
    const start = { line: end.line, character: asked.position.character - typed };
    return [{ ...item, textEdit: { range: { start, end }, newText: textEdit.newText } }];
  });
}
