import { fail, ok, type PerchError, type Result } from '../../contract/errors.ts';
import type { OAuthApp, Redirect } from '../../contract/oauth.ts';
import type { DurableStore } from '../../storage/durable-store.ts';
import { canBeToken } from '../sealed-record.ts';
import { type HeldSecret, secretOf } from '../secret.ts';
import type { ConnectionsDocument, StoredOAuthApp } from '../stored-connections.ts';
import type { Vault } from '../vault.ts';
import { exchangeAddress } from './exchange.ts';
import { readRedirect, routeOf } from './redirects.ts';

/** What a person enters for an app. `unchanged` keeps the secret that is there. */
export interface AppInput {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly exchange:
    | { readonly kind: 'secret'; readonly secret: string }
    | { readonly kind: 'unchanged' }
    | { readonly kind: 'endpoint'; readonly address: string };
}

/** Where the code of an app is exchanged, with what that needs. */
export type ExchangeWith =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'endpoint'; readonly address: string };

/** The OAuth apps that were set up here. Their secrets are guarded like tokens (requirement O10). */
export interface OAuthApps {
  all(): readonly OAuthApp[];
  find(appId: string): OAuthApp | null;
  /**
   * Adds an app (`appId` null) or changes one. Errors: `invalid` naming the field, `notFound`, and
   * `storage` where it could not be written, which changes nothing.
   */
  save(appId: string | null, input: AppInput): Promise<Result<OAuthApp>>;
  /** Removes an app and every copy of its secret. */
  remove(appId: string): Result<null>;
  /** How an app's code is exchanged. Errors: `notFound`, `keychainLocked`, `storage(corrupt)`. */
  exchangeOf(appId: string): Promise<Result<ExchangeWith>>;
  /** Stores under a key that is not secret what lies in memory only: the person's own choice. */
  keepWeakly(): Result<null>;
}

interface HeldApp {
  readonly id: string;
  readonly clientId: string;
  readonly redirects: readonly Redirect[];
  readonly exchange:
    | { readonly kind: 'secret'; readonly secret: HeldSecret }
    | { readonly kind: 'endpoint'; readonly address: string };
}

const invalid = (field: string, reason: string): { ok: false; error: PerchError } =>
  fail({ kind: 'invalid', field, reason, said: null });

const REASONS = {
  notAnAddress: 'This is not an address.',
  plainHttp: 'ClickUp may stop redirecting to plain http: use https.',
  hasQuery: 'A redirect URL has no “?” and no “#”: ClickUp matches it exactly.',
  otherScheme: 'A redirect URL begins with https.',
} as const;

