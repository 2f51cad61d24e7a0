import type { Connection } from '../../../electron/contract/session.ts';
import { useSignInAgain } from '../../app/sign-in-again.ts';
import { useServices } from '../../data/services.ts';
import { Button } from '../../ui/button.tsx';

/** Leads to ClickUp's page for the Workspaces of a connection, or for a token that is gone. */
export function AddWorkspaces({ connection }: { connection: Connection }) {
  const words = useServices().strings.oauth;
  const { isBusy, signIn } = useSignInAgain(connection);
  const isGone =
    connection.status.kind === 'needsReauth' || connection.status.kind === 'unreadable';
  return (
    <Button busy={isBusy} onClick={signIn}>
      {isGone ? words.signInAgain : words.addWorkspaces}
    </Button>
  );
}
