import { connect, type NetConnectOpts } from 'node:net';

const PING = 'PING\r\n';

/** A client that was connected before, and whose answers must stay what they are. */
export interface SteadyClient {
  /** Ends it: the answers that it had, each once, and `closed` where the server ended the connection. */
  readonly stop: () => Promise<readonly string[]>;
}

/** Logs in where it has a login, then sends PING after PING, each when the one before was answered. */
export function openSteadyClient(server: NetConnectOpts, login: readonly string[] | undefined): Promise<SteadyClient> {
  return new Promise((resolve, reject) => {
    const socket = connect(server);
    const answers = new Set<string>();
    const onAnswer: (() => void)[] = [];
    let isLoggedIn = login === undefined;
    const note = (answer: string) => {
      answers.add(answer);
      for (const noted of onAnswer) noted();
    };
    const stop = () =>
      new Promise<readonly string[]>((done) => {
        const end = () => {
          done([...answers]);
          socket.destroy();
        };
        if (answers.has('closed')) end();
        else onAnswer.push(end);
      });
    socket.setEncoding('latin1').on('data', (answer: string) => {
      if (isLoggedIn) note(answer.trim());
      else if (answer !== '+OK\r\n') reject(new Error(`the client cannot log in: ${answer.trim()}`));
      isLoggedIn = true;
      if (answers.size > 0) resolve({ stop });
      if (!socket.destroyed) socket.write(PING);
    });
    socket.on('error', reject).on('close', () => note('closed'));
    socket.write(login === undefined ? PING : `AUTH ${login.join(' ')}\r\n`);
  });
}
