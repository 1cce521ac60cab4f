import type { ConfigFile, Position } from '../../core/service.js';

/**
 * Positions of the protocol and positions in a configuration file are the same, unless a file holds a lone CR: the
 * protocol counts it as the end of a line, a server of Redis does not.
 */
export interface LineMap {
  readonly toProtocol: (position: Position) => Position;
  /** Positions beyond the end of a line or of the file mean that end. */
  readonly fromProtocol: (position: Position) => Position;
}

/** Lone CRs within lines `from` to before `to`, the one that ends the whole file left out. */
export function countLoneCarriageReturns(file: ConfigFile, from = 0, to = file.lines.count): number {
  let count = 0;
  for (let line = from; line < to; line++) {
    const text = file.lines.at(line)?.text ?? '';
    for (let at = text.indexOf('\r'); at !== -1 && at < text.length - 1; at = text.indexOf('\r', at + 1)) count++;
  }
  return count;
}

/** `loneCarriageReturns`: what `countLoneCarriageReturns` says of the file. */
export function lineMapOf(file: ConfigFile, loneCarriageReturns: number): LineMap {
  const endsInOne = file.lines.at(file.lines.count - 1)?.text.endsWith('\r') ?? false;
  return loneCarriageReturns === 0 && !endsInOne ? plainMap(file) : splittingMap(file);
}

function plainMap(file: ConfigFile): LineMap {
  return {
    toProtocol: (position) => position,
    fromProtocol: ({ line, character }) => {
      const text = file.lines.at(line)?.text;
      if (text === undefined) return endOf(file);
      return { line, character: Math.min(character, text.endsWith('\r') ? text.length - 1 : text.length) };
    },
  };
}

function endOf(file: ConfigFile): Position {
  const line = file.lines.count - 1;
  return { line, character: file.lines.at(line)?.text.length ?? 0 };
}

/** Rare, so it goes over the whole file each time it is made. */
function splittingMap(file: ConfigFile): LineMap {
  const last = file.lines.count - 1;
  /** The protocol's lines, each with its place in the file. */
  const starts: { readonly line: number; readonly character: number; readonly length: number }[] = [];
  const firstOf: number[] = [];
  for (const [line, { text }] of file.lines.entries()) {
    firstOf.push(starts.length);
    let character = 0;
    const end = line < last && text.endsWith('\r') ? text.length - 1 : text.length;
    for (let at = text.indexOf('\r'); at !== -1 && at < end; at = text.indexOf('\r', at + 1)) {
      starts.push({ line, character, length: at - character });
      character = at + 1;
    }
    starts.push({ line, character, length: end - character });
  }
  return {
    toProtocol: ({ line, character }) => {
      let index = firstOf[line];
      if (index === undefined) return { line: starts.length + line - last - 1, character };
      const isPast = (next: number) => starts[next]?.line === line && (starts[next]?.character ?? 0) <= character;
      while (isPast(index + 1)) index++;
      return { line: index, character: character - (starts[index]?.character ?? 0) };
    },
    fromProtocol: ({ line, character }) => {
      const start = starts[line];
      if (!start) return endOf(file);
      return { line: start.line, character: start.character + Math.min(character, start.length) };
    },
  };
}
