import { type ComponentType, useEffect, useState } from 'react';
import type { ScreenName } from '../../electron/contract/app.ts';
import type { Workbench } from '../data/workbench.ts';

const loadRequests = async () =>
  (await import('../screens/requests/requests-screen.tsx')).RequestsScreen;
const loadWorkspaces = async () =>
  (await import('../screens/workspaces/workspaces-screen.tsx')).WorkspacesScreen;
const loadTokens = async () => (await import('../screens/tokens/tokens-screen.tsx')).TokensScreen;
const loadOAuth = async () => (await import('../screens/oauth/oauth-panel.tsx')).OAuthPanel;
const loadSwitcher = async () => (await import('./switcher.tsx')).Switcher;

/** However busy the window is, its parts are fetched by then. */
const LATEST_MS = 500;

/** What the first paint does without; null until it is there. */
export interface LateParts {
  readonly Requests: ComponentType<{ readonly workbench: Workbench }> | null;
  readonly Workspaces: ComponentType | null;
  readonly Tokens: ComponentType | null;
  readonly OAuth: ComponentType | null;
  readonly Switcher: ComponentType | null;
}

/**
 * Loads the rest of the window: the screen that `first` names at once, everything else when the
 * window has nothing better to do. Not `lazy` with `Suspense`: React holds a fallback for at least
 * 300 ms, and these parts lie on the disk.
 */
export function useLateParts(first: ScreenName | null): LateParts {
  return {
    Requests: useLoaded(loadRequests, first === 'requests'),
    Workspaces: useLoaded(loadWorkspaces, first === 'workspaces'),
    Tokens: useLoaded(loadTokens, first === 'tokens'),
    OAuth: useLoaded(loadOAuth, false),
    Switcher: useLoaded(loadSwitcher, false),
  };
}

function useLoaded<Part>(load: () => Promise<Part>, isUrgent: boolean): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    const start = (): void => {
      load().then(
        (loaded) => setPart(() => loaded),
        (failure: unknown) =>
          setPart(() => {
            throw failure;
          }),
      );
    };
    if (isUrgent) {
      start();
      return undefined;
    }
    const idle = requestIdleCallback(start, { timeout: LATEST_MS });
    return () => cancelIdleCallback(idle);
  }, [load, isUrgent]);
  return part;
}
