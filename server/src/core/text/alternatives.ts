/** Every text that `{a,b}` stands for, nested ones too; undefined: more than `most`. Braces without a comma are themselves. */
export function alternativesOf(pattern: string, most: number): readonly string[] | undefined {
  const todo = [pattern];
  const done: string[] = [];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const group = firstGroup(next);
    if (group) {
      const [before, after] = [next.slice(0, group.start), next.slice(group.end)];
      todo.push(...group.members.map((member) => before + member + after).reverse());
    } else {
      done.push(next);
    }
    if (todo.length + done.length > most) return undefined;
  }
  return done;
}

interface Group {
  readonly start: number;
  /** Just after it. */
  readonly end: number;
  readonly members: readonly string[];
}

function firstGroup(pattern: string): Group | undefined {
  for (let start = 0; start < pattern.length; start++) {
    if (pattern.charAt(start) === '\\') start++;
    else if (pattern.charAt(start) === '{') {
      const group = groupAt(pattern, start);
      if (group && group.members.length > 1) return group;
    }
  }
  return undefined;
}

/** Undefined where no `}` closes it. */
function groupAt(pattern: string, start: number): Group | undefined {
  const members: string[] = [];
  let depth = 0;
  let from = start + 1;
  for (let at = start; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === ',' && depth === 1) {
      members.push(pattern.slice(from, at));
      from = at + 1;
    } else if (character === '}' && --depth === 0) {
      return { start, end: at + 1, members: [...members, pattern.slice(from, at)] };
    }
  }
  return undefined;
}
