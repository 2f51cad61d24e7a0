import { mutationOptions, useQueryClient } from '@tanstack/react-query';
import { valueOf } from './bridge.ts';
import { useServices } from './services.ts';
import { plansOf } from './workspaces.ts';

/*
 * What can be done to connections, as options for `useMutation`. Each ends with the session read
 * again, so that the screen shows its effect the moment it is no longer busy.
 */

function useConnectionAction<T>(act: (connectionId: string) => Promise<T>) {
  const { session } = useServices();
  return mutationOptions({
    mutationFn: async (connectionId: string) => {
      const value = await act(connectionId);
      await session.reload();
      return value;
    },
  });
}

/** Forgets a connection, its token and what was read with it. */
export function useSignOut() {
  const { bridge } = useServices();
  const cache = useQueryClient();
  return useConnectionAction(async (connectionId) => {
    await valueOf(bridge.connections.signOut({ connectionId }));
    cache.removeQueries({ queryKey: plansOf(connectionId) });
  });
}

/** Proves a connection's token against ClickUp. */
export function useVerify() {
  const { bridge } = useServices();
  return useConnectionAction((connectionId) =>
    valueOf(bridge.connections.verify({ connectionId })),
  );
}

/** Makes a connection the one that requests go through. */
export function useActivate() {
  const { bridge } = useServices();
  return useConnectionAction((connectionId) =>
    valueOf(bridge.connections.activate({ connectionId })),
  );
}

/** Stores a token that is in memory only, under a key that is not secret. */
export function useKeepWeakly() {
  const { bridge } = useServices();
  return useConnectionAction((connectionId) =>
    valueOf(bridge.connections.keepWeakly({ connectionId })),
  );
}

/** Asks the keychain once more. */
export function useRetryVault() {
  const { bridge, session } = useServices();
  return mutationOptions({
    mutationFn: async () => {
      await valueOf(bridge.connections.retryVault());
      await session.reload();
    },
  });
}

/** Connects the built-in sample data and answers the session after it. */
export function useConnectSample() {
  const { bridge, session } = useServices();
  return mutationOptions({
    mutationFn: async () => {
      await valueOf(bridge.connections.connectSample());
      return session.reload();
    },
  });
}

/**
 * Connects with a token and answers the session after it. The token is read when the work starts
 * and is no variable of the mutation, so no cache keeps it.
 */
export function useConnectPersonal(readToken: () => string) {
  const { bridge, session } = useServices();
  return mutationOptions({
    mutationFn: async () => {
      await valueOf(bridge.connections.connectPersonal({ token: readToken() }));
      return session.reload();
    },
  });
}
