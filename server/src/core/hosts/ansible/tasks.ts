import { entriesOf, itemsOf, valueAt, type YamlEntry, type YamlNode } from '../yaml/yaml-tree.js';

/** What a task runs, and what it runs it for. */
export interface Task {
  /** The module without its collection: `lineinfile`. */
  readonly module: string;
  readonly entry: YamlEntry;
  /** What it is repeated for; none: it runs once. */
  readonly items: readonly YamlNode[];
}

/** Where plays, roles and blocks have tasks. */
const LISTS = ['tasks', 'pre_tasks', 'post_tasks', 'handlers', 'block', 'rescue', 'always'];
const LOOPS = ['loop', 'with_items', 'with_list'];
/** Blocks in blocks in blocks. */
const DEEPEST = 10;

/** The tasks of a file, in the order in which they stand. */
export function tasksIn(root: YamlNode | undefined, depth = 0): readonly Task[] {
  if (root?.kind !== 'list' || depth > DEEPEST) return [];
  return root.items.flatMap((item) => {
    const inner = LISTS.flatMap((key) => tasksIn(valueAt(item, key), depth + 1));
    return [...tasksOf(item), ...inner];
  });
}

function tasksOf(item: YamlNode): readonly Task[] {
  const items = LOOPS.flatMap((key) => itemsOf(valueAt(item, key)));
  return entriesOf(item).map((entry) => ({ module: moduleOf(entry.key.value), entry, items }));
}

const moduleOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);