export function createOAuthApps(options: {
  readonly store: DurableStore<ConnectionsDocument>;
  readonly vault: Vault;
  readonly newId: () => string;
}): OAuthApps {
  const { store, vault } = options;
  let held: readonly HeldApp[] = store.read().oauthApps.map(fromStored);
  const inMemory = new Map<string, string>();

  const find = (appId: string): HeldApp | null => held.find(({ id }) => id === appId) ?? null;

  const hold = (next: readonly HeldApp[]): Result<null> => {
    const written = store.write({ ...store.read(), oauthApps: next.flatMap(toStored) });
    if (written.ok) held = next;
    return written;
  };

  const put = (app: HeldApp): Result<OAuthApp> => {
    const isKnown = find(app.id) !== null;
    const written = hold(
      isKnown ? held.map((one) => (one.id === app.id ? app : one)) : [...held, app],
    );
    return written.ok ? ok(toPublic(app)) : written;
  };

  /** The exchange as it will be held; a new secret is sealed first. */
  const exchangeFrom = async (
    id: string,
    present: HeldApp | null,
    { exchange }: AppInput,
  ): Promise<Result<HeldApp['exchange']>> => {
    switch (exchange.kind) {
      case 'unchanged':
        return present === null
          ? invalid('secret', 'A new app needs its secret.')
          : ok(present.exchange);
      case 'endpoint': {
        const address = exchangeAddress(exchange.address);
        return address === null
          ? invalid('endpoint', 'An exchange endpoint is an https address.')
          : ok({ kind: 'endpoint', address });
      }
      case 'secret': {
        const secret = exchange.secret.trim();
        if (!canBeToken(secret)) {
          return invalid(
            'secret',
            'A client secret is one word of plain letters, digits and signs.',
          );
        }
        const sealing = await vault.seal({ kind: 'clientSecret', appId: id, secret });
        inMemory.set(id, secret);
        return ok({ kind: 'secret', secret: secretOf(sealing) });
      }
    }
  };

  return {
    all: () => held.map(toPublic),
    find(appId) {
      const app = find(appId);
      return app === null ? null : toPublic(app);
    },

    async save(appId, input) {
      const present = appId === null ? null : find(appId);
      if (appId !== null && present === null) return fail({ kind: 'notFound', said: null });
      const clientId = input.clientId.trim();
      if (!canBeToken(clientId)) return invalid('clientId', 'A client ID is one word.');
      const redirects: Redirect[] = [];
      for (const uri of input.redirectUris) {
        const read = readRedirect(uri);
        if (read.kind === 'refused') return invalid('redirectUris', REASONS[read.reason]);
        if (!redirects.some((one) => one.uri === read.redirect.uri)) redirects.push(read.redirect);
      }
      const id = appId ?? options.newId();
      const before = inMemory.get(id);
      const exchange = await exchangeFrom(id, present, input);
      if (!exchange.ok) return exchange;
      const saved = put({ id, clientId, redirects, exchange: exchange.value });
      if (!saved.ok) {
        if (before === undefined) inMemory.delete(id);
        else inMemory.set(id, before);
      }
      return saved;
    },

    remove(appId) {
      if (find(appId) === null) return fail({ kind: 'notFound', said: null });
      const written = hold(held.filter(({ id }) => id !== appId));
      if (!written.ok) return written;
      inMemory.delete(appId);
      return store.forgetCopies();
    },

    async exchangeOf(appId) {
      const app = find(appId);
      if (app === null) return fail({ kind: 'notFound', said: null });
      const { exchange } = app;
      if (exchange.kind === 'endpoint') return ok(exchange);
      const known = inMemory.get(appId);
      if (known !== undefined) return ok({ kind: 'secret', secret: known });
      if (exchange.secret.kind === 'memory') return fail({ kind: 'storage', cause: 'corrupt' });
      const opening = await vault.open(exchange.secret.ciphertext);
      if (opening.kind === 'locked') return fail({ kind: 'keychainLocked' });
      if (
        opening.kind !== 'record' ||
        opening.record.kind !== 'clientSecret' ||
        opening.record.appId !== appId
      ) {
        return fail({ kind: 'storage', cause: 'corrupt' });
      }
      const { secret } = opening.record;
      // Replaced or removed while the keychain was being asked: what it said no longer matters.
      if (find(appId) !== app) return fail({ kind: 'notFound', said: null });
      inMemory.set(appId, secret);
      if (opening.replacement !== null) {
        const { replacement, place } = opening;
        put({
          ...app,
          exchange: { kind: 'secret', secret: { kind: 'stored', ciphertext: replacement, place } },
        });
      }
      return ok({ kind: 'secret', secret });
    },

    keepWeakly() {
      return hold(held.map(weakly));
    },
  };
}

/** The app with the ciphertext of a known key in the place of what lies in memory only. */
function weakly(app: HeldApp): HeldApp {
  const { exchange } = app;
  if (exchange.kind !== 'secret' || exchange.secret.kind !== 'memory') return app;
  const { weakCiphertext } = exchange.secret;
  if (weakCiphertext === null) return app;
  const secret = { kind: 'stored', ciphertext: weakCiphertext, place: 'weak' } as const;
  return { ...app, exchange: { kind: 'secret', secret } };
}

const fromStored = ({ id, clientId, redirectUris, exchange }: StoredOAuthApp): HeldApp => ({
  id,
  clientId,
  redirects: redirectUris.map((uri) => ({ route: routeOf(uri), uri })),
  exchange:
    exchange.kind === 'endpoint'
      ? exchange
      : {
          kind: 'secret',
          secret: { kind: 'stored', ciphertext: exchange.ciphertext, place: exchange.place },
        },
});

/** What lies in memory only is not written: next time the app is entered again. */
const toStored = ({ id, clientId, redirects, exchange }: HeldApp): StoredOAuthApp[] => {
  const redirectUris = redirects.map(({ uri }) => uri);
  if (exchange.kind === 'endpoint') return [{ id, clientId, redirectUris, exchange }];
  const { secret } = exchange;
  if (secret.kind === 'memory') return [];
  const { ciphertext, place } = secret;
  return [{ id, clientId, redirectUris, exchange: { kind: 'secret', ciphertext, place } }];
};

const toPublic = ({ id, clientId, redirects, exchange }: HeldApp): OAuthApp => ({
  id,
  clientId,
  redirects,
  exchange:
    exchange.kind === 'endpoint'
      ? exchange
      : {
          kind: 'secret',
          place: exchange.secret.kind === 'stored' ? exchange.secret.place : 'memory',
        },
});
