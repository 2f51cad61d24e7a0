import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAppProtocol } from '../../electron/shell/app-protocol.ts';

export interface PageServer extends AsyncDisposable {
  /** The address of the window's page. */
  readonly page: string;
}

/** Serves the built renderer on 127.0.0.1 through the app's own protocol handler: its types, its policy. */
export async function servePage(renderer: string): Promise<PageServer> {
  const answer = createAppProtocol(renderer, async () => null);
  const server = createServer(async ({ url = '/' }, response) => {
    const { status, headers, body } = await answer(new Request(`app://perch${url}`));
    response.writeHead(status, Object.fromEntries(headers));
    for await (const part of body ?? []) response.write(part);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    page: `http://127.0.0.1:${port}/index.html`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
