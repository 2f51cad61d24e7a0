/** What an item says about its place (menu-item.md). */
export interface Placed {
  readonly id?: string | undefined;
  readonly type?: string | undefined;
  readonly before?: readonly string[] | undefined;
  readonly after?: readonly string[] | undefined;
  readonly beforeGroupContaining?: readonly string[] | undefined;
  readonly afterGroupContaining?: readonly string[] | undefined;
}

/**
 * A template in the order its items ask for. Separators part it into groups. An item that names
 * another in `before` or `after` takes its whole group over to that one's; groups go where the first
 * `beforeGroupContaining` or `afterGroupContaining` in them says. Ids nobody has and circles are
 * ignored. Separators at the edges and next to one another go.
 */
export function sortTemplate<T extends Placed>(template: readonly T[], separator: T): readonly T[] {
  const separators = template.filter(partsGroups);
  const groups = orderGroups(mergeGroups(groupsOf(template)).map(orderItems));
  return groups.flatMap((group, index) =>
    index === 0 ? group : [separators[index - 1] ?? separator].concat(group),
  );
}

const partsGroups = (item: Placed): boolean =>
  item.type === 'separator' &&
  item.before === undefined &&
  item.after === undefined &&
  item.beforeGroupContaining === undefined &&
  item.afterGroupContaining === undefined;

function groupsOf<T extends Placed>(template: readonly T[]): T[][] {
  const groups: T[][] = [[]];
  for (const item of template) {
    if (!partsGroups(item)) groups.at(-1)?.push(item);
    else groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

const holds = (group: readonly Placed[], id: string): boolean =>
  group.some((item) => item.id === id);

/** Moves groups to the groups their items want to stand in, until none wants to any more. */
function mergeGroups<T extends Placed>(groups: readonly T[][]): readonly T[][] {
  for (const group of groups) {
    const wanted = group.flatMap(({ before = [], after = [] }) => before.concat(after));
    for (const id of wanted) {
      const target = groups.find((other) => other !== group && holds(other, id));
      if (target !== undefined)
        return mergeGroups(
          groups
            .filter((other) => other !== group)
            .map((other) => (other === target ? target.concat(group) : other)),
        );
    }
  }
  return groups;
}

/** Puts what must come first first, and else keeps the order; a circle is cut where it closes. */
function topologically<T>(nodes: readonly T[], predecessors: ReadonlyMap<T, readonly T[]>): T[] {
  const placed = new Set<T>();
  const started = new Set<T>();
  const place = (node: T): void => {
    if (started.has(node)) return;
    started.add(node);
    for (const predecessor of predecessors.get(node) ?? []) place(predecessor);
    placed.add(node);
  };
  nodes.forEach(place);
  return [...placed];
}

function orderItems<T extends Placed>(group: readonly T[]): T[] {
  const predecessors = new Map<T, T[]>(group.map((item) => [item, []]));
  const byId = (id: string): T | undefined => group.findLast((item) => item.id === id);
  for (const item of group) {
    for (const id of item.before ?? []) {
      const later = byId(id);
      if (later !== undefined) predecessors.get(later)?.push(item);
    }
    for (const id of item.after ?? []) {
      const earlier = byId(id);
      if (earlier !== undefined) predecessors.get(item)?.push(earlier);
    }
  }
  return topologically(group, predecessors);
}

function orderGroups<T extends Placed>(groups: readonly T[][]): T[][] {
  const predecessors = new Map<T[], T[][]>(groups.map((group) => [group, []]));
  for (const group of groups) {
    const groupsWith = (ids: readonly string[] = []): readonly T[][] =>
      ids.flatMap((id) =>
        groups.filter((other) => other !== group && holds(other, id)).slice(0, 1),
      );
    // Only the first rule of a group that leads anywhere counts.
    const [rule] = group.flatMap(({ beforeGroupContaining, afterGroupContaining }) => {
      const laters = groupsWith(beforeGroupContaining);
      const earliers = groupsWith(afterGroupContaining);
      return laters
        .map((later) => ({ earlier: group, later }))
        .concat(earliers.map((earlier) => ({ earlier, later: group })));
    });
    if (rule !== undefined) predecessors.get(rule.later)?.push(rule.earlier);
  }
  return topologically(groups, predecessors);
}
