import { fail, ok, type PerchError, type Result } from '../contract/errors.ts';
import { jsonResponse, type Responder } from '../clickup/fakes.test-support.ts';
import { CLICKUP } from '../clickup/endpoint.ts';
import type { DurableStore } from '../storage/durable-store.ts';
import type { HeldConnection } from './connection-list.ts';
import type { TokenRecord } from './sealed-record.ts';
import type { SafeStorage } from './vault.ts';

export const ID = 'b3f1c9d2-6a1e-4c0b-9f4e-2d7a1c5e8f01';
export const OTHER_ID = '0d9e8f7a-1b2c-4d3e-8f4a-5b6c7d8e9f02';

export const ada = {
  id: 183,
  name: 'Ada Kessler',
  email: 'ada@example.com',
  initials: 'AK',
  color: null,
  timezone: 'Europe/Berlin',
  picture: null,
};

export const northwind = {
  id: '900',
  name: 'Northwind',
  initials: 'N',
  color: null,
  memberCount: 0,
  picture: null,
};
export const studio = {
  id: '901',
  name: 'Studio',
  initials: 'S',
  color: null,
  memberCount: 0,
  picture: null,
};

export const connectionOf = (change: Partial<HeldConnection> = {}): HeldConnection => ({
  id: ID,
  kind: 'personal',
  user: ada,
  workspaces: [northwind, studio],
  verifiedAt: 1_790_000_000_000,
  status: { kind: 'ok' },
  oauthAppId: null,
  secret: { kind: 'stored', ciphertext: 'djExQUFB', place: 'linuxKeyring' },
  ...change,
});

export const recordOf = (change: Partial<TokenRecord> = {}): TokenRecord => ({
  kind: 'token',
  connectionId: ID,
  token: 'pk_CANARY_0123456789ABCDEF',
  scheme: 'personal',
  endpoint: CLICKUP,
  userId: 183,
  ...change,
});

export interface MemoryStore<Document> extends DurableStore<Document> {
  /** The error of every write from now on. */
  refuse(error: PerchError | null): void;
  refuseForgetting(error: PerchError | null): void;
  /** Every document written. */
  readonly written: readonly Document[];
  /** How often the copies were forgotten, or all of it erased. */
  forgotten(): number;
}

/** A store without a disk. */
export function memoryStore<Document>(document: Document): MemoryStore<Document> {
  const empty = document;
  let current = document;
  let refusal: PerchError | null = null;
  let refusalToForget: PerchError | null = null;
  let forgotten = 0;
  const written: Document[] = [];
  return {
    condition: { kind: 'read' },
    read: () => current,
    write(next) {
      if (refusal !== null) return fail(refusal);
      current = next;
      written.push(next);
      return ok(null);
    },
    forgetCopies() {
      if (refusalToForget !== null) return fail(refusalToForget);
      forgotten += 1;
      return ok(null);
    },
    erase() {
      if (refusalToForget !== null) return fail(refusalToForget);
      current = empty;
      forgotten += 1;
      return ok(null);
    },
    refuse: (error) => (refusal = error),
    refuseForgetting: (error) => (refusalToForget = error),
    written,
    forgotten: () => forgotten,
  };
}

/** A keychain that a test can lock, weaken, break or slow down. */
export interface FakeKeychain extends SafeStorage {
  available: boolean;
  /** What a ciphertext begins with: `v11` with a keyring on Linux, `v10` without and on macOS. */
  prefix: string;
  encrypts: 'well' | 'empty' | Error;
  decrypts: 'well' | Error;
  shouldReEncrypt: boolean;
  backend: string;
  readonly asked: ('available' | 'encrypt' | 'decrypt')[];
  /** Resolves before each decryption; a test may put a promise of its own here. */
  beforeDecrypting: Promise<unknown>;
  beforeEncrypting: Promise<unknown>;
}

export const TEMPORARY = new Error(
  'safeStorage.decryptStringAsync is temporarily unavailable. Please try again.',
);
export const BROKEN = new Error(
  'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.',
);

export function fakeKeychain(prefix = 'v11'): FakeKeychain {
  const keychain: FakeKeychain = {
    available: true,
    prefix,
    encrypts: 'well',
    decrypts: 'well',
    shouldReEncrypt: false,
    backend: 'gnome_libsecret',
    asked: [],
    beforeDecrypting: Promise.resolve(),
    beforeEncrypting: Promise.resolve(),
    async isAsyncEncryptionAvailable() {
      keychain.asked.push('available');
      return keychain.available;
    },
    async encryptStringAsync(plain) {
      keychain.asked.push('encrypt');
      await keychain.beforeEncrypting;
      if (keychain.encrypts instanceof Error) throw keychain.encrypts;
      if (keychain.encrypts === 'empty') return Buffer.alloc(0);
      return Buffer.from(keychain.prefix + Buffer.from(plain).toString('hex'), 'latin1');
    },
    async decryptStringAsync(encrypted) {
      keychain.asked.push('decrypt');
      await keychain.beforeDecrypting;
      if (keychain.decrypts instanceof Error) throw keychain.decrypts;
      const hex = encrypted.subarray(3).toString('latin1');
      return {
        shouldReEncrypt: keychain.shouldReEncrypt,
        result: Buffer.from(hex, 'hex').toString('utf8'),
      };
    },
    getSelectedStorageBackend: () => keychain.backend,
  };
  return keychain;
}

/** What the fake ClickUp says to a token. */
export interface Account {
  readonly userId: number;
  readonly teams: readonly string[];
}

export type Reaction = Account | { readonly status: number; readonly body: unknown } | Error;

/** A ClickUp that knows these tokens and answers 401 OAUTH_025 to any other. */
export const clickUpOf =
  (reactionTo: (token: string, path: string) => Reaction | undefined): Responder =>
  async (url, init) => {
    const token = new Headers(init.headers).get('authorization') ?? '';
    const path = new URL(url).pathname;
    const reaction = reactionTo(token, path);
    if (reaction instanceof Error) throw reaction;
    if (reaction === undefined) {
      return jsonResponse({ err: 'Token invalid', ECODE: 'OAUTH_025' }, { status: 401 });
    }
    if ('status' in reaction) return jsonResponse(reaction.body, { status: reaction.status });
    return path.endsWith('/user')
      ? jsonResponse({ user: { id: reaction.userId, username: `Person ${reaction.userId}` } })
      : jsonResponse({ teams: reaction.teams.map((id) => ({ id, name: `Workspace ${id}` })) });
  };

export const errorOf = (result: Result<unknown>): PerchError | null =>
  result.ok ? null : result.error;

/** A promise and the function that resolves it. */
export function gate(): { readonly passed: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}
