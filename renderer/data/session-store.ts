import type { Bridge } from '../../electron/contract/contract.ts';
import type { PerchError } from '../../electron/contract/errors.ts';
import type { Connection, Session, Workspace } from '../../electron/contract/session.ts';
import { Failure, valueOf } from './bridge.ts';
import { createStore, type Store } from './store.ts';

type SessionState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: PerchError }
  | { readonly kind: 'ready'; readonly session: Session };

/** The session as main last told it. Main is the only truth; nothing here is guessed ahead. */
export interface SessionStore extends Store<SessionState> {
  /** Takes over a session that a call has answered. */
  accept(session: Session): void;
  /** Asks main for the session. Throws a `Failure`. */
  reload(): Promise<Session>;
  /** Starts listening and reads the session; the answer stops listening. */
  connect(): () => void;
}

/** Makes the store; nothing is asked before `connect`. */
export function createSessionStore(bridge: Bridge): SessionStore {
  const store = createStore<SessionState>({ kind: 'loading' });
  let news = 0;

  const accept = (session: Session): void => {
    news += 1;
    store.write({ kind: 'ready', session });
  };

  const reload = async (): Promise<Session> => {
    const before = news;
    try {
      const session = await valueOf(bridge.session.read());
      // An event that came while the answer was under way is younger than the answer.
      const state = store.read();
      if (news !== before && state.kind === 'ready') return state.session;
      accept(session);
      return session;
    } catch (thrown) {
      const failure = thrown instanceof Failure ? thrown : new Failure({ kind: 'internal' });
      if (store.read().kind !== 'ready') store.write({ kind: 'failed', error: failure.error });
      throw failure;
    }
  };

  return {
    ...store,
    accept,
    reload,
    connect() {
      const unsubscribe = bridge.on.session.changed(accept);
      reload().catch(() => undefined);
      return unsubscribe;
    },
  };
}

/** The connection that requests go through, or null. */
export const activeConnection = (session: Session): Connection | null =>
  session.connections.find((connection) => connection.id === session.activeConnectionId) ?? null;

/** The Workspace that is chosen, or null. */
export const activeWorkspace = (session: Session): Workspace | null =>
  activeConnection(session)?.workspaces.find((workspace) => workspace.id === session.workspaceId) ??
  null;
