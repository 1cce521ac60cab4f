import type { FileReader } from '../core/config/file-reader.js';
import type { ProjectConfiguration } from '../core/lint/project-configuration/find-project-configuration.js';
import type { Failure } from './report.js';

/** What is wrong in `.redis-conf-lint.json`: then nobody knows what the project wanted, and the run counts as failed. */
export function mistakesOf(
  { sources }: ProjectConfiguration,
  reader: FileReader,
  showPath: (path: string) => string,
): readonly Failure[] {
  return sources.flatMap(({ path, problems }) => {
    if (problems.length === 0) return [];
    const found = reader.readFile(path);
    const text = found.status === 'found' ? found.text : '';
    return problems.map(({ message, offset }) => ({
      path: `${showPath(path)}:${placeIn(text, offset)}`,
      reason: message,
    }));
  });
}

/** Line and column from 1. */
function placeIn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
