import { EventEmitter } from 'node:events';
import type { Session as ElectronSession, WebContents } from 'electron';
import { notImplemented } from '../surface/unimplemented.ts';
import { fetchAsElectron, type FetchHost } from './net-fetch.ts';
import { Protocol } from './protocol.ts';
import type { Schemes } from './schemes.ts';

export type PermissionRequestHandler = NonNullable<
  Parameters<ElectronSession['setPermissionRequestHandler']>[0]
>;
export type PermissionCheckHandler = NonNullable<
  Parameters<ElectronSession['setPermissionCheckHandler']>[0]
>;
export type PermissionName = Parameters<PermissionRequestHandler>[1] &
  Parameters<PermissionCheckHandler>[1];

export interface SessionHost extends FetchHost {
  readonly schemes: Schemes;
  readonly isReady: () => boolean;
}

/** The part of Electron's `Session` that is here, held to Electron's own declarations. */
type SessionSurface = Pick<
  ElectronSession,
  | 'clearAuthCache'
  | 'clearCache'
  | 'clearStorageData'
  | 'closeAllConnections'
  | 'fetch'
  | 'getStoragePath'
  | 'getUserAgent'
  | 'isPersistent'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setUserAgent'
  | 'storagePath'
>;

/** Where pages and requests keep their state. Only the default session shows windows. */
export class Session extends EventEmitter implements SessionSurface {
  readonly protocol: Protocol;
  /** Empty for the default session. */
  readonly partition: string;
  readonly #host: SessionHost;
  #request: PermissionRequestHandler | null = null;
  #check: PermissionCheckHandler | null = null;
  #userAgent: string;
  #connections = new AbortController();

  constructor(host: SessionHost, partition: string) {
    super();
    this.#host = host;
    this.partition = partition;
    this.protocol = new Protocol(host.schemes, host.isReady);
    this.#userAgent = host.userAgent();
  }

  get storagePath(): string | null {
    return this.isPersistent() ? this.#host.storagePath(this.partition) : null;
  }

  isPersistent(): boolean {
    return this.partition === '' || this.partition.startsWith('persist:');
  }

  getStoragePath(): string | null {
    return this.storagePath;
  }

  fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    const host: FetchHost = { ...this.#host, userAgent: () => this.#userAgent };
    const given = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    const signal = AbortSignal.any([this.#connections.signal, ...(given ? [given] : [])]);
    const handlerOf = (scheme: string) => this.protocol.handlerOf(scheme);
    return fetchAsElectron(host, handlerOf, input, { ...init, signal });
  }

  getUserAgent(): string {
    return this.#userAgent;
  }

  setUserAgent(userAgent: string): void {
    this.#userAgent = userAgent;
  }

  setPermissionRequestHandler(handler: PermissionRequestHandler | null): void {
    this.#request = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheckHandler | null): void {
    this.#check = handler;
  }

  async clearStorageData(): Promise<void> {
    // Other partitions show no windows, and requests keep neither cookies nor a cache.
    if (this.partition === '') throw notImplemented('session.defaultSession.clearStorageData');
  }

  /** Ends what is on its way; what comes later is not concerned. */
  async closeAllConnections(): Promise<void> {
    this.#connections.abort(new Error('net::ERR_ABORTED'));
    this.#connections = new AbortController();
  }

  async clearAuthCache(): Promise<void> {
    // Node's fetch remembers no credentials of its own.
  }

  async clearCache(): Promise<void> {
    // Answers are not cached: neither Node's fetch nor the handlers of schemes keep any.
  }

  /** Whether the app wants to decide on permissions at all. */
  get decidesPermissions(): boolean {
    return this.#request !== null || this.#check !== null;
  }

  /** What the app's handlers say of a permission; the one that is missing grants. */
  async decidePermission(
    contents: WebContents,
    permission: PermissionName,
    origin: string,
  ): Promise<boolean> {
    const details = { isMainFrame: true, requestingUrl: origin };
    if (this.#check?.(contents, permission, origin, details) === false) return false;
    const request = this.#request;
    if (request === null) return true;
    return new Promise((resolve) => {
      request(contents, permission, resolve, details);
    });
  }
}

/** The `session` module. */
export function createSessionModule(host: SessionHost) {
  const partitions = new Map<string, Session>();
  const ofPartition = (partition: string): Session => {
    const known = partitions.get(partition);
    if (known !== undefined) return known;
    const created = new Session(host, partition);
    partitions.set(partition, created);
    return created;
  };
  const ready = (): void => {
    if (!host.isReady()) throw new Error('Session can only be received when app is ready');
  };
  return {
    get defaultSession(): Session {
      ready();
      return ofPartition('');
    },
    fromPartition: (partition: string, _options?: { cache: boolean }): Session => {
      ready();
      return ofPartition(partition);
    },
    /** For the host itself, which may look before the app is ready. */
    ofPartition,
  };
}

export type SessionModule = ReturnType<typeof createSessionModule>;
