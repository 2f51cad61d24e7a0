import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import { assertNever } from './assert-never.ts';
import type { Clock } from './clock.ts';
import type { Delivery } from './fault-outcome.ts';

type Headers = Readonly<Record<string, string>>;

/** Statuses that have no body and no headers about one. */
const BODILESS = new Set([204, 304]);

const headersOf = (answer: Answer, extra: Headers) => ({
  ...(BODILESS.has(answer.status)
    ? {}
    : { 'Content-Type': answer.contentType, 'Content-Length': Buffer.byteLength(answer.body) }),
  'Cache-Control': 'no-store',
  ...extra,
  ...answer.headers,
});

/** Writes a whole answer. Its own headers go before `extra`. */
export function send(response: ServerResponse, answer: Answer, extra: Headers): void {
  response.writeHead(answer.status, headersOf(answer, extra));
  response.end(BODILESS.has(answer.status) ? undefined : answer.body);
}

/** Writes an answer the way a fault left it. `onEnd` is called once nothing more is going to be written. */
export function deliver(
  response: ServerResponse,
  delivery: Delivery,
  extra: Headers,
  clock: Clock,
  onEnd: () => void,
): void {
  switch (delivery.kind) {
    case 'whole':
      send(response, delivery.answer, extra);
      onEnd();
      return;
    case 'half': {
      const { answer } = delivery;
      const body = Buffer.from(answer.body);
      response.writeHead(answer.status, headersOf(answer, extra));
      response.write(body.subarray(0, body.length >> 1), () => response.destroy());
      onEnd();
      return;
    }
    case 'drip':
      response.writeHead(delivery.answer.status, headersOf(delivery.answer, extra));
      response.flushHeaders();
      drip(response, Buffer.from(delivery.answer.body), delivery, clock, onEnd);
      return;
    case 'cut':
      response.destroy();
      onEnd();
      return;
    case 'never':
      return;
    default:
      assertNever(delivery);
  }
}

/** Writes a slice a tick until all is written or the connection has gone. */
function drip(
  response: ServerResponse,
  body: Buffer,
  pace: { readonly bytes: number; readonly everyMs: number },
  clock: Clock,
  onEnd: () => void,
): void {
  let written = 0;
  let cancel = (): void => {};
  const tick = (): void => {
    if (written < body.length) {
      response.write(body.subarray(written, written + pace.bytes));
      written += pace.bytes;
      cancel = clock.after(pace.everyMs, tick);
    } else {
      response.end();
      onEnd();
    }
  };
  response.once('close', () => cancel());
  cancel = clock.after(pace.everyMs, tick);
}
