import type { Client } from '../clickup/client.ts';
import { getWorkspacePlan } from '../clickup/catalogue/workspaces.ts';
import { parsePlan } from '../clickup/parsers.ts';
import type { History } from '../requests/history.ts';
import type { RecordingRunner } from '../requests/record-requests.ts';
import type { KeptAnswers } from '../requests/kept-answers.ts';
import type { Uploads } from '../requests/uploads.ts';
import type { OAuth } from '../connections/oauth/oauth.ts';
import { OWN_REDIRECTS } from '../connections/oauth/redirects.ts';
import type { SessionKeeper } from '../connections/session.ts';
import type { AppDescription, LinkName, ScreenName } from '../contract/app.ts';
import type { Handlers } from '../contract/contract.ts';
import { fail, ok, type Result } from '../contract/errors.ts';
import type { OperationInfo } from '../contract/operations.ts';
import type { Parameters, RequestPreview } from '../contract/requests.ts';

export interface HandlerOptions {
  readonly keeper: SessionKeeper;
  readonly client: Client;
  readonly requests: RecordingRunner;
  /** The catalogue of ClickUp's API, read when it is first asked for. */
  readonly operations: () => Promise<readonly OperationInfo[]>;
  readonly uploads: Uploads;
  readonly answers: KeptAnswers;
  /** The address that a request would go to. */
  readonly preview: (
    operation: OperationInfo | undefined,
    parameters: Parameters,
  ) => Result<RequestPreview>;
  readonly history: History;
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
  const { keeper, client, requests, answers, history, oauth } = options;

  const telling = <T>(value: T): T => {
    keeper.changed();
    return value;
  };

  const withActive = <T>(act: (connectionId: string) => Result<T>): Result<T> => {
    const active = keeper.active();
    return active === null ? notConnected : act(active.connectionId);
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
        const authorize = keeper.activeUnlessShut();
        if (authorize === null) return notConnected;
        const parameters = { team_id: workspaceId };
        return client.read(getWorkspacePlan, parameters, parsePlan, {
          authorize,
          priority: 'interactive',
        });
      },
    },
    connections: {
      connectPersonal: ({ token }) => keeper.connectPersonal(token),
      connectSample: () => keeper.connectSample(),
      verify: ({ connectionId }) => keeper.verify(connectionId),
      activate: async ({ connectionId }) => keeper.activate(connectionId),
      signOut: async ({ connectionId }) => {
        requests.cancelAllOf(connectionId);
        answers.forget();
        const signedOut = await keeper.signOut(connectionId);
        const isThere = keeper.read().connections.some(({ id }) => id === connectionId);
        if (isThere) return signedOut;
        const forgotten = history.forget(connectionId);
        return signedOut.ok ? forgotten : signedOut;
      },
      keepWeakly: async ({ connectionId }) => keeper.keepWeakly(connectionId),
      retryVault: () => keeper.retryVault(),
    },
    oauth: {
      redirects: async () => ok(OWN_REDIRECTS),
      saveApp: async ({ appId, ...input }) => telling(await oauth.apps.save(appId, input)),
      removeApp: async ({ appId }) => telling(oauth.apps.remove(appId)),
      exportSetup: ({ appId, secret }) => oauth.setupFiles.write(appId, secret),
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
      operations: async () => ok(await options.operations()),
      send: async (input) => {
        const answer = await requests.send(input);
        return answer.ok
          ? ok(answers.keep(input.requestId, input.operationId, answer.value))
          : answer;
      },
      cancel: async ({ requestId }) => {
        requests.cancel(requestId);
        return ok(null);
      },
      preview: async ({ operationId, parameters }) => {
        const all = await options.operations();
        return options.preview(
          all.find(({ id }) => id === operationId),
          parameters,
        );
      },
    },
    files: {
      chooseUpload: () => options.uploads.choose(),
      saveAnswer: ({ requestId }) => answers.save(requestId),
    },
    history: {
      read: async () => withActive((id) => ok(history.read(id))),
      pin: async ({ id, isPinned }) => withActive((own) => history.pin(own, id, isPinned)),
      remove: async ({ id }) => withActive((own) => history.remove(own, id)),
      clear: async () => withActive((own) => ok({ removed: history.clear(own) })),
      restore: async () =>
        withActive((own) => {
          history.restore(own);
          return ok(null);
        }),
    },
  };
}
