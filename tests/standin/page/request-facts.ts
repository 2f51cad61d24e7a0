import type { WebContents } from 'electron';
import type { Schemes } from '../api/schemes.ts';
import type { Protocol } from '../chromium/protocol.ts';
import type { RequestFacts } from '../net/request-watch.ts';
import { bodyOf } from './custom-schemes.ts';

type Paused = Protocol.Fetch.requestPausedPayload;
type ResourceType = NonNullable<RequestFacts['resourceType']>;

/** Chromium's kinds of requests by `webRequest`'s names; a document's depends on its frame. */
const KINDS: Readonly<Partial<Record<Protocol.Network.ResourceType, ResourceType>>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  EventSource: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  WebSocket: 'webSocket',
};

/** What `webRequest` tells of a page's request from its beginning. */
export function factsOf(
  event: Paused,
  schemes: Schemes,
  contents: WebContents,
  isMainFrame: boolean,
): RequestFacts {
  const { request, resourceType } = event;
  const body = bodyOf(request);
  const document = isMainFrame ? 'mainFrame' : 'subFrame';
  return {
    url: schemes.toApp(request.url),
    method: request.method,
    resourceType: resourceType === 'Document' ? document : (KINDS[resourceType] ?? 'other'),
    referrer: schemes.toApp(request.headers['Referer'] ?? ''),
    uploadData: body === undefined ? [] : [{ bytes: body }],
    webContentsId: contents.id,
    webContents: contents,
    ...(isMainFrame ? { frame: contents.mainFrame } : {}),
  };
}

/** `net::ERR_CONNECTION_REFUSED` of DevTools' `ConnectionRefused`. */
export const toNetErrorText = (reason: Protocol.Network.ErrorReason): string =>
  `net::ERR_${reason.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()}`;
