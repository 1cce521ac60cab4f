import type { ConfigurationCase } from './configuration-case.js';

/** A smaller case that still fails: without the lines, words and files that don't matter. */
export async function shrink(
  start: ConfigurationCase,
  isFailing: (smaller: ConfigurationCase) => Promise<boolean>,
): Promise<ConfigurationCase> {
  let current = start;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const candidate of smallerCases(current)) {
      if (!(await isFailing(candidate))) continue;
      current = candidate;
      isSmaller = true;
      break;
    }
  }
  return current;
}

function* smallerCases({ text, files, ...mode }: ConfigurationCase): Generator<ConfigurationCase> {
  for (const smaller of smallerTexts(text)) yield { ...mode, text: smaller, files };
  for (const [name, content] of Object.entries(files)) {
    const { [name]: _, ...others } = files;
    yield { ...mode, text, files: others };
    for (const smaller of smallerTexts(content)) yield { ...mode, text, files: { ...files, [name]: smaller } };
  }
}

function* smallerTexts(text: string): Generator<string> {
  const lines = text.split('\n');
  if (lines.length > 1) for (const index of lines.keys()) yield lines.filter((_, at) => at !== index).join('\n');
  for (const [index, line] of lines.entries()) {
    const words = line.split(' ');
    if (words.length < 2) continue;
    for (const at of words.keys()) {
      yield lines.with(index, words.filter((_, other) => other !== at).join(' ')).join('\n');
    }
  }
}
