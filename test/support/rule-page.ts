import { readFileSync } from 'node:fs';

/** A rule's page, cut at its headings. */
export interface Page {
  readonly title: string;
  /** Heading to text, in the order of the page. */
  readonly sections: ReadonlyMap<string, string>;
}

export interface Example {
  /** From the code block's info string: ```` ```redis-conf sentinel.conf ````. */
  readonly fileName: string;
  readonly text: string;
}

export function readPage(file: string): Page {
  const [head = '', ...parts] = readFileSync(file, 'utf8').split(/^## /m);
  const sections = parts.map((part): [string, string] => {
    const end = part.indexOf('\n');
    return [part.slice(0, end).trim(), part.slice(end + 1)];
  });
  return { title: /^# (.+)$/m.exec(head)?.[1] ?? '', sections: new Map(sections) };
}

/** The configuration examples of a section; blocks in other languages (`sh`, `text`) are not run. */
export function examplesOf({ sections }: Page, section: string): readonly Example[] {
  const blocks = (sections.get(section) ?? '').matchAll(/^```(redis-conf|redis-acl)(?: (\S+))?\n(.*?)^```$/gms);
  return [...blocks].map(([, language, fileName, text = '']) => ({
    fileName: fileName ?? (language === 'redis-acl' ? 'users.acl' : 'page.conf'),
    text,
  }));
}

/** How many sentences a section has, code left out. */
export function sentencesIn(section: string): number {
  const prose = section.replace(/^```.*?^```$/gms, '').replace(/`[^`]*`/g, 'code');
  return [...prose.matchAll(/[.!?](?=\)?\s|\)?$)/g)].length;
}
