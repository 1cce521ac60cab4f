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

/** The fix with a new secret in it, the same throughout: it goes into the file and nowhere else. */
export async function withNewSecret(fix: ProtocolFix, { randomBytes, sha256 }: Host): Promise<ProtocolFix> {
  const secret = hexadecimal(randomBytes(SECRET_BYTES));
  const hash = hexadecimal(await sha256(secret));
  const fill = (text: string) => text.replaceAll(GENERATED_SECRET, secret).replaceAll(GENERATED_SECRET_SHA256, hash);
  return {
    ...fix,
    changes: fix.changes.map((change) => ({
      ...change,
      edits: change.edits.map(({ range, newText }) => ({ range, newText: fill(newText) })),
    })),
  };
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
