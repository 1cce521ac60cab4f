import { GENERATED_SECRET, GENERATED_SECRET_SHA256 } from '../core/service.js';
import type { Host } from './host.js';
import type { ProtocolFix } from './protocol-fix.js';

/** 256 bits: what no computer guesses. */
const SECRET_BYTES = 32;

/** Whether a fix waits for a secret that does not exist yet. */
export function waitsForSecret({ changes }: ProtocolFix): boolean {
  return changes.some(({ edits }) =>
    edits.some(({ newText }) => newText.includes(GENERATED_SECRET) || newText.includes(GENERATED_SECRET_SHA256)),
  );
}

/** A fix as it is to be applied, and the secret that was made for it: it goes into the file and nowhere else. */
export interface FilledFix {
  readonly fix: ProtocolFix;
  readonly secret: string | undefined;
}

/** A fix that waits for a secret gets a new one, the same throughout. */
export async function withNewSecret(fix: ProtocolFix, { randomBytes, sha256 }: Host): Promise<FilledFix> {
  if (!waitsForSecret(fix)) return { fix, secret: undefined };
  const secret = hexadecimal(randomBytes(SECRET_BYTES));
  const hash = hexadecimal(await sha256(secret));
  const fill = (text: string) => text.replaceAll(GENERATED_SECRET, secret).replaceAll(GENERATED_SECRET_SHA256, hash);
  const changes = fix.changes.map((change) => ({
    ...change,
    edits: change.edits.map(({ range, newText }) => ({ range, newText: fill(newText) })),
  }));
  return { fix: { ...fix, changes }, secret };
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
