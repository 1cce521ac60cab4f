import { connect, type Socket } from 'node:net';

/** A reply of the server; errors are values, as the differential tests ask for things that may be refused. */
export type Reply = string | number | null | readonly Reply[] | ServerError;

export interface ServerError {
  readonly error: string;
}

export const isServerError = (reply: Reply): reply is ServerError =>
  typeof reply === 'object' && reply !== null && 'error' in reply;

/** Sends commands over a unix socket, in one go, and reads their replies. Strings are byte strings. */
export function sendCommands(path: string, commands: readonly (readonly string[])[]): Promise<readonly Reply[]> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(path);
    const chunks: Buffer[] = [];
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed the connection')));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      const replies = readReplies(Buffer.concat(chunks).toString('latin1'), commands.length);
      if (!replies) return;
      resolve(replies);
      socket.destroy();
    });
    socket.write(commands.map(encodeCommand).join(''), 'latin1');
  });
}

function encodeCommand(words: readonly string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`;
}

/** So many replies (RESP 2), or undefined when they have not all come in yet. */
function readReplies(text: string, count: number): readonly Reply[] | undefined {
  let at = 0;
  const readLine = (): string => {
    const end = text.indexOf('\r\n', at);
    if (end === -1) throw INCOMPLETE;
    const line = text.slice(at, end);
    at = end + 2;
    return line;
  };
  const readOne = (): Reply => {
    const line = readLine();
    const rest = line.slice(1);
    switch (line[0]) {
      case '+':
        return rest;
      case '-':
        return { error: rest };
      case ':':
        return Number(rest);
      case '$': {
        const length = Number(rest);
        if (length < 0) return null;
        if (at + length + 2 > text.length) throw INCOMPLETE;
        const value = text.slice(at, at + length);
        at += length + 2;
        return value;
      }
      case '*':
        return Number(rest) < 0 ? null : Array.from({ length: Number(rest) }, readOne);
      default:
        throw new Error(`not a reply: ${JSON.stringify(line)}`);
    }
  };
  try {
    return Array.from({ length: count }, readOne);
  } catch (error) {
    if (error === INCOMPLETE) return undefined;
    throw error;
  }
}

const INCOMPLETE = new Error('incomplete');
