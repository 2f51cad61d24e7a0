import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface AnsweringServer extends AsyncDisposable {
  readonly origin: string;
  /** Milliseconds that each answer takes from now on. */
  setLatency(ms: number): void;
}

/** What a request of a person's session costs to read: two kilobytes, as a task has. */
const BODY = JSON.stringify({ user: { id: 1, username: 'Sample', about: 'x'.repeat(2000) } });

/** A server on 127.0.0.1 that says the same to everybody, as fast as it is allowed to. */
export async function startAnsweringServer(): Promise<AnsweringServer> {
  let latency = 0;
  const server = createServer(async (_request, response) => {
    if (latency > 0) await wait(latency);
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'X-RateLimit-Limit': '100000',
      'X-RateLimit-Remaining': '99999',
      'X-RateLimit-Reset': '4102444800',
    });
    response.end(BODY);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    setLatency: (ms) => {
      latency = ms;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
