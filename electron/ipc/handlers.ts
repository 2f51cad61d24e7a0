import type { Client } from '../clickup/client.ts';
import { OPERATIONS } from '../clickup/operations.ts';
import { parsePlan } from '../clickup/parsers.ts';
import type { RequestRunner } from '../clickup/request-runner.ts';
import { readValue } from '../connections/identity.ts';
import type { SessionKeeper } from '../connections/session.ts';
import type { AppDescription, LinkName, ScreenName } from '../contract/app.ts';
import type { Handlers } from '../contract/contract.ts';
import { fail, ok } from '../contract/errors.ts';

export interface HandlerOptions {
  readonly keeper: SessionKeeper;
  readonly client: Client;
  readonly requests: RequestRunner;
  readonly describe: () => AppDescription;
  /** The screen that was asked for before the page was listening, if any. */
  readonly takeScreen: () => ScreenName | null;
  /** Opens one of the named pages in the system's browser; false where that was refused. */
  readonly openLink: (link: LinkName) => Promise<boolean>;
}

const notConnected = fail({ kind: 'unauthorized', said: null });

/** What each channel of the contract does, put together from the parts that do it. */
export function createHandlers(options: HandlerOptions): Handlers {
  const { keeper, client, requests } = options;

  return {
    app: {
      describe: async () => ok(options.describe()),
      takeScreen: async () => ok(options.takeScreen()),
      openLink: async ({ link }) =>
        (await options.openLink(link)) ? ok(null) : fail({ kind: 'internal' }),
    },
    session: {
      read: async () => ok(keeper.read()),
      refresh: async () => {
        const active = keeper.active();
        if (active === null) return notConnected;
        const verified = await keeper.verify(active.connectionId);
        return verified.ok ? ok(keeper.read()) : verified;
      },
      chooseWorkspace: async ({ workspaceId }) => keeper.chooseWorkspace(workspaceId),
      workspacePlan: async ({ workspaceId }) => {
        const active = keeper.active();
        if (active === null) return notConnected;
        const parameters = { team_id: workspaceId };
        return readValue(client, active.authorize, 'get-workspace-plan', parameters, parsePlan);
      },
    },
    connections: {
      connectPersonal: ({ token }) => keeper.connectPersonal(token),
      connectSample: () => keeper.connectSample(),
      verify: ({ connectionId }) => keeper.verify(connectionId),
      activate: async ({ connectionId }) => keeper.activate(connectionId),
      signOut: ({ connectionId }) => {
        requests.cancelAllOf(connectionId);
        return keeper.signOut(connectionId);
      },
      keepWeakly: async ({ connectionId }) => keeper.keepWeakly(connectionId),
      retryVault: () => keeper.retryVault(),
    },
    requests: {
      operations: async () => ok(OPERATIONS),
      send: (input) => requests.send(input),
      cancel: async ({ requestId }) => {
        requests.cancel(requestId);
        return ok(null);
      },
    },
  };
}
