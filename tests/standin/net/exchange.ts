import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import * as zlib from 'node:zlib';
import type { HeaderList } from './headers.ts';
import { toNetError } from './net-error.ts';

export interface Outgoing {
  readonly url: URL;
  readonly method: string;
  readonly headers: HeaderList;
  /** A stream is sent in chunks, without a length. */
  readonly body: Buffer | Readable | null;
  readonly signal: AbortSignal;
  /** Asked for a server whose certificate is not good, and for every other one. */
  readonly verify: CertificateCheck | null;
}

/** Decides on a server's certificate. `error` is Node's objection; false refuses the connection. */
export type CertificateCheck = (
  host: string,
  socket: TLSSocket,
  error: Error | undefined,
) => Promise<boolean>;

export interface Answer {
  readonly statusCode: number;
  readonly statusMessage: string;
  readonly httpVersion: { readonly major: number; readonly minor: number };
  readonly headers: HeaderList;
  /** Decoded; it fails with `net::ERR_…`. */
  readonly body: Readable;
}

/** Connections of one session that are kept for the next request. */
export class Connections {
  #http = new HttpAgent({ keepAlive: true });
  #https = new HttpsAgent({ keepAlive: true });

  /**
   * One request and its answer, redirects included as they come. Rejects with `net::ERR_…`, or with
   * the signal's own reason. A kept connection that the server had closed is tried anew once.
   */
  async exchange(outgoing: Outgoing): Promise<Answer> {
    try {
      return await this.#attempt(outgoing);
    } catch (error) {
      outgoing.signal.throwIfAborted();
      const isReplayable = outgoing.body === null || Buffer.isBuffer(outgoing.body);
      if (!(error instanceof StaleConnection)) throw toNetError(error);
      if (!isReplayable) throw toNetError(error.cause);
    }
    try {
      return await this.#attempt(outgoing);
    } catch (error) {
      outgoing.signal.throwIfAborted();
      throw toNetError(error instanceof StaleConnection ? error.cause : error);
    }
  }

  /** Closes every connection, used or not. */
  close(): void {
    this.#http.destroy();
    this.#https.destroy();
    this.#http = new HttpAgent({ keepAlive: true });
    this.#https = new HttpsAgent({ keepAlive: true });
  }

  #attempt({ url, method, headers, body, signal, verify }: Outgoing): Promise<Answer> {
    const isSecure = url.protocol === 'https:';
    return new Promise((resolve, reject) => {
      const options = {
        method,
        signal,
        headers: headers.flat(),
        setDefaultHeaders: false,
        agent: isSecure ? this.#https : this.#http,
      };
      const request = isSecure
        ? // A check of the app's own speaks instead of Node's.
          httpsRequest(url, { ...options, rejectUnauthorized: verify === null })
        : httpRequest(url, options);
      request.on('error', (error: NodeJS.ErrnoException) => {
        const isStale = request.reusedSocket && /^(ECONNRESET|EPIPE)$/.test(error.code ?? '');
        reject(isStale ? new StaleConnection('stale', { cause: error }) : error);
      });
      request.on('response', (message) => resolve(toAnswer(message, method, signal)));
      const send = (): void => {
        if (body === null || Buffer.isBuffer(body)) request.end(body ?? undefined);
        else pipeline(body, request, () => undefined);
      };
      if (isSecure && verify !== null) whenVerified(request, url.hostname, verify, send, reject);
      else send();
    });
  }
}

/** A kept connection turned out to be closed. */
class StaleConnection extends Error {}

/** Holds the request back until the app's check has let the server pass. */
function whenVerified(
  request: ReturnType<typeof httpsRequest>,
  host: string,
  verify: CertificateCheck,
  proceed: () => void,
  refuse: (error: unknown) => void,
): void {
  request.on('socket', (plain) => {
    const socket = plain as TLSSocket;
    const check = (): void => {
      const { authorizationError } = socket;
      const error =
        authorizationError instanceof Error || authorizationError === undefined
          ? authorizationError
          : Object.assign(new Error(String(authorizationError)), {
              code: String(authorizationError),
            });
      verify(host, socket, socket.authorized ? undefined : error)
        .then((isGood) => {
          if (isGood) proceed();
          else {
            refuse(error ?? Object.assign(new Error('refused'), { code: 'CERT_REFUSED' }));
            request.destroy();
          }
        })
        .catch(refuse);
    };
    if (socket.getCipher?.()?.name === undefined) socket.once('secureConnect', check);
    else check();
  });
}

function toAnswer(message: IncomingMessage, method: string, signal: AbortSignal): Answer {
  const headers: [string, string][] = [];
  for (let index = 0; index < message.rawHeaders.length; index += 2)
    headers.push([message.rawHeaders[index] ?? '', message.rawHeaders[index + 1] ?? '']);
  const encodings = (message.headers['content-encoding'] ?? '').toLowerCase();
  const decoders = method === 'HEAD' ? [] : encodings.split(',').map(decoderOf).toReversed();
  const body = new PassThrough();
  const stages = [message, ...decoders.filter((stage) => stage !== undefined)];
  let last: Readable = message;
  for (const [index, stage] of stages.entries()) {
    stage.on('error', (error) =>
      body.destroy(signal.aborted ? asError(signal.reason) : toNetError(error)),
    );
    if (index === 0) continue;
    last.pipe(stage as NodeJS.ReadWriteStream & Readable);
    last = stage;
  }
  last.pipe(body);
  // Whoever loses interest in the answer ends the transfer.
  body.on('close', () => message.destroy());
  body.on('error', () => undefined);
  return {
    statusCode: message.statusCode ?? 0,
    statusMessage: message.statusMessage ?? '',
    httpVersion: { major: message.httpVersionMajor, minor: message.httpVersionMinor },
    headers,
    body,
  };
}

const asError = (reason: unknown): Error =>
  reason instanceof Error ? reason : new Error(String(reason));

function decoderOf(encoding: string): (NodeJS.ReadWriteStream & Readable) | undefined {
  switch (encoding.trim()) {
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip({ finishFlush: zlib.constants.Z_SYNC_FLUSH });
    case 'deflate':
      return zlib.createInflate();
    case 'br':
      return zlib.createBrotliDecompress();
    case 'zstd':
      return zlib.createZstdDecompress();
    default:
      return undefined;
  }
}
