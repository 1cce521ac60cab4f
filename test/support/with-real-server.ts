import { canIsolateNetwork } from './network-namespace.js';
import { DEFAULT_SERVER, openRealServer, type RealServer, targetOfBinary } from './real-server.js';
import { skipFor } from './skip-for.js';
import { canConnectHosts, openTwoHosts, type TwoHosts } from './two-hosts.js';

/** Another server can be put to the test: `REDIS_SERVER=/opt/valkey/bin/valkey-server npm run test:suite -- servers`. */
export const SERVER_UNDER_TEST = process.env.REDIS_SERVER ?? DEFAULT_SERVER;

/** For one test, beside other work of the machine: some start hundreds of servers. */
const LONGEST_MS = 180_000;

const MISSING = whatIsMissing();
// Once for all suites, and with every reporter.
if (MISSING) console.log(`  tests with a real server are skipped: ${MISSING}`);
const NO_STRANGER = MISSING ?? (canConnectHosts() ? undefined : 'no two networks can be joined: run them as root');
if (NO_STRANGER && !MISSING) console.log(`  tests with a stranger are skipped: ${NO_STRANGER}`);

/** Servers listen on every address in these tests, so nobody may be able to reach them. */
function whatIsMissing(): string | undefined {
  if (!targetOfBinary(SERVER_UNDER_TEST)) {
    return `no server at ${SERVER_UNDER_TEST}: apt-get install redis-server, or set REDIS_SERVER`;
  }
  return canIsolateNetwork() ? undefined : 'no network namespace can be had: run them on Linux as root';
}

/** A suite that needs a real server. */
export function describeWithServer(title: string, tests: (server: () => RealServer) => void): void {
  describeUnless(MISSING, title, () => {
    let server: RealServer;
    before(async () => {
      server = await openRealServer(SERVER_UNDER_TEST);
    });
    after(() => server?.close());
    tests(() => server);
  });
}

/** A suite that needs a real server's machine and a stranger's. */
export function describeWithTwoHosts(title: string, tests: (hosts: () => TwoHosts) => void): void {
  describeUnless(NO_STRANGER, title, () => {
    let hosts: TwoHosts | undefined;
    before(async () => {
      hosts = await openTwoHosts();
    });
    after(() => hosts?.close());
    tests(() => {
      if (!hosts) throw new Error('two hosts could be had a moment ago');
      return hosts;
    });
  });
}

/** Skipped where something is missing, except where CI=true. */
function describeUnless(missing: string | undefined, title: string, suite: () => void): void {
  describe(title, function () {
    this.timeout(LONGEST_MS);
    if (!missing) return suite();
    it(`is skipped (${missing})`, function () {
      skipFor(this, missing);
    });
  });
}
