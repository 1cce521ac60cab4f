import type { HostedText } from '../host-reading.js';

/** A text that is put into a file. */
export interface PathText {
  readonly path: string;
  readonly isAppended: boolean;
  readonly text: HostedText;
}

/** What texts make of a file: it, and what is written behind it. */
export interface FileTexts {
  readonly whole: HostedText | undefined;
  readonly appended: readonly HostedText[];
}

/** Texts by their files, in the order in which they are written: a new text takes the place of those before it. */
export function textsByPath(all: readonly PathText[]): ReadonlyMap<string, FileTexts> {
  const found = new Map<string, FileTexts>();
  for (const { path, isAppended, text } of all) {
    const before = found.get(path);
    if (isAppended)
      found.set(path, { whole: before?.whole, appended: [...(before?.appended ?? []), behind(before, text)] });
    else found.set(path, { whole: text, appended: [] });
  }
  return found;
}

/** Where all of a file is seen, what is put behind it is held as the rest is. */
function behind(before: FileTexts | undefined, text: HostedText): HostedText {
  return before?.whole ? { ...text, holder: before.whole.holder } : text;
}

/** Whether they are a configuration, whoever is started with it. */
export function isConfiguration({ whole, appended }: FileTexts): boolean {
  return (whole ?? appended[0])?.dialect !== undefined;
}

/** As a server has them. */
export function textsOfServer(files: ReadonlyMap<string, FileTexts>): {
  readonly texts: ReadonlyMap<string, HostedText>;
  readonly appended: ReadonlyMap<string, readonly HostedText[]>;
} {
  return {
    texts: new Map([...files].flatMap(([path, { whole }]) => (whole ? [[path, whole] as const] : []))),
    appended: new Map([...files].map(([path, { appended }]) => [path, appended])),
  };
}

/** As a server has the texts of one file that no command line names. */
export function textsUnnamed({ whole, appended }: FileTexts): ReturnType<typeof textsOfServer> {
  const [first = whole, ...rest] = whole ? [whole, ...appended] : appended;
  return { texts: new Map(first ? [['', first]] : []), appended: new Map([['', rest]]) };
}
