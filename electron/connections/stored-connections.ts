import * as z from 'zod';
import { assertNever } from '../contract/errors.ts';
import type { StorageNotice, User, Workspace } from '../contract/session.ts';
import type { StoreCondition } from '../storage/durable-store.ts';

/** Absent from files that were written before Perch showed pictures. */
const picture = z.string().nullable().default(null);

/** A connection as it lies on disk: what may be read by anyone who reads the file, and the ciphertext. */
const storedConnection = z
  .object({
    id: z.uuid(),
    kind: z.enum(['personal', 'oauth', 'sample']),
    user: z.object({
      id: z.number(),
      name: z.string(),
      email: z.string().nullable(),
      initials: z.string(),
      color: z.string().nullable(),
      timezone: z.string().nullable(),
      picture,
    }) satisfies z.ZodType<User>,
    workspaces: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        initials: z.string(),
        color: z.string().nullable(),
        memberCount: z.number(),
        picture,
      }) satisfies z.ZodType<Workspace>,
    ),
    /** Unix milliseconds. */
    verifiedAt: z.number(),
    place: z.enum(['macKeychain', 'windowsDpapi', 'linuxKeyring', 'weak', 'none']),
    needsReauth: z.enum(['revoked', 'refused']).nullable(),
    /** The OAuth app that the token was given to; null for all but OAuth connections. */
    oauthAppId: z.uuid().nullable(),
    /** Base64; null for the sample connection, which has no secret. */
    ciphertext: z.string().nullable(),
  })
  // Otherwise a personal connection that lost its ciphertext would go on with sample data.
  .refine(({ kind, ciphertext }) => (kind === 'sample') === (ciphertext === null))
  .refine(({ kind, place }) => (kind === 'sample') === (place === 'none'));

/** An OAuth app as it lies on disk: its client id is no secret, its secret is a ciphertext. */
const storedOAuthApp = z.object({
  id: z.uuid(),
  clientId: z.string(),
  redirectUris: z.array(z.string()),
  exchange: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('secret'),
      ciphertext: z.string(),
      place: z.enum(['macKeychain', 'windowsDpapi', 'linuxKeyring', 'weak']),
    }),
    z.object({ kind: z.literal('endpoint'), address: z.string() }),
  ]),
});

const haveOwnIds = (all: readonly { readonly id: string }[]): boolean =>
  new Set(all.map(({ id }) => id)).size === all.length;

const document = z.object({
  connections: z.array(storedConnection).refine(haveOwnIds),
  oauthApps: z.array(storedOAuthApp).refine(haveOwnIds),
  /** The sign-in under way. `expiresAt`, in Unix milliseconds, can be read without the keychain. */
  attempt: z.object({ ciphertext: z.string(), expiresAt: z.number() }).nullable(),
});

export type StoredConnection = z.output<typeof storedConnection>;
export type StoredOAuthApp = z.output<typeof storedOAuthApp>;
export type ConnectionsDocument = z.output<typeof document>;

export const CONNECTIONS_VERSION = 1;
export const noConnections: ConnectionsDocument = {
  connections: [],
  oauthApps: [],
  attempt: null,
};

/** Reads the connections document; null where any part of it is damaged, so that no token is dropped unseen. */
export const parseConnections = (value: unknown): ConnectionsDocument | null =>
  document.safeParse(value).data ?? null;

/** What the person should know of how the file was found; null where all is well. */
export function noticeOf(condition: StoreCondition): StorageNotice | null {
  switch (condition.kind) {
    case 'fresh':
    case 'read':
      return null;
    case 'newer':
      return { kind: 'newer' };
    case 'restored':
    case 'lost':
    case 'locked':
      return condition;
    default:
      return assertNever(condition);
  }
}
