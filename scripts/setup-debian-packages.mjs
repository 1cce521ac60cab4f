// The programs that the tests use, from Debian's packages: installed where we may, else named with what installs them.
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Package by program. */
const PACKAGES = {
  'redis-server': 'redis-server',
  'redis-cli': 'redis-tools',
  'redis-sentinel': 'redis-sentinel',
  ip: 'iproute2',
  openssl: 'openssl',
  chromium: 'chromium',
};

export function ensureDebianPackages() {
  const missing = Object.keys(PACKAGES).filter((program) => !findProgram(program));
  if (missing.length === 0) return 'installed before';
  const packages = missing.map((program) => PACKAGES[program]);
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!findProgram('apt-get') || process.getuid?.() !== 0)
    return `not installed: ${packages.join(', ')} (on Debian, as root: ${command})`;
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  // Debian starts a server with its package; the tests start their own, and nothing is left running.
  for (const service of packages.filter((name) => name === 'redis-server' || name === 'redis-sentinel')) stop(service);
  return `installed ${packages.join(', ')}`;
}

/** The path of a program; undefined where it is not installed. */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function stop(service) {
  try {
    execFileSync('service', [service, 'stop'], { stdio: 'ignore' });
  } catch {
    // It was not running, or nothing here starts services.
  }
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] === import.meta.filename) console.log(ensureDebianPackages());
