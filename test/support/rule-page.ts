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

/**
 * The configuration examples of a section: blocks of ours, and those of another language that say which document they
 * are, as fixtures do: ```` ```yaml page.compose.yml ````.
 */
export function examplesOf({ sections }: Page, section: string): readonly Example[] {
  const blocks = (sections.get(section) ?? '').matchAll(
    /^```(?:(redis-conf|redis-acl)(?: (\S+))?|(yaml|dockerfile|ini|sh) (\S+))\n(.*?)^```$/gms,
  );
  return [...blocks].map(([, language, fileName, , document, text = '']) => ({
    fileName: document ?? fileName ?? (language === 'redis-acl' ? 'users.acl' : 'page.conf'),
    text,
  }));
}

/** How many sentences a section has, code left out. */
export function sentencesIn(section: string): number {
  const prose = section.replace(/^```.*?^```$/gms, '').replace(/`[^`]*`/g, 'code');
  return [...prose.matchAll(/[.!?](?=\)?\s|\)?$)/g)].length;
}
