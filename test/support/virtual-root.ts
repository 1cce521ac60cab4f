import { copyFileSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createService } from '../../server/src/core/service.js';
import type { Certificates } from './certificates.js';

/** A folder that stands for `/`: absolute paths of the configurations in it lead into it. */
export interface VirtualRoot {
  readonly folder: string;
  /** A text without the folder: what it would be if this were `/`. */
  readonly withoutFolder: (text: string) => string;
  readonly remove: () => Promise<void>;
}

const PATH_LINE =
  /^([ \t]*(?:(?:dir|logfile|pidfile|aclfile|include|loadmodule|unixsocket|tls-[\w-]*(?:file|dir))|sentinel[ \t]+(?:notification-script|client-reconfig-script)[ \t]+\S+)[ \t]+["']?)\//gim;
const SERVICE = createService([]);
const SCRIPT = '#!/bin/sh\n';

/**
 * Writes configurations by absolute path. The folders that they name are made, and the certificates and scripts; what
 * else they name (includes, ACL files, modules) exists only where it is among them.
 */
export function openVirtualRoot(
  files: ReadonlyMap<string, string>,
  certificates: Certificates | undefined,
): VirtualRoot {
  const folder = mkdtempSync(path.join(tmpdir(), 'root-'));
  for (const [name, text] of files) {
    const place = path.join(folder, name);
    const moved = text.replace(PATH_LINE, `$1${folder}/`);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, moved);
    furnish(moved, path.dirname(place), folder, certificates);
  }
  return {
    folder,
    withoutFolder: (text) => text.replaceAll(folder, ''),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function furnish(text: string, from: string, root: string, certificates: Certificates | undefined): void {
  for (const [, line] of SERVICE.parse(text, 'latin-1').lines.telling()) {
    if (line.kind !== 'directive') continue;
    const [first, , third] = line.args.map(({ value }) => value);
    const isScript = line.key === 'sentinel' && /-script$/i.test(first ?? '');
    const named = isScript ? third : first;
    const place = named && path.resolve(from, named);
    if (!place?.startsWith(`${root}/`)) continue;
    if (isScript) write(place, (file) => writeFileSync(file, SCRIPT, { mode: 0o755 }));
    else if (/^(?:dir|tls-ca-cert-dir)$/.test(line.key)) mkdirSync(place, { recursive: true });
    else if (/^(?:logfile|pidfile|unixsocket)$/.test(line.key)) mkdirSync(path.dirname(place), { recursive: true });
    if (certificates) provide(line.key, place, certificates);
  }
}

function provide(directive: string, place: string, certificates: Certificates): void {
  const { authority, hashedAuthority, server, client, dhParameters } = certificates;
  const source: Readonly<Record<string, string>> = {
    'tls-cert-file': server.certificate,
    'tls-key-file': server.key,
    'tls-client-cert-file': client.certificate,
    'tls-client-key-file': client.key,
    'tls-ca-cert-file': authority,
    'tls-dh-params-file': dhParameters,
  };
  if (directive === 'tls-ca-cert-dir') copyFileSync(hashedAuthority, path.join(place, path.basename(hashedAuthority)));
  const copied = source[directive];
  if (copied) write(place, (file) => copyFileSync(copied, file));
}

function write(place: string, how: (file: string) => void): void {
  if (existsSync(place)) return;
  mkdirSync(path.dirname(place), { recursive: true });
  how(place);
}
