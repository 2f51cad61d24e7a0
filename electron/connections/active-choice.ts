import { fail, ok, type Result } from '../contract/errors.ts';
import type { DurableStore } from '../storage/durable-store.ts';
import type { Settings } from '../storage/settings.ts';
import type { ConnectionList, HeldConnection } from './connection-list.ts';

/**
 * Which connection and which Workspace of it the person works in. Remembered across runs where the
 * settings can be written; where they cannot, the choice holds for this run and costs a click later.
 */
export interface ActiveChoice {
  connection(): HeldConnection | null;
  /** The chosen Workspace, or null where none was chosen or the chosen one is no longer there. */
  workspaceId(): string | null;
  activate(connectionId: string): void;
  /** Gives `notFound` where the active connection has no such Workspace. */
  chooseWorkspace(workspaceId: string): Result<null>;
  /** Forgets what was chosen in a connection that is gone. */
  forget(connectionId: string): void;
}

export function createActiveChoice(
  list: ConnectionList,
  settings: DurableStore<Settings>,
): ActiveChoice {
  let held = settings.read();

  const hold = (next: Settings): void => {
    held = next;
    settings.write(next);
  };

  const connection = (): HeldConnection | null => {
    const { activeConnectionId } = held;
    return activeConnectionId === null ? null : list.find(activeConnectionId);
  };

  return {
    connection,
    workspaceId() {
      const active = connection();
      if (active === null) return null;
      const [only, ...others] = active.workspaces;
      const chosen = held.workspaceByConnection[active.id];
      if (active.workspaces.some(({ id }) => id === chosen)) return chosen ?? null;
      return others.length === 0 ? (only?.id ?? null) : null;
    },
    activate(connectionId) {
      hold({ ...held, activeConnectionId: connectionId });
    },
    chooseWorkspace(workspaceId) {
      const active = connection();
      if (active?.workspaces.some(({ id }) => id === workspaceId) !== true) {
        return fail({ kind: 'notFound', said: null });
      }
      const { workspaceByConnection, ...rest } = held;
      hold({
        ...rest,
        workspaceByConnection: { ...workspaceByConnection, [active.id]: workspaceId },
      });
      return ok(null);
    },
    forget(connectionId) {
      const { activeConnectionId, workspaceByConnection } = held;
      const { [connectionId]: _gone, ...others } = workspaceByConnection;
      const next = list.all().find(({ id }) => id !== connectionId)?.id ?? null;
      hold({
        activeConnectionId: activeConnectionId === connectionId ? next : activeConnectionId,
        workspaceByConnection: others,
      });
    },
  };
}
