import type { Catalog, DirectiveName } from '../../directives/catalog.js';
import type { ConfigLine } from '../../syntax/config-line.js';
import type { LoadProblem } from '../load-problem.js';
import { type ConfigSource, lineIn, type Occurrence, type ValueInForce } from '../occurrence.js';

/** Why more may be set than the lines say that could be read. */
export interface Doubt {
  /** Directives of lines that cannot be read: what they were to be is unknown, and not the default. */
  readonly broken: ReadonlySet<DirectiveName>;
  /** An included file is not there to be read: whatever no line sets may stand in it. */
  readonly isPartial: boolean;
}

interface Read {
  readonly files: readonly ConfigSource[];
  readonly occurrences: (name: DirectiveName) => readonly Occurrence[];
  readonly problems: readonly LoadProblem[];
  readonly late: readonly LoadProblem[];
  readonly unread: readonly unknown[];
}

/** What cannot be relied upon once all files are read. */
export function doubtIn({ files, occurrences, problems, late, unread }: Read, catalog: Catalog): Doubt {
  const broken = new Set<DirectiveName>();
  for (const problem of [...problems, ...late]) {
    const name = catalog.lookup(nameMeant(problem, files, catalog)?.toLowerCase() ?? '')?.name;
    if (name !== undefined) broken.add(name);
  }
  const isPartial =
    unread.length > 0 ||
    broken.has('include') ||
    problems.some(({ code }) => code === 'include-missing') ||
    occurrences('include').some(({ isTemplated }) => isTemplated);
  return { broken, isPartial };
}

/** The value as far as it is known at all. */
export function doubted(value: ValueInForce | undefined, { broken, isPartial }: Doubt): ValueInForce | undefined {
  const isDoubted = value && (broken.has(value.name) || (isPartial && value.from === undefined));
  return isDoubted ? { ...value, isKnown: false } : value;
}

/** What a line that is no line of any directive was meant to set; lines that are one tell themselves that they are refused. */
function nameMeant(problem: LoadProblem, files: readonly ConfigSource[], catalog: Catalog): string | undefined {
  switch (problem.code) {
    case 'key-with-separator':
      return problem.name;
    case 'unknown-directive':
      return catalog.nearest(problem.name)[0];
    case 'byte-order-mark':
    case 'foreign-character':
    case 'unbalanced-quotes': {
      const { source, line } = problem.at;
      const node = lineIn(files, { source, line });
      if (node?.kind === 'directive') return node.name.value.replace(/^\xef\xbb\xbf/, '');
      return nameBeforeError(node);
    }
    case 'placeholder':
      return nameBeforeError(lineIn(files, problem.at));
    default:
      return undefined;
  }
}

function nameBeforeError(node: ConfigLine | undefined): string | undefined {
  return node?.kind === 'malformed' ? node.words[0]?.value : undefined;
}
