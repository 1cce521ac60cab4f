import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Identity } from './visit.js';

/** What TLS needs, made for the occasion: one authority that signed a server's and a client's certificate. Paths. */
export interface Certificates {
  readonly authority: string;
  /** The authority under the name by which a folder of authorities is searched. */
  readonly hashedAuthority: string;
  readonly server: { readonly certificate: string; readonly key: string };
  readonly client: { readonly certificate: string; readonly key: string };
  readonly dhParameters: string;
  readonly remove: () => void;
}

const CURVE = '-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes';

/** Undefined where there is no openssl. */
export function makeCertificates(): Certificates | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'certificates-'));
  const file = (name: string) => path.join(folder, name);
  const openssl = (command: string) =>
    execFileSync('openssl', command.split(' '), { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const sign = (name: string) => {
    openssl(`req -new ${CURVE} -keyout ${name}.key -out ${name}.csr -subj /CN=${name}`);
    openssl(
      `x509 -req -in ${name}.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 2 -out ${name}.pem`,
    );
    return { certificate: file(`${name}.pem`), key: file(`${name}.key`) };
  };
  try {
    openssl(`req -x509 ${CURVE} -keyout authority.key -out authority.pem -days 2 -subj /CN=authority`);
    const hashed = file(`${openssl('x509 -in authority.pem -noout -hash').trim()}.0`);
    copyFileSync(file('authority.pem'), hashed);
    writeFileSync(file('dh.pem'), openssl('genpkey -genparam -algorithm DH -pkeyopt group:ffdhe2048'));
    return {
      authority: file('authority.pem'),
      hashedAuthority: hashed,
      server: sign('server'),
      client: sign('client'),
      dhParameters: file('dh.pem'),
      remove: () => rmSync(folder, { recursive: true, force: true }),
    };
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
}

export const clientIdentity = ({ client: { certificate, key } }: Certificates): Identity => ({
  certificate: readFileSync(certificate, 'utf8'),
  key: readFileSync(key, 'utf8'),
});
