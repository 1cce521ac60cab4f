import { canIsolateNetwork } from './network-namespace.js';
import { DEFAULT_SERVER, openRealServer, type RealServer, targetOfBinary } from './real-server.js';

/** Another server can be put to the test: `REDIS_SERVER=/opt/valkey/bin/valkey-server npm run test:core`. */
export const SERVER_UNDER_TEST = process.env.REDIS_SERVER ?? DEFAULT_SERVER;

/** For one test, beside other work of the machine: some start hundreds of servers. */
const LONGEST_MS = 180_000;

const MISSING = whatIsMissing();
// Once for all suites, and with every reporter.
if (MISSING) console.log(`  tests with a real server are skipped: ${MISSING}`);

/** Servers listen on every address in these tests, so nobody may be able to reach them. */
function whatIsMissing(): string | undefined {
  if (!targetOfBinary(SERVER_UNDER_TEST)) {
    return `no server at ${SERVER_UNDER_TEST}: apt-get install redis-server, or set REDIS_SERVER`;
  }
  return canIsolateNetwork() ? undefined : 'no network namespace can be had: run them on Linux as root';
}

/** Skips a test whose real part is missing, except where CI=true: a build machine must have it. */
export function skipFor(test: Mocha.Context, missing: string): void {
  if (process.env.CI === 'true') throw new Error(missing);
  test.skip();
}

/**
 * A suite that needs a real server. Skipped where there is none, except where CI=true: a build machine must have one.
 */
export function describeWithServer(title: string, tests: (server: () => RealServer) => void): void {
  describe(title, function () {
    this.timeout(LONGEST_MS);
    if (MISSING) {
      it(`is skipped (${MISSING})`, function () {
        skipFor(this, MISSING);
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
