import { readFile } from 'node:fs/promises';
import { STATUS_CODES } from 'node:http';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { SchemeHandler } from '../page/requests.ts';
import type { HeaderList } from './headers.ts';
import { NetError } from './net-error.ts';
import type { Step } from './redirect.ts';

/** What a request brought, wherever it comes from. */
export interface Loaded {
  readonly url: string;
  readonly statusCode: number;
  readonly statusMessage: string;
  readonly httpVersion: { readonly major: number; readonly minor: number };
  readonly headers: HeaderList;
  readonly body: Readable;
}

/** What the app's own handler answers. */
export async function answerOf(
  handler: SchemeHandler,
  { url, method, headers, body }: Step,
  signal: AbortSignal,
): Promise<Loaded> {
  const sent = Buffer.isBuffer(body) ? body : body === null ? null : await readAll(body);
  const request = new Request(url, {
    method,
    headers: headers.map(([name, value]) => [name, value] as [string, string]),
    signal,
    ...(sent === null || method === 'GET' || method === 'HEAD'
      ? {}
      : { body: new Uint8Array(sent) }),
  });
  let response: Response;
  try {
    response = await Promise.race([handler(request), untilAborted(signal)]);
  } catch (error) {
    signal.throwIfAborted();
    // Electron fails the request with ERR_UNEXPECTED; the app's author wants to know why.
    console.error(error);
    throw new NetError('ERR_UNEXPECTED', error);
  }
  if (!(response instanceof Response)) throw new NetError('ERR_UNEXPECTED');
  if (response.type === 'error') throw new NetError('ERR_FAILED');
  return toLoaded(url.href, response);
}

/** Rejects when the signal aborts; never settles otherwise. */
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** An answer of Node's `fetch` or of a handler. */
export function toLoaded(url: string, response: Response): Loaded {
  const body =
    response.body === null
      ? Readable.from([])
      : Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  body.on('error', () => undefined);
  return {
    url,
    statusCode: response.status,
    statusMessage: response.statusText || (STATUS_CODES[response.status] ?? ''),
    httpVersion: { major: 1, minor: 1 },
    headers: [...response.headers],
    body,
  };
}

/** A file as an answer. */
export async function readAsAnswer(url: string): Promise<Loaded> {
  let bytes: Buffer;
  try {
    bytes = await readFile(fileURLToPath(url));
  } catch {
    throw new NetError('ERR_FILE_NOT_FOUND');
  }
  return {
    url,
    statusCode: 200,
    statusMessage: 'OK',
    httpVersion: { major: 1, minor: 1 },
    headers: [],
    body: Readable.from([bytes]),
  };
}
