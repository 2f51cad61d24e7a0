import { fail, ok, type Result } from '../contract/errors.ts';
import type { Connection } from '../contract/session.ts';
import type { Client } from '../clickup/client.ts';
import type { Clock } from '../clickup/clock.ts';
import type { Endpoint } from '../clickup/endpoint.ts';
import { type ConnectionList, type HeldConnection, toPublic } from './connection-list.ts';
import { type Identity, readIdentity } from './identity.ts';
import { canBeToken, type TokenRecord } from './sealed-record.ts';
import type { SampleServer, Tokens } from './tokens.ts';

export interface ConnectOptions {
  readonly list: ConnectionList;
  readonly tokens: Tokens;
  readonly client: Client;
  readonly clock: Clock;
  readonly endpoint: Endpoint;
  readonly sample: SampleServer;
  /** A new random UUID. */
  readonly newId: () => string;
}

/** The ways into a connection. Each verifies first and stores afterwards; a failure changes no connection. */
export interface Connect {
  /**
   * Connects with a personal token. The same ClickUp user again replaces the token in place; another
   * user makes a new connection. Errors: `invalid(token)` where it could not be a header, and those
   * of the verification.
   */
  withPersonalToken(text: string): Promise<Result<Connection>>;
  /** Connects to the sample server in this app. */
  withSampleData(): Promise<Result<Connection>>;
  /** Asks whose a freshly granted OAuth token is. Stores nothing; the errors are the verification's. */
  identifyGranted(token: string, endpoint: Endpoint): Promise<Result<GrantedToken>>;
  /**
   * Whether a granted token belongs to an OAuth connection that is here already, and to the one that
   * is being changed where one is. Only then is there nobody new to ask about.
   */
  isKnownOAuth(userId: number, connectionId: string | null): boolean;
  /**
   * Stores a granted token: in place where its user has an OAuth connection with that app, as a new
   * connection otherwise. An error changes no connection.
   */
  withGranted(granted: GrantedToken, appId: string): Promise<Result<Connection>>;
}

/** A token that ClickUp gave for a code, with what it says of it. In main's memory only. */
export interface GrantedToken {
  readonly token: string;
  readonly endpoint: Endpoint;
  readonly identity: Identity;
}

export function createConnect(options: ConnectOptions): Connect {
  const { list, tokens, client, clock, endpoint, sample, newId } = options;

  const existing = (kind: HeldConnection['kind'], userId: number): HeldConnection | null =>
    list.all().find((connection) => connection.kind === kind && connection.user.id === userId) ??
    null;

  const add = (connection: HeldConnection): Result<Connection> => {
    const written = list.put(connection);
    return written.ok ? ok(toPublic(connection)) : written;
  };

  const identify = (
    token: string,
    scheme: TokenRecord['scheme'],
    of: Endpoint,
  ): Promise<Result<Identity>> =>
    readIdentity(client, () => Promise.resolve(ok({ account: null, endpoint: of, token, scheme })));

  /** Seals a verified token and puts its connection into the list, in the place of one that is there. */
  const store = async (
    present: HeldConnection | null,
    { token, endpoint: of, identity }: GrantedToken,
    kind: { readonly kind: 'personal' | 'oauth'; readonly oauthAppId: string | null },
  ): Promise<Result<Connection>> => {
    const id = present?.id ?? newId();
    const record: TokenRecord = {
      kind: 'token',
      connectionId: id,
      token,
      scheme: kind.kind === 'oauth' ? 'bearer' : 'personal',
      endpoint: of,
      userId: identity.user.id,
    };
    const added = add({
      id,
      ...kind,
      ...identity,
      secret: await tokens.seal(record),
      verifiedAt: clock.now(),
      status: { kind: 'ok' },
    });
    if (added.ok) tokens.hold(record);
    return added;
  };

  const connectPersonal = async (token: string): Promise<Result<Connection>> => {
    const identity = await identify(token, 'personal', endpoint);
    if (!identity.ok) return identity;
    const granted = { token, endpoint, identity: identity.value };
    const present = existing('personal', identity.value.user.id);
    return store(present, granted, { kind: 'personal', oauthAppId: null });
  };

  let last: Promise<unknown> = Promise.resolve();

  return {
    async withPersonalToken(text) {
      const token = text.trim();
      if (!canBeToken(token)) {
        return fail({
          kind: 'invalid',
          field: 'token',
          reason: 'A token is one word of plain letters, digits and signs.',
          said: null,
        });
      }
      // One after the other: two at once would both find the person new and connect them twice.
      const connecting = last.then(() => connectPersonal(token));
      last = connecting.catch(() => null);
      return connecting;
    },

    async withSampleData() {
      const identity = await readIdentity(client, () => sample.authorization(null));
      if (!identity.ok) return identity;
      const { user, workspaces } = identity.value;
      return add({
        id: existing('sample', user.id)?.id ?? newId(),
        kind: 'sample',
        user,
        workspaces,
        verifiedAt: clock.now(),
        status: { kind: 'ok' },
        oauthAppId: null,
        secret: { kind: 'none' },
      });
    },

    async identifyGranted(token, of) {
      const identity = await identify(token, 'bearer', of);
      return identity.ok ? ok({ token, endpoint: of, identity: identity.value }) : identity;
    },

    isKnownOAuth(userId, connectionId) {
      const present = existing('oauth', userId);
      return present !== null && (connectionId === null || present.id === connectionId);
    },

    async withGranted(granted, oauthAppId) {
      const present = existing('oauth', granted.identity.user.id);
      return store(present, granted, { kind: 'oauth', oauthAppId });
    },
  };
}
