import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver-types';
import { isPasswordOf } from '../config/showing/hidden-spans.js';
import { isShownUserName, shownLength } from '../config/showing/shown-words.js';
import { DIRECTIVES } from '../config/showing/vocabulary.js';
import type { ConfigFile } from '../syntax/config-file.js';
import { type ConfigLine, type DirectiveLine, directiveSpan, isLong, sectionTitleOf } from '../syntax/config-line.js';
import { printable } from '../text/printable.js';
import { rangeOnLine } from '../text/span.js';

/** LSP's numbers of the kinds of symbols. */
const KIND = { section: 3, directive: 7, user: 11 } as const;

interface Section {
  readonly title: string;
  readonly from: number;
  /** Its last line. */
  readonly to: number;
}

/**
 * Sections from banner comments, with the directives in them. A value is never part of a name, nor a word that is no
 * directive: it may be a secret.
 */
export function documentSymbols(file: ConfigFile): readonly DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  const sections = sectionsOf(file);
  const bySection = sections.map(({ title, from, to }): DocumentSymbol => {
    const range = { start: { line: from, character: 0 }, end: { line: to, character: lengthOf(file, to) } };
    const selectionRange = rangeOnLine(from, { start: 0, end: lengthOf(file, from) });
    return { name: title, kind: KIND.section, range, selectionRange, children: [] };
  });
  let next = 0;
  for (const [line, node] of file.lines.telling()) {
    if (sections[next]?.from === line) next++;
    if (node.kind !== 'directive' || isLong(node)) continue;
    (bySection[next - 1]?.children ?? symbols).push(symbolOf(line, node, file.lines.at(line - 1)));
  }
  return [...symbols, ...bySection];
}

/** Sections fold. */
export function foldingRanges(file: ConfigFile): readonly FoldingRange[] {
  return sectionsOf(file)
    .filter(({ from, to }) => to > from)
    .map(({ from, to }) => ({ startLine: from, endLine: to, kind: 'region' }));
}

function symbolOf(line: number, node: DirectiveLine, before: ConfigLine | undefined): DocumentSymbol {
  const isUser = node.key === 'user';
  const name = isUser ? `user ${userNameOf(node)}` : isPasswordOf(node, before) ? '…' : directiveNameOf(node.name.raw);
  const range = rangeOnLine(line, directiveSpan(node));
  return { name, kind: isUser ? KIND.user : KIND.directive, range, selectionRange: rangeOnLine(line, node.name) };
}

function userNameOf({ args: [user] }: DirectiveLine): string {
  return user && isShownUserName(user.raw) ? printable(user.raw) : '…';
}

function directiveNameOf(raw: string): string {
  const length = shownLength(raw, DIRECTIVES);
  return printable(raw.slice(0, length)) + (length < raw.length ? '…' : '');
}

function sectionsOf(file: ConfigFile): readonly Section[] {
  const banners = [...file.lines.telling()].flatMap(([line, node]) => {
    const title = sectionTitleOf(node);
    return title === undefined ? [] : [{ title, from: line }];
  });
  return banners.map((banner, index) => ({ ...banner, to: (banners[index + 1]?.from ?? file.lines.count) - 1 }));
}

function lengthOf(file: ConfigFile, line: number): number {
  return file.lines.at(line)?.text.replace(/\r$/, '').length ?? 0;
}
