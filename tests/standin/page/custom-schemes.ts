import type { Schemes } from '../api/schemes.ts';
import type { HeaderList } from '../net/headers.ts';
import type { Protocol } from '../chromium/protocol.ts';

type Paused = Protocol.Fetch.requestPausedPayload;

/** Chromium asks every site for an icon; Electron never does. */
export const isOwnFaviconRequest = ({ request, resourceType }: Paused): boolean =>
  resourceType === 'Other' && new URL(request.url).pathname === '/favicon.ico';

/** What a page sent along, or undefined. */
export function bodyOf({ postDataEntries, postData }: Paused['request']): Buffer | undefined {
  if (postDataEntries === undefined)
    return postData === undefined ? undefined : Buffer.from(postData);
  return Buffer.concat(postDataEntries.map(({ bytes }) => Buffer.from(bytes ?? '', 'base64')));
}

/** A page's request as the app's handler gets it, with the app's own addresses. */
export function toRequest({ request }: Paused, given: HeaderList, schemes: Schemes): Request {
  const { url, method } = request;
  const headers = new Headers();
  for (const [name, value] of given)
    headers.set(name, /^(origin|referer)$/i.test(name) ? schemes.toApp(value) : value);
  const body = bodyOf(request);
  return new Request(schemes.toApp(url), {
    method,
    headers,
    ...(body === undefined || method === 'GET' || method === 'HEAD'
      ? {}
      : { body: new Uint8Array(body) }),
  });
}

/** Header fields of the app's answer with Chromium's addresses in them. */
export const toChromiumHeaders = (
  headers: HeaderList,
  schemes: Schemes,
): { readonly name: string; readonly value: string }[] =>
  headers.map(([name, value]) => ({ name, value: headerToChromium(name, value, schemes) }));

function headerToChromium(name: string, value: string, schemes: Schemes): string {
  if (/^content-security-policy(-report-only)?$/i.test(name))
    return schemes.policyToChromium(value);
  return /^location$/i.test(name) ? schemes.toChromium(value) : value;
}
