import * as z from 'zod';
import type { PerchError } from './errors.ts';
import { invocation, nothing } from './invocation.ts';
import type { TokenPlace, User, Workspace } from './session.ts';

/** How the browser's answer finds its way back to Perch. */
export type RedirectRoute = 'protocol' | 'loopback' | 'bridge';

/** One redirect URL of an OAuth app, exactly as it is registered with ClickUp. */
export interface Redirect {
  readonly route: RedirectRoute;
  readonly uri: string;
}

/** An OAuth app that a person or a team created in ClickUp. Its secret never comes back to the renderer. */
export interface OAuthApp {
  readonly id: string;
  readonly clientId: string;
  /** The redirect URLs registered with ClickUp, in the order in which sign-in tries them. */
  readonly redirects: readonly Redirect[];
  /** Who exchanges the code: Perch, with a secret it keeps, or a team's endpoint that keeps it. */
  readonly exchange:
    | { readonly kind: 'secret'; readonly place: TokenPlace }
    | { readonly kind: 'endpoint'; readonly address: string };
}

/** Why an answer that came was not taken. The attempt goes on; nothing was sent anywhere. */
export type IgnoredAnswer =
  /** It is no callback address, or one that Perch refuses to read. */
  | 'unreadable'
  /** A code without the address around it: nothing proves that it belongs to this attempt. */
  | 'bareCode'
  | 'noState'
  | 'otherState'
  /** It came to another redirect URL than the one this attempt uses. */
  | 'otherRedirect';

export type SignInFailure =
  /** The person, or ClickUp, said no. `description` is ClickUp's own, shown as text. */
  | { readonly kind: 'denied'; readonly description: string | null }
  /** The answer held neither a code nor an error. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'expired' }
  /** The browser could not be opened. */
  | { readonly kind: 'noBrowser' }
  /** Another program listens on the port. */
  | { readonly kind: 'portTaken'; readonly port: number }
  /** A callback arrived while no sign-in was under way. */
  | { readonly kind: 'nothingPending' }
  /** The code could not be exchanged, or the new token not be verified or stored. */
  | { readonly kind: 'exchange'; readonly error: PerchError };

/** A sign-in through the browser, from the first click to the last; null in the session where there is none. */
export type SignIn =
  | {
      readonly kind: 'waiting';
      readonly appId: string;
      /** The connection whose Workspaces are being changed, or null for a new one. */
      readonly connectionId: string | null;
      readonly redirect: Redirect;
      /** Unix milliseconds. */
      readonly expiresAt: number;
      /** The next registered route, where there is one. */
      readonly next: Redirect | null;
      /** Whether the answer still counts after Perch was closed and the link starts it again. */
      readonly survivesRestart: boolean;
      /** The last answer that was not taken, if any. */
      readonly ignored: IgnoredAnswer | null;
    }
  | { readonly kind: 'exchanging' }
  /** The token is good and held in memory; nothing is stored before the person agrees. */
  | { readonly kind: 'confirming'; readonly user: User; readonly workspaces: readonly Workspace[] }
  | {
      readonly kind: 'failed';
      readonly failure: SignInFailure;
      readonly appId: string | null;
      readonly connectionId: string | null;
      /** The route to try next, where one is registered. */
      readonly next: Redirect | null;
    };

/** The trial of a redirect URL; null in the session where none was made. */
export type RouteTest =
  | { readonly kind: 'testing'; readonly redirect: Redirect }
  | { readonly kind: 'arrived'; readonly redirect: Redirect }
  | { readonly kind: 'nothingCame'; readonly redirect: Redirect }
  | { readonly kind: 'portTaken'; readonly redirect: Redirect; readonly port: number };

/** What a set-up file says, before its app is added. */
export interface SetupPreview {
  readonly setupId: string;
  readonly clientId: string;
  readonly redirects: readonly Redirect[];
  /** Who keeps the secret: the file, sealed with a passphrase, or a team's endpoint at this address. */
  readonly secret:
    | { readonly kind: 'sealed' }
    | { readonly kind: 'endpoint'; readonly address: string };
}

/** Bytes of a set-up file at most; it is far smaller. */
export const LONGEST_SETUP_FILE = 64 * 1024;

/** Who keeps the secret: the file, sealed with a passphrase, or a team's endpoint at an address. */
const setupSecret = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sealed'), passphrase: z.string().min(1).max(256) }),
  z.strictObject({ kind: z.literal('endpoint'), address: z.string().max(512) }),
]);
export type SetupSecret = z.output<typeof setupSecret>;

const appId = z.uuid();
const passphrase = z.string().min(1).max(256).nullable();
const connectionId = z.uuid().nullable();
const clientId = z.string().min(1).max(128);
const uris = z.array(z.string().max(512)).min(1).max(8);
const secret = z.string().min(1).max(512);

/** A secret to keep, the word that the present one stays, or the address of a team's endpoint. */
const exchange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('secret'), secret }),
  z.strictObject({ kind: z.literal('unchanged') }),
  z.strictObject({ kind: z.literal('endpoint'), address: z.string().max(512) }),
]);

export const oauthContract = {
  /** The redirect URLs that Perch offers for registration, the bridge aside. */
  redirects: invocation(nothing).returns<readonly Redirect[]>(),
  /** Adds an app (`appId` null) or changes one. The secret goes in and never comes out. */
  saveApp: invocation(
    z.strictObject({ appId: appId.nullable(), clientId, redirectUris: uris, exchange }),
  ).returns<OAuthApp>(),
  removeApp: invocation(z.strictObject({ appId })).returns<null>(),
  /** Writes a team's set-up file where the person says. Gives `cancelled` where no place was chosen. */
  exportSetup: invocation(z.strictObject({ appId, secret: setupSecret })).returns<null>(),
  /** Reads a set-up file that the person chooses. Gives `cancelled` where none was. */
  chooseSetup: invocation(nothing).returns<SetupPreview>(),
  /** Reads the text of a set-up file that was dropped on the window. */
  readSetup: invocation(
    // One more than it may have, so that main can say that it is too long.
    z.strictObject({ text: z.string().max(LONGEST_SETUP_FILE + 1) }),
  ).returns<SetupPreview>(),
  /** Adds the app of the set-up file that was read last. Gives `invalid(passphrase)` for a wrong one. */
  openSetup: invocation(z.strictObject({ setupId: z.uuid(), passphrase })).returns<OAuthApp>(),
  /** Opens the browser for a new attempt; one that is under way ends. */
  start: invocation(
    z.strictObject({ appId, connectionId, redirectUri: z.string().max(512).nullable() }),
  ).returns<null>(),
  openAgain: invocation(nothing).returns<null>(),
  copyAddress: invocation(nothing).returns<null>(),
  /** The address that the browser ended on, pasted by the person. */
  paste: invocation(z.strictObject({ address: z.string().max(8192) })).returns<null>(),
  cancel: invocation(nothing).returns<null>(),
  /** Makes the confirmed account a connection, and the active one. */
  confirm: invocation(nothing).returns<null>(),
  /** Opens a redirect URL of an app, or one of Perch's own, with nothing in it but a proof. */
  testRoute: invocation(z.strictObject({ redirectUri: z.string().max(512) })).returns<null>(),
  dismissTest: invocation(nothing).returns<null>(),
};
