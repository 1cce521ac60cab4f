/** Groups of nodes of a graph each of which leads to all others of its group; single nodes are left out. Tarjan's algorithm. */
export function circlesOf(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: (readonly string[])[] = [];

  const visit = (node: string): number => {
    const index = order.size;
    order.set(node, index);
    lowest.set(node, index);
    open.push(node);
    for (const next of graph.get(node) ?? []) {
      const reached = order.has(next) ? (open.includes(next) ? order.get(next) : undefined) : visit(next);
      if (reached !== undefined) lowest.set(node, Math.min(lowest.get(node) ?? index, reached));
    }
    if (lowest.get(node) === index) circles.push(open.splice(open.indexOf(node)));
    return lowest.get(node) ?? index;
  };

  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return circles.filter((circle) => circle.length > 1);
}
