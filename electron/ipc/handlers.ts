import type { Client } from '../clickup/client.ts';
import { OPERATIONS } from '../clickup/operations.ts';
import { parsePlan } from '../clickup/parsers.ts';
import type { RequestRunner } from '../clickup/request-runner.ts';
import { readValue } from '../connections/identity.ts';
import type { OAuth } from '../connections/oauth/oauth.ts';
import { OWN_REDIRECTS } from '../connections/oauth/redirects.ts';
import type { SessionKeeper } from '../connections/session.ts';
import type { AppDescription, LinkName, ScreenName } from '../contract/app.ts';
import type { Handlers } from '../contract/contract.ts';
import { fail, ok } from '../contract/errors.ts';

export interface HandlerOptions {
  readonly keeper: SessionKeeper;
  readonly client: Client;
  readonly requests: RequestRunner;
  readonly oauth: OAuth;
  readonly describe: () => AppDescription;
  /** The screen that was asked for before the page was listening, if any. */
  readonly takeScreen: () => ScreenName | null;
  /** Opens one of the named pages in the system's browser; false where that was refused. */
  readonly openLink: (link: LinkName) => Promise<boolean>;
}

const notConnected = fail({ kind: 'unauthorized', said: null });

/** What each channel of the contract does, put together from the parts that do it. */
export function createHandlers(options: HandlerOptions): Handlers {
  const { keeper, client, requests, oauth } = options;

  const telling = <T>(value: T): T => {
    keeper.changed();
    return value;
  };

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
    oauth: {
      redirects: async () => ok(OWN_REDIRECTS),
      saveApp: async ({ appId, ...input }) => telling(await oauth.apps.save(appId, input)),
      removeApp: async ({ appId }) => telling(oauth.apps.remove(appId)),
      exportSetup: ({ appId, passphrase }) => oauth.setupFiles.write(appId, passphrase),
      chooseSetup: () => oauth.setupFiles.choose(),
      readSetup: async ({ text }) => oauth.setupFiles.read(text),
      openSetup: async ({ setupId, passphrase }) =>
        telling(await oauth.setupFiles.add(setupId, passphrase)),
      start: (input) => oauth.signIn.start(input),
      openAgain: () => oauth.signIn.openAgain(),
      copyAddress: async () => oauth.signIn.copyAddress(),
      paste: async ({ address }) => {
        await oauth.paste(address);
        return ok(null);
      },
      cancel: async () => {
        oauth.signIn.cancel();
        return ok(null);
      },
      confirm: () => oauth.signIn.confirm(),
      testRoute: ({ redirectUri }) => oauth.testRoute(redirectUri),
      dismissTest: async () => {
        oauth.routeTester.dismiss();
        return ok(null);
      },
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
