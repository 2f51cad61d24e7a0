import { useMutation } from '@tanstack/react-query';
import type { Connection } from '../../electron/contract/session.ts';
import { useStartSignIn } from '../data/oauth.ts';
import { useSession } from '../data/services.ts';
import { useGo } from './navigation.ts';

/**
 * Sends the person to ClickUp once more, where the Workspaces of a connection are chosen; a token that
 * is gone comes back by the same way. Without its OAuth app, that is set up first.
 */
export function useSignInAgain({ id, oauthAppId }: Connection) {
  const { oauthApps } = useSession();
  const go = useGo();
  const start = useMutation({ ...useStartSignIn(), onSuccess: () => go('connect', 'oauth') });
  const app = oauthApps.find((one) => one.id === oauthAppId);
  return {
    isBusy: start.isPending,
    error: start.error,
    signIn(): void {
      if (app === undefined) go('connect', 'oauth');
      else start.mutate({ appId: app.id, connectionId: id, redirectUri: null });
    },
  };
}
