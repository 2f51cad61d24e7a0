import { mutationOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Connection } from '../../electron/contract/session.ts';
import { valueOf } from './bridge.ts';
import { useServices, useSession } from './services.ts';

/** Chooses a Workspace and answers the session after it. */
export function useChooseWorkspace() {
  const { bridge, session } = useServices();
  return mutationOptions({
    mutationFn: async (workspaceId: string) => {
      const next = await valueOf(bridge.session.chooseWorkspace({ workspaceId }));
      session.accept(next);
      return next;
    },
  });
}

/** Goes to a connection and, where one is named, to one of its Workspaces. */
export function useSwitchTo() {
  const { bridge, session } = useServices();
  const { activeConnectionId } = useSession();
  return mutationOptions({
    mutationFn: async ({
      connectionId,
      workspaceId,
    }: {
      readonly connectionId: string;
      readonly workspaceId: string | null;
    }) => {
      if (activeConnectionId !== connectionId) {
        await valueOf(bridge.connections.activate({ connectionId }));
      }
      if (workspaceId === null) return;
      session.accept(await valueOf(bridge.session.chooseWorkspace({ workspaceId })));
    },
  });
}

/** Asks ClickUp for the Workspaces again. */
export function useRefresh() {
  const { bridge, session } = useServices();
  return mutationOptions({
    mutationFn: async () => {
      const next = await valueOf(bridge.session.refresh());
      session.accept(next);
      return next;
    },
  });
}

/** Everything that is remembered of a connection's plans. */
export const plansOf = (connectionId: string) => ['plan', connectionId] as const;

/** Asks anew for the plans that could not be read, once the connection works again. */
export function useReadPlansAgain({ id, status }: Pick<Connection, 'id' | 'status'>): void {
  const cache = useQueryClient();
  const works = status.kind === 'ok';
  useEffect(() => {
    if (!works) return;
    void cache.refetchQueries(
      { queryKey: plansOf(id), predicate: ({ state }) => state.status === 'error' },
      { cancelRefetch: false },
    );
  }, [cache, id, works]);
}

/** The plan of a Workspace. It changes rarely: asked once a run for each connection. */
export function usePlan(connectionId: string, workspaceId: string) {
  const { bridge } = useServices();
  return queryOptions({
    queryKey: [...plansOf(connectionId), workspaceId],
    queryFn: () => valueOf(bridge.session.workspacePlan({ workspaceId })),
  });
}
