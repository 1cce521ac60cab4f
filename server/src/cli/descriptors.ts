const NAMED: ReadonlyMap<string, number> = new Map([
  ['/dev/stdin', 0],
  ['/dev/stdout', 1],
  ['/dev/stderr', 2],
]);
const NUMBERED = /^\/dev\/fd\/(\d{1,4})$/;

/**
 * The open stream that a name on the command line means, as `/dev/fd/63` does, which a shell makes of `<(command)`:
 * it is read or written as it is, for its name leads nowhere that may be opened.
 */
export function descriptorOf(name: string): number | undefined {
  const [, number] = NUMBERED.exec(name) ?? [];
  return number === undefined ? NAMED.get(name) : Number(number);
}
