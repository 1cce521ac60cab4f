import { connect, type Socket } from 'node:net';

/** A reply of the server; errors are values, as the differential tests ask for things that may be refused. */
export type Reply = string | number | null | readonly Reply[] | ServerError;

export interface ServerError {
  readonly error: string;
}

export const isServerError = (reply: Reply): reply is ServerError =>
  typeof reply === 'object' && reply !== null && 'error' in reply;

/**
 * Sends commands over a unix socket, in one go, and reads their replies. Strings are byte strings.
 * @throws Error when the server closes the connection before it has answered all.
 */
export async function sendCommands(path: string, commands: readonly (readonly string[])[]): Promise<readonly Reply[]> {
  const replies = await converse(connect(path), commands);
  if (replies.length < commands.length) throw new Error('the server closed the connection');
  return replies;
}

/**
 * Sends commands over a connection, in one go, reads their replies and closes it. Fewer replies than commands: the
 * server closed it.
 * @throws Error when the connection fails before a reply.
 */
export function converse(socket: Socket, commands: readonly (readonly string[])[]): Promise<readonly Reply[]> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let replies: readonly Reply[] = [];
    const end = (error?: Error) => {
      if (error && replies.length === 0) reject(error);
      else resolve(replies);
      socket.destroy();
    };
    socket.on('error', end);
    socket.on('close', () => end());
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      try {
        replies = readReplies(Buffer.concat(chunks).toString('latin1'));
        if (replies.length >= commands.length) end();
      } catch (error) {
        end(error instanceof Error ? error : new Error(String(error)));
      }
    });
    socket.write(commands.map(encodeCommand).join(''), 'latin1');
  });
}

function encodeCommand(words: readonly string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`;
}

/** The replies (RESP 2) that have come in whole. @throws Error where the text is none. */
function readReplies(text: string): readonly Reply[] {
  const replies: Reply[] = [];
  for (let read = readReply(text, 0); read; read = readReply(text, read.next)) replies.push(read.reply);
  return replies;
}

/** A reply, and where the next one begins. */
interface Read {
  readonly reply: Reply;
  readonly next: number;
}

/** Undefined where it has not come in whole. */
function readReply(text: string, at: number): Read | undefined {
  const end = text.indexOf('\r\n', at);
  if (end === -1) return undefined;
  const rest = text.slice(at + 1, end);
  const next = end + 2;
  switch (text[at]) {
    case '+':
      return { reply: rest, next };
    case '-':
      return { reply: { error: rest }, next };
    case ':':
      return { reply: Number(rest), next };
    case '$':
      return readBulk(text, next, Number(rest));
    case '*':
      return readArray(text, next, Number(rest));
    default:
      throw new Error(`not a reply: ${JSON.stringify(text.slice(at, end))}`);
  }
}

function readBulk(text: string, at: number, length: number): Read | undefined {
  if (length < 0) return { reply: null, next: at };
  const next = at + length + 2;
  return next > text.length ? undefined : { reply: text.slice(at, at + length), next };
}

function readArray(text: string, at: number, length: number): Read | undefined {
  if (length < 0) return { reply: null, next: at };
  const replies: Reply[] = [];
  let next = at;
  while (replies.length < length) {
    const read = readReply(text, next);
    if (!read) return undefined;
    replies.push(read.reply);
    next = read.next;
  }
  return { reply: replies, next };
}
