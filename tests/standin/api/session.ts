import { EventEmitter } from 'node:events';
import type { Session as ElectronSession, WebContents } from 'electron';
import type { Session as Cdp } from '../chromium/connection.ts';
import { Connections } from '../net/exchange.ts';
import { resolveHost } from '../net/resolve-host.ts';
import type { LoaderHost } from '../net/url-loader.ts';
import { PageRequests } from '../page/requests.ts';
import { notImplemented } from '../surface/unimplemented.ts';
import { Cookies } from './cookies.ts';
import { createCertificateCheck, type CertificateVerifyProc } from './certificate.ts';
import { fetchAsElectron, type FetchInit } from './net-fetch.ts';
import { Protocol } from './protocol.ts';
import type { Schemes } from './schemes.ts';
import type { SessionPages } from './session-pages.ts';
import { storageTypes } from './storage-data.ts';
import { WebRequest } from './web-request.ts';

export type PermissionRequestHandler = NonNullable<
  Parameters<ElectronSession['setPermissionRequestHandler']>[0]
>;
export type PermissionCheckHandler = NonNullable<
  Parameters<ElectronSession['setPermissionCheckHandler']>[0]
>;
export type PermissionName = Parameters<PermissionRequestHandler>[1] &
  Parameters<PermissionCheckHandler>[1];

export interface SessionHost {
  readonly isOnline: () => boolean;
  readonly userAgent: () => string;
  readonly storagePath: (partition: string) => string;
  readonly schemes: Schemes;
  readonly isReady: () => boolean;
  readonly created: (session: Session) => void;
  readonly pagesOf: (partition: string) => SessionPages;
}

/** The part of Electron's `Session` that is here, held to Electron's own declarations. */
type SessionSurface = Pick<
  ElectronSession,
  | 'clearAuthCache'
  | 'clearCache'
  | 'clearData'
  | 'clearStorageData'
  | 'closeAllConnections'
  | 'fetch'
  | 'getStoragePath'
  | 'getUserAgent'
  | 'isPersistent'
  | 'isSpellCheckerEnabled'
  | 'resolveHost'
  | 'resolveProxy'
  | 'setCertificateVerifyProc'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setProxy'
  | 'setSpellCheckerEnabled'
  | 'setUserAgent'
  | 'spellCheckerEnabled'
  | 'storagePath'
>;

/** Where pages and requests keep their state. */
export class Session extends EventEmitter implements SessionSurface {
  readonly protocol: Protocol;
  readonly cookies: Cookies;
  readonly webRequest = new WebRequest();
  /** For the host: where pages of this session live. */
  readonly pages: SessionPages;
  /** For the host: what pages of this session request. */
  readonly pageRequests: PageRequests;
  /** Empty for the default session. */
  readonly partition: string;
  /** Kept for the app; nothing is spelt here. */
  spellCheckerEnabled = true;
  readonly #host: SessionHost;
  readonly #connections = new Connections();
  #request: PermissionRequestHandler | null = null;
  #check: PermissionCheckHandler | null = null;
  #verify: CertificateVerifyProc | null = null;
  #userAgent: string;
  #acceptLanguages = 'en-US';
  #underWay = new AbortController();

