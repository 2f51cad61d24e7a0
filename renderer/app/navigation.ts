import { createContext, use } from 'react';
import type { ScreenName } from '../../electron/contract/app.ts';
import type { Session } from '../../electron/contract/session.ts';

/** Where the window is and where it was before. */
export interface Place {
  readonly screen: ScreenName;
  readonly before: ScreenName | null;
}

export interface Navigation {
  go(screen: ScreenName): void;
  /** Returns to the screen from before, or to where the session would begin. */
  back(): void;
}

export const NavigationContext = createContext<Navigation>({
  go: () => undefined,
  back: () => undefined,
});

export const useNavigation = (): Navigation => use(NavigationContext);

/** Shows another screen. */
export const useGo = (): Navigation['go'] => useNavigation().go;

/** The place after going to a screen; going to where one is keeps the way back. */
export const moved = (place: Place, screen: ScreenName): Place =>
  place.screen === screen ? place : { screen, before: place.screen };

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
