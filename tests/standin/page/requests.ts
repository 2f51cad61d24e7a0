import type { WebContents } from 'electron';
import type { Schemes } from '../api/schemes.ts';
import type { WebRequest } from '../api/web-request.ts';
import type { Session as Cdp } from '../chromium/connection.ts';
import type { Protocol } from '../chromium/protocol.ts';
import { valueOf, without, type HeaderList } from '../net/headers.ts';
import type { AnswerHead, WatchedRequest } from '../net/request-watch.ts';
import { isOwnFaviconRequest, toChromiumHeaders, toRequest } from './custom-schemes.ts';
import { factsOf, toNetErrorText } from './request-facts.ts';

/** Answers a request for one of the app's schemes. */
export type SchemeHandler = (request: Request) => Response | Promise<Response>;

type Paused = Protocol.Fetch.requestPausedPayload;

export interface PageRequestsHost {
  readonly schemes: Schemes;
  readonly handlerOf: (scheme: string) => SchemeHandler | undefined;
  readonly webRequest: WebRequest;
}

/** Whether a paused event is the answer to a request, which is no request to decide on. */
export const isAnswer = ({ responseStatusCode, responseErrorReason }: Paused): boolean =>
  responseStatusCode !== undefined || responseErrorReason !== undefined;

/** Requests of one page that listeners of `webRequest` follow. */
interface Followed {
  /** By the id of the interception; a redirected request keeps the first one's. */
  readonly byInterception: Map<string, WatchedRequest>;
  /** Answers under way, by Chromium's own id. */
  readonly byNetworkId: Map<string, WatchedRequest>;
}

/** The requests of a session's pages: they go to the network, or to the app's own handlers. */
export class PageRequests {
  readonly #host: PageRequestsHost;
  readonly #followed = new WeakMap<Cdp, Followed>();

  constructor(host: PageRequestsHost) {
    this.#host = host;
  }

  /** Lets a request or its answer go on, changed as the app's listeners want it. */
  async answer(
    cdp: Cdp,
    event: Paused,
    contents: WebContents,
    isMainFrame: boolean,
  ): Promise<void> {
    const followed = this.#follow(cdp);
    if (isAnswer(event)) await this.#received(cdp, event, followed);
    else
      await this.#requested(cdp, event, followed, () =>
        factsOf(event, this.#host.schemes, contents, isMainFrame),
      );
  }

