import { useMutation } from '@tanstack/react-query';
import type { Connection } from '../../../electron/contract/session.ts';
import { useGo } from '../../app/navigation.ts';
import { useStartSignIn } from '../../data/oauth.ts';
import { useServices, useSession } from '../../data/services.ts';
import { Button } from '../../ui/button.tsx';

/**
 * Sends the person to ClickUp once more, where the Workspaces of a connection are chosen; signing in
 * again mends a token that is gone by the same way. Without its OAuth app, that is set up first.
 */
export function AddWorkspaces({ connection }: { connection: Connection }) {
  const words = useServices().strings.oauth;
  const { oauthApps } = useSession();
  const go = useGo();
  const start = useMutation({ ...useStartSignIn(), onSuccess: () => go('connect') });
  const app = oauthApps.find(({ id }) => id === connection.oauthAppId);
  return (
    <Button
      busy={start.isPending}
      onClick={() => {
        if (app === undefined) go('connect');
        else start.mutate({ appId: app.id, connectionId: connection.id, redirectUri: null });
      }}
    >
      {connection.status.kind === 'needsReauth' ? words.signInAgain : words.addWorkspaces}
    </Button>
  );
}
