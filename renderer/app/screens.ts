import type { ComponentType } from 'react';
import type { ScreenName } from '../../electron/contract/app.ts';
import type { OAuthPanelProps } from '../screens/oauth/oauth-panel.tsx';
import { useLoaded } from '../data/use-loaded.ts';
import type { Workbench } from '../data/workbench.ts';

const loadRequests = async () =>
  (await import('../screens/requests/requests-screen.tsx')).RequestsScreen;
const loadWorkspaces = async () =>
  (await import('../screens/workspaces/workspaces-screen.tsx')).WorkspacesScreen;
const loadTokens = async () => (await import('../screens/tokens/tokens-screen.tsx')).TokensScreen;
const loadOAuth = async () => (await import('../screens/oauth/oauth-panel.tsx')).OAuthPanel;
const loadSwitcher = async () => (await import('./switcher.tsx')).Switcher;

/** What the first paint does without; null until it is there. */
export interface LateParts {
  readonly Requests: ComponentType<{ readonly workbench: Workbench }> | null;
  readonly Workspaces: ComponentType | null;
  readonly Tokens: ComponentType | null;
  readonly OAuth: ComponentType<OAuthPanelProps> | null;
  readonly Switcher: ComponentType | null;
}

/**
 * Loads the rest of the window: the screen that `first` names at once, everything else when the
 * window has nothing better to do.
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
