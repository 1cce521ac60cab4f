import type { ConfigFile } from '../../syntax/config-file.js';
import { type Range, rangeOnLine } from '../../text/span.js';

const END_OF_DOCUMENT = /^---/;
const IS_SECRET = /^kind:[ \t]*["']?Secret\b/;
const DATA = /^(?:data|stringData):/;
/** A key with its value on the same line. */
const ENTRY = /^[ \t]+["']?[\w.-]+["']?:[ \t]+(?=\S)/;

/**
 * The values of the Secrets among the manifests of a file, whatever their keys are called, but for the configurations
 * that were read of them.
 */
export function spansOfManifestSecrets({ lines }: ConfigFile, regions: readonly Range[]): readonly Range[] {
  const texts = Array.from(lines.entries(), ([, { text }]) => text);
  const ends = [...texts.flatMap((text, line) => (END_OF_DOCUMENT.test(text) ? [line] : [])), texts.length];
  return ends.flatMap((end, index) => {
    const start = ends[index - 1] ?? 0;
    const own = texts.slice(start, end);
    return own.some((text) => IS_SECRET.test(text)) ? valuesIn(own, start, regions) : [];
  });
}

function valuesIn(texts: readonly string[], first: number, regions: readonly Range[]): readonly Range[] {
  let isInData = false;
  return texts.flatMap((text, index) => {
    const line = first + index;
    const isIndented = /^[ \t]/.test(text);
    if (!isIndented && text.trim() !== '') isInData = DATA.test(text);
    if (!isInData || !isIndented || regions.some(({ start, end }) => start.line <= line && line <= end.line)) return [];
    const start = ENTRY.exec(text)?.[0].length ?? text.length - text.trimStart().length;
    const end = text.trimEnd().length;
    const isHead = /^[|>][-+\d]{0,2}$/.test(text.slice(start, end)) || /^["']?[\w.-]+["']?:$/.test(text.trim());
    return isHead || start >= end ? [] : [rangeOnLine(line, { start, end })];
  });
}
