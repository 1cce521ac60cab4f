import { DEFAULT_SERVER, openRealServer, type RealServer, targetOfBinary } from './real-server.js';

/** Another server can be put to the test: `REDIS_SERVER=/opt/valkey/bin/valkey-server npm run test:core`. */
export const SERVER_UNDER_TEST = process.env.REDIS_SERVER ?? DEFAULT_SERVER;

/**
 * A suite that needs a real server. Skipped with one line where there is none, except where CI=true: a build machine
 * must have one.
 */
export function describeWithServer(title: string, tests: (server: () => RealServer) => void): void {
  if (targetOfBinary(SERVER_UNDER_TEST)) {
    describe(title, () => {
      let server: RealServer;
      before(async () => {
        server = await openRealServer(SERVER_UNDER_TEST);
      });
      after(() => server?.close());
      tests(() => server);
    });
    return;
  }
  const hint = `no server at ${SERVER_UNDER_TEST}: apt-get install redis-server, or set REDIS_SERVER`;
  describe(title, () => {
    it(`is skipped (${hint})`, function () {
      if (process.env.CI === 'true') throw new Error(hint);
      this.skip();
    });
  });
}
