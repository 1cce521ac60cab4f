import { GENERATED_SECRET, GENERATED_SECRET_SHA256 } from '../../core/service.js';
import type { Host } from '../host.js';
import type { ProtocolFix } from './protocol-fix.js';

/** 256 bits: what no computer guesses. */
const SECRET_BYTES = 32;

/** Whether a fix waits for a secret that does not exist yet. */
export function waitsForSecret({ changes }: ProtocolFix): boolean {
  return changes.some(({ edits }) =>
    edits.some(({ newText }) => newText.includes(GENERATED_SECRET) || newText.includes(GENERATED_SECRET_SHA256)),
  );
}

/** A fix that waits for a secret gets a new one, the same throughout: it goes into the file and nowhere else. */
export async function withNewSecret(fix: ProtocolFix, { randomBytes, sha256 }: Host): Promise<ProtocolFix> {
  if (!waitsForSecret(fix)) return fix;
  const secret = hexadecimal(randomBytes(SECRET_BYTES));
  return withSecret(fix, secret, hexadecimal(await sha256(secret)));
}

/** What a new secret is as long as: with it, a fix shows where everything will stand. */
export const SECRET_SHAPE = '0'.repeat(2 * SECRET_BYTES);
const HASH_SHAPE = '1'.repeat(64);

/** A fix as it will be in length and form: to show, not to apply. */
export function withSecretShape(fix: ProtocolFix): ProtocolFix {
  return withSecret(fix, SECRET_SHAPE, HASH_SHAPE);
}

function withSecret(fix: ProtocolFix, secret: string, hash: string): ProtocolFix {
  const fill = (text: string) => text.replaceAll(GENERATED_SECRET, secret).replaceAll(GENERATED_SECRET_SHA256, hash);
  const changes = fix.changes.map((change) => ({
    ...change,
    edits: change.edits.map(({ range, newText }) => ({ range, newText: fill(newText) })),
  }));
  return { ...fix, changes };
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
