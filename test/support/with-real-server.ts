import { DEFAULT_SERVER, openRealServer, type RealServer, targetOfBinary } from './real-server.js';

/** Another server can be put to the test: `REDIS_SERVER=/opt/valkey/bin/valkey-server npm run test:core`. */
export const SERVER_UNDER_TEST = process.env.REDIS_SERVER ?? DEFAULT_SERVER;

/** For one test, beside other work of the machine: some start hundreds of servers. */
const LONGEST_MS = 180_000;

const HINT = `no server at ${SERVER_UNDER_TEST}: apt-get install redis-server, or set REDIS_SERVER`;
const HAS_SERVER = targetOfBinary(SERVER_UNDER_TEST) !== undefined;
// Once for all suites, and with every reporter.
if (!HAS_SERVER) console.log(`  tests that need a real server: ${HINT}`);

/**
 * A suite that needs a real server. Skipped where there is none, except where CI=true: a build machine must have one.
 */
export function describeWithServer(title: string, tests: (server: () => RealServer) => void): void {
  describe(title, function () {
    this.timeout(LONGEST_MS);
    if (!HAS_SERVER) {
      it(`is skipped (${HINT})`, function () {
        if (process.env.CI === 'true') throw new Error(HINT);
        this.skip();
      });
      return;
    }
    let server: RealServer;
    before(async () => {
      server = await openRealServer(SERVER_UNDER_TEST);
    });
    after(() => server?.close());
    tests(() => server);
  });
}
