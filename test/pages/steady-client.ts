import { connect } from 'node:net';

const PING = 'PING\r\n';

/** A client that was connected before, and whose answers must stay what they are. */
export interface SteadyClient {
  /** The answers that it had, each once, and `closed` where the server ended the connection. */
  readonly stop: () => Promise<ReadonlySet<string>>;
}

/** Logs in where it has a login, then sends PING after PING, each when the one before was answered. */
export function openSteadyClient(socketPath: string, login: readonly string[] | undefined): Promise<SteadyClient> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath);
    const answers = new Set<string>();
    const onStopped: (() => void)[] = [];
    let isLoggedIn = login === undefined;
    const end = (answer: string) => {
      answers.add(answer);
      for (const stopped of onStopped) stopped();
    };
    const stop = () =>
      new Promise<ReadonlySet<string>>((done) => {
        const stopped = () => {
          socket.destroy();
          done(new Set(answers));
        };
        if (answers.has('closed')) stopped();
        else onStopped.push(stopped);
      });
    socket.setEncoding('latin1').on('data', (answer: string) => {
      if (isLoggedIn) end(answer.trim());
      else if (answer !== '+OK\r\n') reject(new Error(`the client cannot log in: ${answer.trim()}`));
      isLoggedIn = true;
      if (answers.size > 0) resolve({ stop });
      if (!socket.destroyed) socket.write(PING);
    });
    socket.on('error', reject).on('close', () => end('closed'));
    socket.write(login === undefined ? PING : `AUTH ${login.join(' ')}\r\n`);
  });
}
