import { posix } from 'node:path';
import type { FileReader } from '../../server/src/core/config/file-reader.js';
import type { ResolvedConfiguration } from '../../server/src/core/config/resolved-configuration.js';
import type { Target } from '../../server/src/core/directives/target.js';
import { createService } from '../../server/src/core/service.js';
import type { ConfigurationCase } from './configuration-case.js';

/** What the linter says the server will say. */
export interface LinterVerdict {
  readonly isStartable: boolean;
  readonly stage: 'config' | 'startup' | 'crash' | undefined;
  /** From 1; null where the server would name none. */
  readonly line: number | null;
  readonly reason: string;
  readonly config: ResolvedConfiguration;
}

/** Where a case stands for the linter. */
export const FOLDER = '/etc/redis';
const SERVICE = createService([]);

export function linterVerdict(configuration: ConfigurationCase, target: Target): LinterVerdict {
  const { config } = SERVICE.load({
    path: `${FOLDER}/redis.conf`,
    file: SERVICE.parse(configuration.text, 'latin-1'),
    dialect: configuration.isSentinel ? 'sentinel' : 'server',
    target,
    reader: readerOf(configuration.files),
  });
  const first = config.problems.find(({ isFatal }) => isFatal);
  return {
    isStartable: first === undefined,
    stage: first?.stage,
    line: first?.stage === 'config' ? first.at.line + 1 : null,
    reason: first ? first.code : '',
    config,
  };
}

/** The files of a case, in the folder of the configuration. */
function readerOf(files: ConfigurationCase['files']): FileReader {
  return {
    readFile: (path) => {
      const text = files[posix.relative(FOLDER, path)];
      return text === undefined ? { status: 'missing' } : { status: 'found', text, encoding: 'latin-1' };
    },
    listFolder: (path) => {
      const folder = posix.relative(FOLDER, path);
      const prefix = folder === '' ? '' : `${folder}/`;
      const below = Object.keys(files).filter((name) => name.startsWith(prefix));
      const names = [...new Set(below.map((name) => name.slice(prefix.length).split('/')[0] ?? ''))];
      return names.length === 0 && folder !== '' ? { status: 'missing' } : { status: 'found', names };
    },
  };
}
