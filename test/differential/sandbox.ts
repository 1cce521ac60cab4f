import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createService } from '../../server/src/core/service.js';

/** A folder that stands for `/` in configurations: what they name exists below it. */
export interface Sandbox {
  /** The configuration with its absolute paths moved into the sandbox, and their folders made. */
  readonly moveInto: (text: string) => string;
  readonly remove: () => void;
}

const PATH_LINE =
  /^([ \t]*(?:dir|logfile|pidfile|aclfile|include|loadmodule|unixsocket|tls-[\w-]*(?:file|dir))[ \t]+["']?)\//gim;
const SERVICE = createService([]);

export function openSandbox(): Sandbox {
  const root = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
  const certificate = path.join(root, 'certificate.pem');
  const key = path.join(root, 'key.pem');
  makeCertificate(certificate, key);

  const prepare = (name: string, value: string): void => {
    if (!value.startsWith(root)) return;
    const isFolder = name === 'dir' || name.endsWith('-dir');
    mkdirSync(isFolder ? value : path.dirname(value), { recursive: true });
    const source = name.includes('key-file') ? key : certificate;
    // Once: a server beside this one may be reading it.
    if (/^tls-.*-file$/.test(name) && existsSync(source) && !existsSync(value)) copyFileSync(source, value);
  };
  const moveInto = (text: string): string => {
    const moved = text.replace(PATH_LINE, `$1${root}/`);
    for (const line of SERVICE.parse(moved, 'latin-1').lines) {
      if (line.kind === 'directive') prepare(line.key, line.args[0]?.value ?? '');
    }
    return moved;
  };
  return { moveInto, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Without openssl there is none: configurations with TLS are then refused before and after a fix. */
function makeCertificate(certificate: string, key: string): void {
  const request = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost'.split(' ');
  try {
    execFileSync('openssl', [...request, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  } catch {
    // The suite says how many fixes it proved.
  }
}
