import type { WebRequest as ElectronWebRequest, WebRequestFilter } from 'electron';
import { fromRecord, toLists, type HeaderList } from '../net/headers.ts';
import { NetError } from '../net/net-error.ts';
import type {
  AnswerHead,
  RequestFacts,
  RequestWatch,
  WatchedRequest,
} from '../net/request-watch.ts';
import { compileUrlPattern } from '../net/url-pattern.ts';

const TYPES: readonly string[] =
  'mainFrame subFrame stylesheet script image font object xhr ping cspReport media webSocket'.split(
    ' ',
  );

/** The events that only tell, and those whose listener has to call back. */
type Telling =
  | 'onSendHeaders'
  | 'onBeforeRedirect'
  | 'onResponseStarted'
  | 'onCompleted'
  | 'onErrorOccurred';
type Asking = 'onBeforeRequest' | 'onBeforeSendHeaders' | 'onHeadersReceived';
type Event = Telling | Asking;

type Listeners = { [E in Event]: NonNullable<Parameters<ElectronWebRequest[E]>[0]> };
type Details = { [E in Event]: Parameters<Listeners[E]>[0] };
type Responses = {
  [E in Asking]: Parameters<Parameters<Listeners[E]>[1]>[0];
};
type Arguments<E extends Event> =
  | [listener: Listeners[E] | null]
  | [filter: WebRequestFilter, listener: Listeners[E] | null];

interface Entry {
  readonly matches: (facts: RequestFacts) => boolean;
  readonly listener: (...args: unknown[]) => void;
}

/** A session's `webRequest`: one listener an event, as in Electron; a later one takes its place. */
export class WebRequest implements ElectronWebRequest, RequestWatch {
  readonly #entries = new Map<Event, Entry>();
  #lastId = 0;

  readonly onBeforeRequest = this.#setter('onBeforeRequest');
  readonly onBeforeSendHeaders = this.#setter('onBeforeSendHeaders');
  readonly onSendHeaders = this.#setter('onSendHeaders');
  readonly onHeadersReceived = this.#setter('onHeadersReceived');
  readonly onBeforeRedirect = this.#setter('onBeforeRedirect');
  readonly onResponseStarted = this.#setter('onResponseStarted');
  readonly onCompleted = this.#setter('onCompleted');
  readonly onErrorOccurred = this.#setter('onErrorOccurred');

  /** Whether anybody wants to know of answers, or of requests at all. */
  get wants(): { readonly requests: boolean; readonly answers: boolean } {
    const hears = (events: readonly Event[]): boolean => events.some((e) => this.#entries.has(e));
    return {
      requests: this.#entries.size > 0,
      answers: hears([
        'onHeadersReceived',
        'onBeforeRedirect',
        'onResponseStarted',
        'onCompleted',
        'onErrorOccurred',
      ]),
    };
  }

  begin(facts: RequestFacts): WatchedRequest {
    this.#lastId += 1;
    return new Watched(
      { ...facts, id: this.#lastId },
      (event, details) => this.#tell(event, details),
      (event, details) => this.#ask(event, details),
    );
  }

  #setter<E extends Event>(event: E): (...args: Arguments<E>) => void {
    return (...args) => {
      const [first, second] = args;
      const isFilter = typeof first === 'object' && first !== null;
      const listener: unknown = isFilter ? second : first;
      const matches = isFilter ? compileFilter(first) : () => true;
      if (listener === null) this.#entries.delete(event);
      else if (typeof listener === 'function')
        this.#entries.set(event, { matches, listener: listener as Entry['listener'] });
      else throw new TypeError('Must pass null or a Function');
    };
  }

  #tell<E extends Telling>(event: E, details: Details[E]): void {
    const entry = this.#entries.get(event);
    if (entry?.matches(details) === true) entry.listener(details);
  }

  async #ask<E extends Asking>(event: E, details: Details[E]): Promise<Responses[E]> {
    const entry = this.#entries.get(event);
    if (entry?.matches(details) !== true) return {};
    const response = await new Promise<Responses[E] | undefined>((resolve) => {
      entry.listener(details, resolve);
    });
    if (response?.cancel === true) throw new NetError('ERR_BLOCKED_BY_CLIENT');
    return response ?? {};
  }
}

