/** UTF-8 where the bytes are that, else one character a byte; a byte order mark stays, for the server stumbles over it. */
export function decodeBytes(bytes: Uint8Array): { readonly text: string; readonly encoding: 'utf-8' | 'latin-1' } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return { text, encoding: 'latin-1' };
  }
}
