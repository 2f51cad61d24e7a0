import { readdirSync, readFileSync } from 'node:fs';

/** Every process with its parent. */
export type Parents = ReadonlyMap<number, number>;

/** A process and everything that it started, directly or not. */
export function treeOf(root: number, parents: Parents): ReadonlySet<number> {
  const tree = new Set([root]);
  let size = 0;
  while (size !== tree.size) {
    size = tree.size;
    for (const [pid, parent] of parents) if (tree.has(parent)) tree.add(pid);
  }
  return tree;
}

/**
 * The parent in the text of `/proc/PID/stat`. The program's name stands before it in brackets and
 * may hold brackets and spaces itself.
 */
export function parentIn(stat: string): number {
  const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(parent);
}

/** The proportional set size in the text of `/proc/PID/smaps_rollup`, in bytes. */
export function pssIn(rollup: string): number {
  const [, kibibytes = '0'] = /^Pss:\s+(\d+) kB$/mu.exec(rollup) ?? [];
  return Number(kibibytes) * 1024;
}

/** What `/proc` says of a process; null where it has ended meanwhile or is somebody else's. */
function read(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return null;
  }
}

/**
 * The memory of a process and all its descendants in bytes, with pages that several share counted
 * once. Linux only.
 */
export function memoryOfTree(root: number): number {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  const parents: Parents = new Map(
    pids.flatMap((pid) => {
      const stat = read(pid, 'stat');
      return stat === null ? [] : [[pid, parentIn(stat)] as const];
    }),
  );
  return [...treeOf(root, parents)]
    .map((pid) => pssIn(read(pid, 'smaps_rollup') ?? ''))
    .reduce((sum, bytes) => sum + bytes, 0);
}
