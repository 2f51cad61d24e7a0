import { fail, ok, type Result } from '../contract/errors.ts';
import type { Connection } from '../contract/session.ts';
import type { Client } from '../clickup/client.ts';
import type { Clock } from '../clickup/clock.ts';
import type { Endpoint } from '../clickup/endpoint.ts';
import { type ConnectionList, type HeldConnection, toPublic } from './connection-list.ts';
import { readIdentity } from './identity.ts';
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
}

/** The accounts of requests sent before it is known whose they are. */
const UNNAMED = 'connecting';
export const SAMPLE_ACCOUNT = 'connecting to sample data';

export function createConnect(options: ConnectOptions): Connect {
  const { list, tokens, client, clock, endpoint, sample, newId } = options;

  const existing = (kind: HeldConnection['kind'], userId: number): HeldConnection | null =>
    list.all().find((connection) => connection.kind === kind && connection.user.id === userId) ??
    null;

  const add = (connection: HeldConnection): Result<Connection> => {
    const written = list.put(connection);
    return written.ok ? ok(toPublic(connection)) : written;
  };

  const connectPersonal = async (token: string): Promise<Result<Connection>> => {
    const identity = await readIdentity(client, () =>
      Promise.resolve(ok({ account: UNNAMED, endpoint, token, scheme: 'personal' as const })),
    );
    if (!identity.ok) return identity;
    const { user, workspaces } = identity.value;
    const id = existing('personal', user.id)?.id ?? newId();
    const record: TokenRecord = {
      connectionId: id,
      token,
      scheme: 'personal',
      endpoint,
      userId: user.id,
    };
    const added = add({
      id,
      kind: 'personal',
      user,
      workspaces,
      secret: await tokens.seal(record),
      verifiedAt: clock.now(),
      status: { kind: 'ok' },
    });
    if (added.ok) tokens.hold(record);
    return added;
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
      const identity = await readIdentity(client, () => sample.authorization(SAMPLE_ACCOUNT));
      if (!identity.ok) return identity;
      const { user, workspaces } = identity.value;
      return add({
        id: existing('sample', user.id)?.id ?? newId(),
        kind: 'sample',
        user,
        workspaces,
        verifiedAt: clock.now(),
        status: { kind: 'ok' },
        secret: { kind: 'none' },
      });
    },
  };
}
