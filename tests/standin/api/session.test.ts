import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { Schemes } from './schemes.ts';
import { PartitionPages } from './session-pages.ts';
import { Session } from './session.ts';

test('closeAllConnections ends what is on its way, and nothing that comes later', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/answered') response.end('here');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const session = new Session(
    {
      schemes: new Schemes(),
      isReady: () => true,
      created: () => undefined,
      isOnline: () => true,
      userAgent: () => 'stand-in',
      storagePath: () => '',
      pagesOf: () =>
        new PartitionPages(() => {
          throw new Error('no browser here');
        }),
    },
    'requests',
  );
  try {
    const waiting = session.fetch(`http://127.0.0.1:${port}/never`);
    await session.closeAllConnections();
    await expect(waiting).rejects.toThrow('net::ERR_ABORTED');
    const later = await session.fetch(`http://127.0.0.1:${port}/answered`);
    expect(await later.text()).toBe('here');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
