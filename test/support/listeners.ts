import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A socket that accepts connections. The address is `0.0.0.0` or `::` where it means every one of its family. */
export type Listener =
  | { readonly kind: 'tcp'; readonly address: string; readonly port: number }
  | { readonly kind: 'unix'; readonly path: string };

const LINE =
  /^(?:tcp +LISTEN +\d+ +\d+ +(?<address>\S+):(?<port>\d+) .*|u_str +LISTEN +\d+ +\d+ +(?<path>.*?) \d+ .*)$/;

/** Everything that listens in the network of this process. */
export async function listenersHere(): Promise<readonly Listener[]> {
  const { stdout } = await promisify(execFile)('ss', ['-Hlntx']);
  return stdout.split('\n').flatMap((line): readonly Listener[] => {
    const { address, port, path } = LINE.exec(line)?.groups ?? {};
    if (path !== undefined) return [{ kind: 'unix', path }];
    return address === undefined ? [] : [{ kind: 'tcp', address: withoutBrackets(address), port: Number(port) }];
  });
}

const withoutBrackets = (address: string): string => address.replace(/^\[(.*)\]/, '$1');
