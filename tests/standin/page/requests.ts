import type { Protocol } from '../chromium/protocol.ts';
import type { Session as Cdp } from '../chromium/connection.ts';
import type { Schemes } from '../api/schemes.ts';

/** Answers a request for one of the app's schemes. */
export type SchemeHandler = (request: Request) => Response | Promise<Response>;

type Paused = Protocol.Fetch.requestPausedPayload;

/** Lets a request go on to the network, or answers it by the app's own handler. */
export async function answerRequest(
  cdp: Cdp,
  event: Paused,
  schemes: Schemes,
  handlerOf: (scheme: string) => SchemeHandler | undefined,
): Promise<void> {
  const { requestId } = event;
  const scheme = schemes.schemeOf(event.request.url);
  if (scheme === undefined) {
    await cdp.send('Fetch.continueRequest', { requestId });
    return;
  }
  if (isOwnFaviconRequest(event)) {
    await cdp.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
    return;
  }
  const handler = handlerOf(scheme);
  if (handler === undefined) {
    await cdp.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    return;
  }
  let response: Response;
  let body: Buffer;
  try {
    response = await handler(toRequest(event, schemes));
    body = Buffer.from(await response.arrayBuffer());
  } catch (error) {
    // Electron fails the load with ERR_UNEXPECTED; the app's author wants to know why.
    console.error(error);
    await cdp.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    return;
  }
  await cdp.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({
      name,
      value: headerToChromium(name, value, schemes),
    })),
    body: body.toString('base64'),
  });
}

/** Chromium asks every site for an icon; Electron never does. */
const isOwnFaviconRequest = ({ request, resourceType }: Paused): boolean =>
  resourceType === 'Other' && new URL(request.url).pathname === '/favicon.ico';

function toRequest(event: Paused, schemes: Schemes): Request {
  const { url, method, postDataEntries, postData } = event.request;
  const headers = new Headers();
  for (const [name, value] of Object.entries(event.request.headers))
    headers.set(name, /^(origin|referer)$/i.test(name) ? schemes.toApp(value) : value);
  const entries = postDataEntries?.map(({ bytes }) => Buffer.from(bytes ?? '', 'base64'));
  const body = entries === undefined ? postData : Buffer.concat(entries);
  return new Request(schemes.toApp(url), {
    method,
    headers,
    ...(body === undefined || method === 'GET' || method === 'HEAD' ? {} : { body }),
  });
}

function headerToChromium(name: string, value: string, schemes: Schemes): string {
  if (/^content-security-policy(-report-only)?$/.test(name)) return schemes.policyToChromium(value);
  return name === 'location' ? schemes.toChromium(value) : value;
}
