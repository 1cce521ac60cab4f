/** A text that can be made as long as one likes, and that something might take too long for. */
export interface Shape {
  readonly name: string;
  /** Says what the text is; `/etc/redis/redis.conf` where missing. */
  readonly path?: string;
  /** About so many UTF-16 code units. */
  readonly text: (size: number) => string;
  /** What it reads besides, by path. */
  readonly files?: (size: number) => Readonly<Record<string, string>>;
}

export const SENTINEL = '/etc/redis/sentinel.conf';
export const ACL_FILE = '/etc/redis/users.acl';

/** One line: a beginning, a unit again and again, an end. */
export function line(name: string, before: string, unit: string, after = '', path?: string): Shape {
  const text = (size: number) => `${before}${repeat(unit, size)}${after}\n`;
  return path === undefined ? { name, text } : { name, path, text };
}

/** Many lines, each made of its number. */
export function lines(name: string, lineAt: (index: number) => string, path?: string): Shape {
  const text = (size: number) => numbered(lineAt, size);
  return path === undefined ? { name, text } : { name, path, text };
}

export function repeat(unit: string, size: number): string {
  return unit.repeat(Math.ceil(size / unit.length));
}

export function numbered(lineAt: (index: number) => string, size: number): string {
  const all: string[] = [];
  for (let length = 0; length < size; length += (all.at(-1)?.length ?? 0) + 1) all.push(lineAt(all.length));
  return `${all.join('\n')}\n`;
}