type Tell = <E extends Telling>(event: E, details: Details[E]) => void;
type Ask = <E extends Asking>(event: E, details: Details[E]) => Promise<Responses[E]>;

/** The life of one request, in the words of `webRequest`. */
class Watched implements WatchedRequest {
  #facts: RequestFacts & { readonly id: number };
  readonly #tell: Tell;
  readonly #ask: Ask;
  #head: AnswerHead | undefined;
  #hasEnded = false;

  constructor(facts: RequestFacts & { readonly id: number }, tell: Tell, ask: Ask) {
    this.#facts = facts;
    this.#tell = tell;
    this.#ask = ask;
  }

  async before(): Promise<string | undefined> {
    const details = this.#details();
    const { redirectURL } = await this.#ask('onBeforeRequest', details);
    return redirectURL === undefined || redirectURL === '' || redirectURL === details.url
      ? undefined
      : redirectURL;
  }

  async sending(headers: HeaderList): Promise<HeaderList> {
    const asked = { ...this.#details(), requestHeaders: Object.fromEntries(headers) };
    const { requestHeaders } = await this.#ask('onBeforeSendHeaders', asked);
    const sent = requestHeaders === undefined ? headers : fromRecord(requestHeaders);
    this.#tell('onSendHeaders', { ...this.#details(), requestHeaders: Object.fromEntries(sent) });
    return sent;
  }

  async received(head: AnswerHead): Promise<AnswerHead> {
    this.#head = head;
    const { responseHeaders, statusLine } = await this.#ask('onHeadersReceived', this.#answered());
    if (responseHeaders === undefined) return head;
    const [, code, message] = /^HTTP\/\S+ (\d+) ?(.*)$/.exec(statusLine ?? '') ?? [];
    this.#head = {
      statusCode: code === undefined ? head.statusCode : Number(code),
      statusMessage: message ?? head.statusMessage,
      headers: fromRecord(responseHeaders),
    };
    return this.#head;
  }

  redirected(redirectURL: string): void {
    this.#tell('onBeforeRedirect', { ...this.#answered(), redirectURL });
  }

  moved(url: string, method: string): void {
    this.#facts = { ...this.#facts, url, method };
    this.#head = undefined;
  }

  started(): void {
    this.#tell('onResponseStarted', this.#answered());
  }

  completed(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#tell('onCompleted', { ...this.#answered(), error: 'net::OK' });
  }

  failed(error: string): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#tell('onErrorOccurred', { ...this.#details(), fromCache: false, error });
  }

  #details() {
    return {
      resourceType: 'other' as const,
      referrer: '',
      timestamp: Date.now(),
      uploadData: [],
      ...this.#facts,
    };
  }

  #answered() {
    const { statusCode = 200, statusMessage = 'OK', headers = [] } = this.#head ?? {};
    return {
      ...this.#details(),
      statusCode,
      statusLine: `HTTP/1.1 ${statusCode} ${statusMessage}`.trimEnd(),
      responseHeaders: toLists(headers),
      fromCache: false,
    };
  }
}

function compileFilter({ urls, excludeUrls = [], types = [] }: WebRequestFilter) {
  if (urls === undefined) throw new TypeError("Parameter 'filter' must have property 'urls'.");
  // An empty list means every address: deprecated, and still so in Electron.
  const wanted = (urls.length === 0 ? ['<all_urls>'] : urls).map(compileUrlPattern);
  const unwanted = excludeUrls.map(compileUrlPattern);
  const wrong = types.find((type) => !TYPES.includes(type));
  if (wrong !== undefined) throw new TypeError(`Invalid type ${wrong}`);
  return ({ url, resourceType = 'other' }: RequestFacts): boolean => {
    const address = new URL(url);
    return (
      wanted.some((matches) => matches(address)) &&
      !unwanted.some((matches) => matches(address)) &&
      (types.length === 0 || (types as readonly string[]).includes(resourceType))
    );
  };
}