  constructor(host: SessionHost, partition: string) {
    super();
    this.#host = host;
    this.partition = partition;
    this.protocol = new Protocol(host.schemes, host.isReady);
    this.pages = host.pagesOf(partition);
    this.cookies = new Cookies(this.pages.cookies);
    this.#userAgent = host.userAgent();
    this.pageRequests = new PageRequests({
      schemes: host.schemes,
      handlerOf: (scheme) => this.protocol.handlerOf(scheme),
      webRequest: this.webRequest,
    });
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

  fetch(input: string | Request, init?: FetchInit): Promise<Response> {
    const given = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    const signal = this.whileOpen(given ?? undefined);
    return fetchAsElectron(this.loaderHost, input, { ...init, signal });
  }

  getUserAgent(): string {
    return this.#userAgent;
  }

  /** Concerns requests of the main process; pages keep Chromium's own. */
  setUserAgent(userAgent: string, acceptLanguages?: string): void {
    this.#userAgent = userAgent;
    if (acceptLanguages !== undefined) this.#acceptLanguages = acceptLanguages;
  }

  setPermissionRequestHandler(handler: PermissionRequestHandler | null): void {
    this.#request = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheckHandler | null): void {
    this.#check = handler;
  }

  /** Concerns requests of the main process; pages keep Chromium's own verdict. */
  setCertificateVerifyProc(proc: CertificateVerifyProc | null): void {
    this.#verify = proc;
    this.#connections.close();
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.spellCheckerEnabled = enable;
  }

  isSpellCheckerEnabled(): boolean {
    return this.spellCheckerEnabled;
  }

  /** There is never a proxy, so only settings that need none are taken. */
  async setProxy(config: Parameters<ElectronSession['setProxy']>[0]): Promise<void> {
    const { mode = config.proxyRules ? 'fixed_servers' : 'direct' } = config;
    if (mode !== 'direct' && mode !== 'system')
      throw notImplemented(`session.setProxy with mode ${mode}`);
  }

  async resolveProxy(_url: string): Promise<string> {
    return 'DIRECT';
  }

  resolveHost: ElectronSession['resolveHost'] = (host, options) => resolveHost(host, options);

  async clearStorageData(
    options: Parameters<ElectronSession['clearStorageData']>[0] = {},
  ): Promise<void> {
    const { origin, storages } = options;
    if (storages === undefined || storages.includes('cookies'))
      await this.cookies.clear(origin === undefined ? undefined : new URL(origin).hostname);
    const types = storageTypes(storages);
    const chromiumOrigin = origin === undefined ? '*' : this.#host.schemes.toChromium(origin);
    if (types !== '') await this.pages.storage()?.clear(chromiumOrigin, types);
  }

  async clearData(options: Parameters<ElectronSession['clearData']>[0] = {}): Promise<void> {
    const { dataTypes, origins, excludeOrigins } = options;
    if (excludeOrigins !== undefined) throw notImplemented('session.clearData with excludeOrigins');
    if (dataTypes === undefined || dataTypes.includes('cache')) await this.clearCache();
    const names = { fileSystems: 'filesystem', indexedDB: 'indexdb', localStorage: 'localstorage' };
    const others = { cookies: 'cookies', serviceWorkers: 'serviceworkers' };
    const storages = Object.entries({ ...names, ...others })
      .filter(([type]) => dataTypes?.some((wanted) => wanted === type))
      .map(([, storage]) => storage as 'cookies');
    if (dataTypes !== undefined && storages.length === 0) return;
    const what = dataTypes === undefined ? {} : { storages };
    if (origins === undefined) await this.clearStorageData(what);
    for (const origin of origins ?? []) await this.clearStorageData({ ...what, origin });
  }

  /** Ends what is on its way; what comes later is not concerned. */
  async closeAllConnections(): Promise<void> {
    this.#underWay.abort(new Error('net::ERR_ABORTED'));
    this.#underWay = new AbortController();
    this.#connections.close();
  }

  async clearAuthCache(): Promise<void> {
    // No password that a server asked for is remembered.
  }

  /** Requests of the main process are never answered from a cache; pages have Chromium's. */
  async clearCache(): Promise<void> {
    await this.pages.storage()?.clearCache();
  }

  /** Notes a page that lives, on whose behalf storage can be cleared. For the host. */
  notePage(page: Cdp): void {
    this.pages.storage()?.noteCdp(page);
  }

  /** What a request of this session needs. For `net`. */
  get loaderHost(): LoaderHost {
    return {
      isOnline: this.#host.isOnline,
      userAgent: () => this.#userAgent,
      acceptLanguage: () => this.#acceptLanguages,
      connections: this.#connections,
      cookies: this.cookies,
      verify: () => (this.#verify === null ? null : createCertificateCheck(this.#verify)),
      handlerOf: (scheme) => this.protocol.handlerOf(scheme),
      watch: this.webRequest,
    };
  }

  /** A signal that `closeAllConnections` gives, too. For `net`. */
  whileOpen(signal?: AbortSignal): AbortSignal {
    return AbortSignal.any([this.#underWay.signal, ...(signal === undefined ? [] : [signal])]);
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
    host.created(created);
    return created;
  };
  const ready = (): void => {
    if (!host.isReady()) throw new TypeError('Session can only be received when app is ready');
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
