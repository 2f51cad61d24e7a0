import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import type { Delivery } from './faults.ts';
import type { RateStanding } from './rate-window.ts';

/** ClickUp promises the rate headers on 429 only; peers see them on every answer. */
const rateHeaders = ({ limit, remaining, resetAt }: RateStanding) => ({
  'X-RateLimit-Limit': String(limit),
  'X-RateLimit-Remaining': String(remaining),
  'X-RateLimit-Reset': String(resetAt),
});

/** Writes a whole answer, with the rate headers where the token's standing is known. */
export function send(
  response: ServerResponse,
  answer: Answer,
  standing: RateStanding | null,
): void {
  const remaining = answer.status === 429 ? 0 : standing?.remaining;
  response.writeHead(answer.status, {
    'Content-Type': answer.contentType,
    'Content-Length': Buffer.byteLength(answer.body),
    'Cache-Control': 'no-store',
    ...(standing === null ? {} : rateHeaders({ ...standing, remaining: remaining ?? 0 })),
    ...answer.headers,
  });
  response.end(answer.body);
}

/** Writes an answer the way a fault left it. */
export function deliver(
  response: ServerResponse,
  delivery: Delivery,
  standing: RateStanding,
): void {
  switch (delivery.kind) {
    case 'whole':
    case 'late':
      send(response, delivery.answer, standing);
      return;
    case 'half': {
      const body = Buffer.from(delivery.answer.body);
      response.writeHead(delivery.answer.status, {
        'Content-Type': delivery.answer.contentType,
        'Content-Length': body.length,
        ...rateHeaders(standing),
      });
      response.write(body.subarray(0, body.length >> 1), () => response.destroy());
      return;
    }
    case 'cut':
      response.destroy();
      return;
    case 'never':
      return;
  }
}
