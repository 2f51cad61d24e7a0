import * as z from 'zod';
import { invocation, nothing } from './invocation.ts';
import type { OAuthApp, RouteTest, SignIn } from './oauth.ts';
import type { Traffic } from './requests.ts';

/** A ClickUp user, as far as Perch shows one. `id` is a number in ClickUp's API, all other ids are strings. */
export interface User {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly initials: string;
  /** A CSS hex colour, or null where ClickUp has none. */
  readonly color: string | null;
  /** IANA time zone from the person's ClickUp profile. */
  readonly timezone: string | null;
  /** The path of a picture at the window's own origin; null where ClickUp has none. */
  readonly picture: string | null;
}

/** A Workspace ("team" in API v2). */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly color: string | null;
  readonly memberCount: number;
  /** As a person's. */
  readonly picture: string | null;
}

/** Where a token lies on disk. `weak` means encrypted with a key that others can guess. */
export type StoredPlace = 'macKeychain' | 'windowsDpapi' | 'linuxKeyring' | 'weak';

/** Where a token lies. `memory` lasts for this run; the sample connection has none. */
export type TokenPlace = StoredPlace | 'memory' | 'none';

/**
 * What is known of the vault. `untouched` until a secret is first stored or read, because asking
 * earlier would make some systems prompt.
 */
export type VaultState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'ready'; readonly place: TokenPlace }
  | { readonly kind: 'locked' }
  | { readonly kind: 'insecure'; readonly backend: string }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'unreadable' };

/**
 * What became of the file with the connections, where it was not simply read. Nothing of it was
 * deleted: `quarantinedAs` names the file that keeps the bytes.
 */
export type StorageNotice =
  | { readonly kind: 'restored'; readonly quarantinedAs: string }
  | { readonly kind: 'lost'; readonly quarantinedAs: string }
  | { readonly kind: 'newer' }
  | { readonly kind: 'locked' };

export type ConnectionStatus =
  | { readonly kind: 'ok' }
  | { readonly kind: 'needsReauth'; readonly reason: 'revoked' | 'refused' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unreadable' };

/** A connection to ClickUp as the renderer sees it: never its token, not even a part of it. */
export interface Connection {
  readonly id: string;
  readonly kind: 'personal' | 'oauth' | 'sample';
  readonly user: User;
  readonly workspaces: readonly Workspace[];
  readonly place: TokenPlace;
  /** The OAuth app that the token was given to; null for all but OAuth connections. */
  readonly oauthAppId: string | null;
  /** Unix milliseconds of the last answer that proved the token good. */
  readonly verifiedAt: number;
  readonly status: ConnectionStatus;
}

/** A Workspace that was in use until ClickUp no longer named it among those the token may see. */
export type LostWorkspace = Pick<Workspace, 'id' | 'name'>;

/** Everything the renderer needs to decide what to show, in one value. */
export interface Session {
  readonly connections: readonly Connection[];
  readonly activeConnectionId: string | null;
  readonly workspaceId: string | null;
  /** What the active connection lost while it was in use, until the person has chosen anew. */
  readonly lostWorkspace: LostWorkspace | null;
  readonly vault: VaultState;
  readonly storage: StorageNotice | null;
  /** Whether ClickUp can be reached: `unknown` until a request of this run has ended, or the system has said no. */
  readonly network: 'unknown' | 'online' | 'offline';
  /** How the active connection's requests stand. */
  readonly traffic: Traffic;
  readonly oauthApps: readonly OAuthApp[];
  readonly signIn: SignIn | null;
  readonly routeTest: RouteTest | null;
}

/** A Workspace's plan, which decides its rate limit. */
export interface WorkspacePlan {
  readonly name: string;
}

const workspaceId = z.string().min(1).max(64);

export const sessionContract = {
  read: invocation(nothing).returns<Session>(),
  /** Asks ClickUp again who the person is and which Workspaces there are. */
  refresh: invocation(nothing).returns<Session>(),
  chooseWorkspace: invocation(z.strictObject({ workspaceId })).returns<Session>(),
  workspacePlan: invocation(z.strictObject({ workspaceId })).returns<WorkspacePlan>(),
};
