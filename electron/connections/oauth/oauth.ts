import { fail, type Result } from '../../contract/errors.ts';
import type { Session } from '../../contract/session.ts';
import { parseCallback, parsePasted } from './callback.ts';
import type { LoopbackReceiver } from './loopback-receiver.ts';
import type { OAuthApps } from './oauth-apps.ts';
import { OWN_REDIRECTS } from './redirects.ts';
import { createRouteTester, type RouteTester } from './route-test.ts';
import { createSetupFiles, type SetupFiles, type SetupFilesOptions } from './setup-files.ts';
import { createSignIn, type SignInFlow, type SignInOptions } from './sign-in.ts';

export interface OAuthOptions extends Omit<SignInOptions, 'loopback' | 'openBrowser'> {
  /** Makes a receiver; the sign-in and the test of a route have one each. */
  readonly receiver: () => LoopbackReceiver;
  readonly openAuthorize: (address: string) => Promise<boolean>;
  readonly openRedirect: (address: string) => Promise<boolean>;
  readonly setup: Omit<SetupFilesOptions, 'apps'>;
}

/** Everything about OAuth: the apps, the sign-in under way, and the trial of a route. */
export interface OAuth {
  readonly apps: OAuthApps;
  readonly signIn: SignInFlow;
  readonly routeTester: RouteTester;
  readonly setupFiles: SetupFiles;
  /** What it adds to the session. */
  session(): Pick<Session, 'oauthApps' | 'signIn' | 'routeTest'>;
  /** Takes a callback that the system handed over, and says whose answer it is. */
  receive(address: string): 'test' | 'signIn';
  /** Takes what the person pasted. */
  paste(text: string): Promise<void>;
  /** Tries one of the redirect URLs that are set up here, or one of Perch's own; else `notFound`. */
  testRoute(redirectUri: string): Promise<Result<null>>;
}

export function createOAuth(options: OAuthOptions): OAuth {
  const { apps } = options;
  const signIn = createSignIn({
    ...options,
    loopback: options.receiver(),
    openBrowser: options.openAuthorize,
  });
  const routeTester = createRouteTester({
    ...options,
    loopback: options.receiver(),
    openBrowser: options.openRedirect,
  });

  return {
    apps,
    signIn,
    routeTester,
    setupFiles: createSetupFiles({ ...options.setup, apps }),
    session: () => ({
      oauthApps: apps.all(),
      signIn: signIn.state(),
      routeTest: routeTester.state(),
    }),
    receive(address) {
      const callback = parseCallback(address);
      if (routeTester.take(callback)) return 'test';
      void signIn.take(callback);
      return 'signIn';
    },
    paste: (text) => signIn.take(parsePasted(text)),
    async testRoute(redirectUri) {
      const known = [...OWN_REDIRECTS, ...apps.all().flatMap((app) => app.redirects)];
      const redirect = known.find(({ uri }) => uri === redirectUri);
      return redirect === undefined
        ? fail({ kind: 'notFound', said: null })
        : routeTester.start(redirect);
    },
  };
}