  async #requested(
    cdp: Cdp,
    event: Paused,
    followed: Followed,
    facts: () => ReturnType<typeof factsOf>,
  ): Promise<void> {
    const { schemes, webRequest } = this.#host;
    const { requestId, request, redirectedRequestId } = event;
    if (isOwnFaviconRequest(event)) {
      await cdp.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
      return;
    }
    const known = followed.byInterception.get(redirectedRequestId ?? '');
    known?.moved(schemes.toApp(request.url), request.method);
    const watched = known ?? webRequest.begin(facts());
    const { requests, answers } = webRequest.wants;
    const given: HeaderList = Object.entries(request.headers);
    let headers = given;
    if (requests) {
      try {
        const elsewhere = await watched.before();
        if (elsewhere !== undefined) {
          watched.redirected(elsewhere);
          followed.byInterception.set(requestId, watched);
          await sendOn(cdp, requestId, schemes.toChromium(elsewhere));
          return;
        }
        headers = await watched.sending(given);
      } catch {
        watched.failed('net::ERR_BLOCKED_BY_CLIENT');
        await fail(cdp, requestId, 'BlockedByClient');
        return;
      }
    }
    const scheme = schemes.schemeOf(request.url);
    if (scheme !== undefined) {
      await this.#handle(cdp, event, scheme, headers, watched);
      return;
    }
    if (answers) followed.byInterception.set(requestId, watched);
    await cdp.send('Fetch.continueRequest', {
      requestId,
      ...(answers ? { interceptResponse: true } : {}),
      ...(headers === given ? {} : { headers: headers.map(([name, value]) => ({ name, value })) }),
    });
  }

  /** Answers by the app's own handler. */
  async #handle(
    cdp: Cdp,
    event: Paused,
    scheme: string,
    headers: HeaderList,
    watched: WatchedRequest,
  ): Promise<void> {
    const { schemes, handlerOf } = this.#host;
    const { requestId } = event;
    const handler = handlerOf(scheme);
    if (handler === undefined) {
      watched.failed('net::ERR_UNKNOWN_URL_SCHEME');
      await fail(cdp, requestId, 'Failed');
      return;
    }
    let response: Response;
    let body: Buffer;
    try {
      response = await handler(toRequest(event, headers, schemes));
      body = Buffer.from(await response.arrayBuffer());
    } catch (error) {
      // Electron fails the load with ERR_UNEXPECTED; the app's author wants to know why.
      console.error(error);
      watched.failed('net::ERR_UNEXPECTED');
      await fail(cdp, requestId, 'Failed');
      return;
    }
    let head: AnswerHead;
    try {
      head = await watched.received({
        statusCode: response.status,
        statusMessage: response.statusText,
        headers: [...response.headers],
      });
    } catch {
      watched.failed('net::ERR_BLOCKED_BY_CLIENT');
      await fail(cdp, requestId, 'BlockedByClient');
      return;
    }
    watched.started();
    await cdp.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: head.statusCode,
      responseHeaders: toChromiumHeaders(head.headers, schemes),
      body: body.toString('base64'),
    });
    watched.completed();
  }

  async #received(cdp: Cdp, event: Paused, followed: Followed): Promise<void> {
    const { requestId, networkId, responseErrorReason } = event;
    const watched = followed.byInterception.get(requestId);
    if (responseErrorReason !== undefined || watched === undefined) {
      if (responseErrorReason !== undefined) watched?.failed(toNetErrorText(responseErrorReason));
      await cdp.send('Fetch.continueRequest', { requestId });
      return;
    }
    const head: AnswerHead = {
      statusCode: event.responseStatusCode ?? 0,
      statusMessage: event.responseStatusText ?? '',
      headers: (event.responseHeaders ?? []).map(({ name, value }) => [name, value] as const),
    };
    let changed: AnswerHead;
    try {
      changed = await watched.received(head);
    } catch {
      watched.failed('net::ERR_BLOCKED_BY_CLIENT');
      await fail(cdp, requestId, 'BlockedByClient');
      return;
    }
    const location = valueOf(changed.headers, 'location');
    const isRedirect = location !== undefined && /^30[12378]$/.test(String(changed.statusCode));
    if (isRedirect) {
      watched.redirected(new URL(location, event.request.url).href);
    } else {
      followed.byInterception.delete(requestId);
      watched.started();
      if (networkId !== undefined) followed.byNetworkId.set(networkId, watched);
    }
    if (changed === head || isRedirect) await cdp.send('Fetch.continueResponse', { requestId });
    else await replaceHead(cdp, requestId, changed);
    // The very first request of a page has no id to hear of its end by.
    if (networkId === undefined && !isRedirect) watched.completed();
  }

  /** From the first listener on, what Chromium tells of the ends of answers is heard. */
  #follow(cdp: Cdp): Followed {
    const known = this.#followed.get(cdp);
    const followed = known ?? { byInterception: new Map(), byNetworkId: new Map() };
    if (known !== undefined || !this.#host.webRequest.wants.answers) return followed;
    this.#followed.set(cdp, followed);
    const take = (id: string): WatchedRequest | undefined => {
      const watched = followed.byNetworkId.get(id);
      followed.byNetworkId.delete(id);
      return watched;
    };
    cdp.on('Network.loadingFinished', ({ requestId }) => take(requestId)?.completed());
    cdp.on('Network.loadingFailed', ({ requestId, errorText }) =>
      take(requestId)?.failed(errorText),
    );
    return followed;
  }
}

const fail = (
  cdp: Cdp,
  requestId: string,
  errorReason: Protocol.Network.ErrorReason,
): Promise<unknown> => cdp.send('Fetch.failRequest', { requestId, errorReason });

/** A redirect that a `webRequest` listener asked for, as Chromium makes one up. */
const sendOn = (cdp: Cdp, requestId: string, location: string): Promise<unknown> =>
  cdp.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 307,
    responseHeaders: [{ name: 'Location', value: location }],
  });

/** Chromium judges an answer by its first head: one that is changed is given to it anew, whole. */
async function replaceHead(cdp: Cdp, requestId: string, head: AnswerHead): Promise<void> {
  const { body, base64Encoded } = await cdp.send('Fetch.getResponseBody', { requestId });
  await cdp.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: head.statusCode,
    responsePhrase: head.statusMessage || 'OK',
    // The body is not packed any more.
    responseHeaders: without(head.headers, /^content-(encoding|length)$/i).map(([name, value]) => ({
      name,
      value,
    })),
    body: base64Encoded ? body : Buffer.from(body).toString('base64'),
  });
}
