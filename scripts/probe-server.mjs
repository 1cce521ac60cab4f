// Compares a redis-server or valkey-server binary with the project's data for its version:
// npm run probe-server -- PATH
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const binary = process.argv[2] ?? '/usr/bin/redis-server';

execFileSync(path.join(ROOT, 'node_modules/.bin/tsc'), ['-b'], { cwd: ROOT, stdio: 'inherit' });
const require = createRequire(import.meta.url);
const { openRealServer } = require(path.join(ROOT, 'out/test/support/real-server.js'));
const { findDifferences, formatDifference } = require(path.join(ROOT, 'out/test/probe/differences.js'));
const { formatTarget } = require(path.join(ROOT, 'out/server/src/core/directives/target.js'));

const server = await openRealServer(binary);
try {
  const differences = await findDifferences(server, { withBounds: true });
  for (const difference of differences) console.log(formatDifference(difference));
  console.log(`${binary} is ${formatTarget(server.target)}: ${differences.length || 'no'} differences from the data`);
  process.exitCode = differences.length === 0 ? 0 : 1;
} finally {
  await server.close();
}
