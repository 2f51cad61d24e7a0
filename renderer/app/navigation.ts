import { createContext, use } from 'react';
import type { ScreenName } from '../../electron/contract/app.ts';
import type { Session } from '../../electron/contract/session.ts';

/** The ways to connect. */
export type ConnectMethod = 'personal' | 'oauth';

/** Where the window is and where it was before. */
export interface Place {
  readonly screen: ScreenName;
  readonly before: ScreenName | null;
  /** The way to connect that was asked for; null where none was. */
  readonly method: ConnectMethod | null;
}

export interface Navigation {
  /** Shows a screen; `connect` can be asked for with one of its ways. */
  go(screen: ScreenName, method?: ConnectMethod): void;
  /** Returns to the screen from before, or to where the session would begin. */
  back(): void;
}

export const NavigationContext = createContext<Navigation & Pick<Place, 'method'>>({
  method: null,
  go: () => undefined,
  back: () => undefined,
});

export const useNavigation = (): Navigation & Pick<Place, 'method'> => use(NavigationContext);

/** Shows another screen. */
export const useGo = (): Navigation['go'] => useNavigation().go;

/** The place after going to a screen; going to where one is keeps the way back. */
export const moved = (place: Place, screen: ScreenName, method?: ConnectMethod): Place => ({
  screen,
  before: place.screen === screen ? place.before : place.screen,
  method: method ?? (place.screen === screen ? place.method : null),
});

/** Where a session begins: connect, then choose a Workspace, then work. */
export function landing(session: Session): ScreenName {
  if (session.connections.length === 0) return 'connect';
  if (session.activeConnectionId === null) return 'tokens';
  return session.workspaceId === null ? 'workspaces' : 'requests';
}

/** The screen to show when `wanted` is asked for: without a connection some have nothing to show. */
export function permitted(wanted: ScreenName, session: Session): ScreenName {
  if (session.connections.length === 0) return 'connect';
  const needsConnection = wanted === 'requests' || wanted === 'workspaces';
  return needsConnection && session.activeConnectionId === null ? 'tokens' : wanted;
}
