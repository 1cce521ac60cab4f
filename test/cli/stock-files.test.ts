import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { lintFiles } from '../../server/src/cli/lint-files.js';
import { NEWEST_REDIS, parseTarget, targetId } from '../../server/src/core/directives/target.js';
import { createService } from '../../server/src/core/service.js';

/** What Debian installs: files that administrators have read, or at least run, for years. */
const STOCK_FILES = ['/etc/redis/redis.conf', '/etc/redis/sentinel.conf'] as const;
const TARGETS = [parseTarget('redis-7.0.15') ?? NEWEST_REDIS, NEWEST_REDIS] as const;

describe("Debian's stock files", () => {
  for (const file of STOCK_FILES) {
    for (const target of TARGETS) {
      it(`${file} has no error and no warning for ${targetId(target)}`, function () {
        if (!existsSync(file)) {
          if (process.env.CI === 'true')
            throw new Error(`${file} is missing: apt-get install redis-server redis-sentinel`);
          this.skip();
        }
        const settings = {
          target,
          as: undefined,
          options: {},
          showPath: (path: string) => path,
          isNamed: () => true,
          currentFolder: '/',
          followsOutside: false,
        };
        const { files, failures } = lintFiles(createService(), [file], settings);
        assert.deepEqual(failures, []);
        assert.deepEqual(
          files
            .flatMap(({ findings }) => findings)
            .filter(({ severity }) => severity === 'error' || severity === 'warning')
            .map(({ at, rule, message }) => `${at.line + 1} ${rule}: ${message}`),
          [],
        );
        assert.deepEqual(
          files.map(({ starts }) => starts),
          ['yes'],
        );
      });
    }
  }
});
