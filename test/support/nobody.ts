import { spawnSync } from 'node:child_process';
import { skipFor } from './skip-for.js';

const NOBODY = 65534;

/** The user whom permissions stop: another one where tests run as root. Skips a test that can't have one. */
export function userWithoutRights(test: Mocha.Context): number | undefined {
  if (process.getuid?.() !== 0) return process.getuid?.();
  const { status } = spawnSync(process.execPath, ['--version'], { uid: NOBODY, gid: NOBODY });
  if (status !== 0) skipFor(test, 'nobody cannot run Node here: install it where every user may run it');
  return NOBODY;
}
