import { PassThrough, Writable } from 'node:stream';
import type {
  ClientRequest as ElectronClientRequest,
  ClientRequestConstructorOptions,
  UploadProgress,
} from 'electron';
import type { HeaderList } from '../net/headers.ts';
import type { Challenge, Credentials } from '../net/request-headers.ts';
import { load, type LoaderHost, type Redirect } from '../net/url-loader.ts';
import { IncomingMessage } from './incoming-message.ts';
import { addressOf, checkHeader, checkOptions, type GivenHeader } from './request-options.ts';

/** The session of a request, as far as the request needs it. */
export interface RequestSession {
  readonly loaderHost: LoaderHost;
  whileOpen(signal: AbortSignal): AbortSignal;
}

type Surface = Omit<ElectronClientRequest, keyof Writable>;

/**
 * `net.request`: a stream to write to, with the events of Electron's documentation. Without
 * `chunkedEncoding` everything written is sent at `end()`, with its length. Cookies go along only
 * with `credentials` or `useSessionCookies`. Source: `lib/common/api/net-client-request.ts`.
 */
export class ClientRequest extends Writable implements Surface {
  readonly #session: RequestSession;
  readonly #options: ClientRequestConstructorOptions;
  readonly #url: URL;
  readonly #headers = new Map<string, GivenHeader>();
  readonly #controller = new AbortController();
  readonly #written: Buffer[] = [];
  #chunked: boolean | undefined;
  #upload: PassThrough | undefined;
  #isStarted = false;
  #isAborted = false;
  #mayFollow: (() => void) | undefined;
  #response: IncomingMessage | undefined;
  #sent = 0;

  constructor(
    sessionOf: (options: ClientRequestConstructorOptions) => RequestSession,
    given: ClientRequestConstructorOptions | string,
    callback?: (response: IncomingMessage) => void,
  ) {
    super({ autoDestroy: true });
    if (callback !== undefined) this.once('response', callback);
    const options = typeof given === 'string' ? { url: given } : { ...given };
    this.#url = new URL(addressOf(options));
    checkOptions(this.#url, options);
    this.#options = options;
    for (const [name, value] of Object.entries(options.headers ?? {})) {
      checkHeader(name, value);
      this.#headers.set(name.toLowerCase(), { name, value });
    }
    this.#session = sessionOf(options);
  }

  get chunkedEncoding(): boolean {
    return this.#chunked ?? false;
  }

  set chunkedEncoding(value: boolean) {
    if (this.#isStarted)
      throw new Error('chunkedEncoding can only be set before the request is started');
    if (this.#chunked !== undefined) throw new Error('chunkedEncoding can only be set once');
    this.#chunked = value;
    if (value) this.#upload = new PassThrough();
  }

  setHeader(name: string, value: string): void {
    if (this.#isStarted || this.#written.length > 0)
      throw new Error("Can't set headers after they are sent");
    checkHeader(name, value);
    this.#headers.set(name.toLowerCase(), { name, value });
  }

  getHeader(name: string): string {
    if (name === undefined || name === null)
      throw new Error('`name` is required for getHeader(name)');
    return this.#headers.get(name.toLowerCase())?.value as string;
  }

  removeHeader(name: string): void {
    if (name === undefined || name === null)
      throw new Error('`name` is required for removeHeader(name)');
    if (this.#isStarted || this.#written.length > 0)
      throw new Error("Can't remove headers after they are sent");
    this.#headers.delete(name.toLowerCase());
  }

  followRedirect(): void {
    if (this.#mayFollow === undefined)
      throw new Error('followRedirect() called, but was not waiting for a redirect');
    this.#mayFollow();
  }

  abort(): void {
    if (!this.#isAborted) process.nextTick(() => this.emit('abort'));
    this.#isAborted = true;
    this.#die();
  }

  getUploadProgress(): UploadProgress {
    if (!this.#isStarted) return { active: false, started: false, current: 0, total: 0 };
    return { active: true, started: true, current: this.#sent, total: this.#sent };
  }

  override _write(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error) => void): void {
    if (this.#upload === undefined) {
      this.#written.push(Buffer.from(chunk));
      done();
      return;
    }
    // The first chunk begins the request.
    this.#start(this.#upload);
    this.#upload.write(chunk, encoding, (error) => done(error ?? undefined));
  }

  override _final(done: (error?: Error) => void): void {
    if (this.#upload !== undefined) this.#upload.end();
    this.#start(this.#upload ?? (this.#written.length > 0 ? Buffer.concat(this.#written) : null));
    done();
  }

  #start(body: Buffer | PassThrough | null): void {
    if (this.#isStarted || this.#isAborted) return;
    this.#isStarted = true;
    this.#sent = Buffer.isBuffer(body) ? body.byteLength : 0;
    const { method = 'GET', useSessionCookies = false, cache, origin } = this.#options;
    const headers: HeaderList = [...this.#headers.values()].map(
      ({ name, value }) => [name, String(value)] as const,
    );
    load(
      this.#session.loaderHost,
      {
        url: this.#url.href,
        method: method.toUpperCase(),
        headers,
        body,
        signal: this.#session.whileOpen(this.#controller.signal),
        credentials: this.#options.credentials ?? (useSessionCookies ? 'include' : 'omit'),
        origin: origin ?? this.getHeader('origin'),
        cache,
        bypassCustomProtocolHandlers: this.#options.bypassCustomProtocolHandlers === true,
      },
      {
        redirected: (redirect) => this.#redirected(redirect),
        login: (challenge) => this.#login(challenge),
      },
    )
      .then((loaded) => {
        if (this.#isAborted) {
          loaded.body.destroy();
          return;
        }
        this.#response = new IncomingMessage(loaded);
        this.emit('response', this.#response);
      })
      .catch((error: unknown) => {
        if (!this.#isAborted) this.#die(error as Error);
      });
  }

  #redirected({ statusCode, method, url, headers }: Redirect): void {
    const { redirect = 'follow' } = this.#options;
    if (redirect === 'error')
      throw new Error("Attempted to redirect, but redirect policy was 'error'");
    let follows = redirect === 'follow';
    this.#mayFollow = () => {
      follows = true;
    };
    try {
      this.emit('redirect', statusCode, method, url, headers);
    } finally {
      this.#mayFollow = undefined;
    }
    if (!follows) throw new Error('Redirect was cancelled');
  }

  #login({ scheme, realm, host, port }: Challenge): Promise<Credentials | undefined> {
    return new Promise((resolve) => {
      const callback = (username?: string, password?: string): void => {
        resolve(
          username === undefined || password === undefined ? undefined : { username, password },
        );
      };
      const isHeard = this.emit('login', { isProxy: false, scheme, host, port, realm }, callback);
      if (!isHeard) callback();
    });
  }

  #die(error?: Error): void {
    // A stream that has ended tells nobody of an error any more; a request still has to.
    if (this.destroyed && error !== undefined) this.emit('error', error);
    this.destroy(error);
    this.#controller.abort(error);
    this.#response?.destroy(error);
  }
}
