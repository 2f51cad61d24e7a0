import type { Session } from 'electron';

/** A Chromium session that requests travel in. */
type Partition = Pick<
  Session,
  'clearAuthCache' | 'clearStorageData' | 'closeAllConnections' | 'fetch'
>;

/** The partitions that requests to ClickUp travel in: in memory, so that nothing of them is ever on disk. */
export interface RequestPartitions {
  /** Opens a partition of this name, or gives the one that is open. */
  open(name: string): {
    readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
    readonly closeConnections: () => Promise<void>;
  };
  /** Forgets whatever the partitions may hold of a connection that was signed out. */
  clear(): Promise<void>;
}

/**
 * @param fromPartition Electron's `session.fromPartition`. A name without `persist:` is a partition
 * in memory, without a cache it keeps none there either; the system's proxy applies, since nothing
 * here says otherwise.
 */
export function createRequestPartitions(
  fromPartition: (name: string, options: { readonly cache: boolean }) => Partition,
): RequestPartitions {
  const opened = new Map<string, Partition>();
  return {
    open(name) {
      const partition = opened.get(name) ?? fromPartition(name, { cache: false });
      opened.set(name, partition);
      return {
        fetch: (url, init) => partition.fetch(url, init),
        closeConnections: () => partition.closeAllConnections(),
      };
    },
    async clear() {
      await Promise.all(
        [...opened.values()].flatMap((partition) => [
          partition.closeAllConnections(),
          partition.clearAuthCache(),
          partition.clearStorageData(),
        ]),
      );
    },
  };
}
