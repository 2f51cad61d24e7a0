import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Redirect } from '../../contract/oauth.ts';
import { portOf } from './redirects.ts';

/** Listens for one answer of the browser on this computer. */
export interface LoopbackReceiver {
  /**
   * Starts listening at a loopback redirect URL. Answers `taken` where another program holds the
   * port. `onAnswer` gets the whole address and says whether it belonged to the attempt; where it
   * did not, listening goes on.
   */
  listen(
    redirect: Redirect,
    onAnswer: (address: string) => boolean,
  ): Promise<'listening' | 'taken'>;
  /** Stops listening; can be called at any time. */
  stop(): void;
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

/** A sentence in a page that looks like nothing in particular and follows the system's colours. */
const page = (title: string, sentence: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>` +
  '<style>:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;display:grid;' +
  'place-content:center;min-height:90vh;margin:0 2rem;text-align:center}' +
  'h1{font-size:1.2rem;margin:0}p{margin:.5rem 0 0;opacity:.7}</style>' +
  `<h1>${title}</h1><p>${sentence}</p></html>`;

const TAKEN_OVER = page('Back to Perch', 'Perch has the answer. You can close this page.');
const NOT_OURS = page(
  'Not the sign-in Perch waits for',
  'Nothing was sent anywhere. Close this page and sign in from Perch again.',
);

/**
 * The loopback route: bound to the literal 127.0.0.1 (RFC 8252 §8.3), alive only while an attempt
 * waits, one exact path, one answer (requirement O11).
 */
export function createLoopbackReceiver(): LoopbackReceiver {
  let stopPresent = (): void => {};

  return {
    async listen(redirect, onAnswer) {
      stopPresent();
      const { host, pathname, origin } = new URL(redirect.uri);
      const answer = (response: ServerResponse, status: number, body: string): void => {
        response.writeHead(status, HEADERS).end(body);
      };
      const serve = (request: IncomingMessage, response: ServerResponse): void => {
        const target = request.url ?? '';
        const [path] = target.split('?', 1);
        // Another host name that resolves to this computer is some web page's, not ours.
        const isOurs = request.headers.host === host && path === pathname;
        if (!isOurs) return answer(response, 404, '');
        if (request.method !== 'GET') return answer(response, 405, '');
        const isTaken = onAnswer(origin + target);
        answer(response, isTaken ? 200 : 400, isTaken ? TAKEN_OVER : NOT_OURS);
      };
      const server = createServer({ maxHeaderSize: 16 * 1024 }, serve);
      stopPresent = () => {
        server.close();
        // An answer that is being written goes out; a socket that only waits does not keep the port.
        server.closeIdleConnections();
      };
      return new Promise((resolve) => {
        server.once('error', () => resolve('taken'));
        // A server that is closed at once is never told to be listening.
        server.once('close', () => resolve('listening'));
        server.listen({ host: '127.0.0.1', port: portOf(redirect), exclusive: true }, () =>
          resolve('listening'),
        );
      });
    },
    stop() {
      stopPresent();
      stopPresent = () => {};
    },
  };
}
