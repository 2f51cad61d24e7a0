import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { valueOf } from './bridge.ts';
import { useServices, useSession } from './services.ts';

const keyOf = (connectionId: string | null) => ['history', connectionId] as const;

/** What was sent with the active connection, and kept up to date while a component uses it. */
export function useHistory() {
  const { bridge } = useServices();
  const { activeConnectionId } = useSession();
  const client = useQueryClient();
  useEffect(
    () =>
      bridge.on.history.changed(({ connectionId }) => {
        void client.invalidateQueries({ queryKey: keyOf(connectionId) });
      }),
    [bridge, client],
  );
  return queryOptions({
    queryKey: keyOf(activeConnectionId),
    queryFn: () => valueOf(bridge.history.read()),
    // What was sent while nobody looked is read anew.
    staleTime: 0,
  });
}
