import { createMemoryTaskStore } from '../../electron/clickup/sync/task-store.ts';
import { createTaskSync, type SyncOutcome } from '../../electron/clickup/sync/task-sync.ts';
import { openMockWorkspace } from '../../electron/clickup/tasks/mock-workspace.test-support.ts';
import { workspaceTasks } from '../../electron/clickup/tasks/task-listings.ts';
import type { Figure } from './figure.ts';
import { group } from './group.ts';

const TASKS = 10_000;
const KB = 1000;
/** Longer than ClickUp's lists lag behind, so that the cache has settled. */
const QUIET_MS = 5 * 60_000;

interface Cost {
  readonly requests: number;
  readonly bytes: number;
}

interface Costs {
  readonly quiet: Cost;
  readonly three: Cost;
  readonly reconcile: Cost;
  readonly reconcileOneGone: Cost;
}

/** What keeping 10,000 cached tasks fresh costs. The mock and the client go by one clock. */
async function costs(detail: 'lean' | 'full'): Promise<Costs> {
  await using mock = await openMockWorkspace({ tasks: TASKS, detail });
  const { workspaceId, reader, clock } = mock;
  const store = createMemoryTaskStore();
  const sync = createTaskSync({
    workspaceId,
    filter: { includeClosed: true },
    store,
    clock,
    list: (request) => workspaceTasks(reader, { workspaceId, ...request }),
    speculation: () => ({ first: 1, most: 1 }),
  });
  const costOf = async (look: () => Promise<SyncOutcome>, changes: number): Promise<Cost> => {
    const before = mock.traffic();
    const { kind, changed, removed } = await look();
    if (kind !== 'complete' || changed + removed.length !== changes) {
      throw new Error(`Found ${changed + removed.length} changes instead of ${changes}.`);
    }
    const { requests, bytes } = mock.traffic();
    return { requests: requests - before.requests, bytes: bytes - before.bytes };
  };
  const settle = async (): Promise<void> => {
    clock.advance(QUIET_MS);
    await sync.refresh();
  };

  await sync.refresh();
  await settle();
  const quiet = await costOf(() => sync.refresh(), 0);
  const leaves = [...store.tasks()].filter(({ parentId }) => parentId !== null);
  for (const { id } of leaves.slice(0, 3)) {
    clock.advance(1000);
    await mock.write('PUT', `/api/v2/task/${id}`, { name: 'Renamed' });
  }
  const three = await costOf(() => sync.refresh(), 3);
  await settle();
  const reconcile = await costOf(() => sync.reconcile(), 0);
  await mock.ask(`/api/v2/task/${leaves.at(-1)?.id}`, { method: 'DELETE' });
  const reconcileOneGone = await costOf(() => sync.reconcile(), 1);
  return { quiet, three, reconcile, reconcileOneGone };
}

const requests = (name: string, budget: number | null): Figure => ({
  name: `${name}: requests`,
  kind: 'count',
  unit: 'requests',
  budget,
});

const size = (name: string, budget: number | null): Figure => ({
  name,
  kind: 'size',
  unit: 'KB',
  budget,
});

/** What it takes to keep 10,000 tasks fresh. */
export const REFRESH = group({
  figures: {
    quiet: requests('refresh, nothing changed', 1),
    three: requests('refresh, 3 of 10,000 changed', 2),
    lean: size('refresh, 3 of 10,000 tasks of 2 KB changed', 60),
    full: size('refresh, 3 of 10,000 tasks of 11 KB changed', 60),
    reconcile: requests('reconcile of 10,000, none gone', 3),
    gone: requests('reconcile of 10,000, one gone', null),
    goneSize: size('reconcile of 10,000 tasks of 11 KB, one gone', null),
  },
  async measure() {
    const lean = await costs('lean');
    const full = await costs('full');
    return {
      quiet: full.quiet.requests,
      three: full.three.requests,
      lean: lean.three.bytes / KB,
      full: full.three.bytes / KB,
      reconcile: full.reconcile.requests,
      gone: full.reconcileOneGone.requests,
      goneSize: full.reconcileOneGone.bytes / KB,
    };
  },
});
