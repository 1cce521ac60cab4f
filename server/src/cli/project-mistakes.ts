import type { ProjectConfiguration } from '../core/lint/project-configuration/find-project-configuration.js';
import type { Failure } from './report.js';

/** What is wrong in `.redis-conf-lint.json`: then nobody knows what the project wanted, and the run counts as failed. */
export function mistakesOf({ sources }: ProjectConfiguration, showPath: (path: string) => string): readonly Failure[] {
  return sources.flatMap(({ path, problems }) =>
    problems.map(({ message, range: { start } }) => ({
      path: `${showPath(path)}:${start.line + 1}:${start.character + 1}`,
      reason: message,
    })),
  );
}
