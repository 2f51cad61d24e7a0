import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { ElectronApplication } from '@playwright/test';
import { withServer } from './server.ts';
import { expect, states } from './support.ts';

const DOC = 'docs/api/net.md#netfetchinput-init';

interface Init {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly redirect?: 'error' | 'manual';
  readonly credentials?: 'omit';
}

/** What net.fetch gave in the main process, as plain data; a rejection as its message. */
const fetchIn = (
  app: ElectronApplication,
  url: string,
  init: Init = {},
): Promise<{ status?: number; text?: string; headers?: Record<string, string>; error?: string }> =>
  app.evaluate(
    async ({ net }, given) => {
      try {
        const response = await net.fetch(given.url, given.init);
        return {
          status: response.status,
          text: await response.text(),
          headers: Object.fromEntries(response.headers),
        };
      } catch (error) {
        return { error: (error as Error).message };
      }
    },
    { url, init },
  );

states('net.fetch', 'gives status, headers and body', DOC, async ({ launch }) => {
  const app = await launch();
  await withServer(
    (_request, response) => response.writeHead(418, { 'x-limit': '100' }).end('tea'),
    async (url) => {
      expect(await fetchIn(app, url)).toMatchObject({
        status: 418,
        text: 'tea',
        headers: { 'x-limit': '100' },
      });
    },
  );
});

states('net.fetch', 'sends method, headers and body', DOC, async ({ launch }) => {
  const app = await launch();
  await withServer(
    (request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () =>
        response.end(
          JSON.stringify([
            request.method,
            request.headers['x-own'],
            request.headers['content-length'],
            body,
          ]),
        ),
      );
    },
    async (url) => {
      const init = { method: 'PUT', headers: { 'X-Own': 'yes' }, body: 'sent' };
      const { text = '' } = await fetchIn(app, url, init);
      expect(JSON.parse(text)).toEqual(['PUT', 'yes', '4', 'sent']);
    },
  );
});

states('net.fetch', 'names the app and Electron in User-Agent', DOC, async ({ launch }) => {
  const app = await launch();
  await withServer(
    (request, response) => response.end(request.headers['user-agent']),
    async (url) => {
      expect((await fetchIn(app, url)).text).toMatch(/ Chrome\/\S+ Electron\/\S+ Safari\//);
    },
  );
});

states('net.fetch', 'unpacks what the server compressed', DOC, async ({ launch }) => {
  const app = await launch();
  await withServer(
    (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('unpacked')),
    async (url) => expect(await fetchIn(app, url)).toMatchObject({ text: 'unpacked' }),
  );
});

states('net.fetch', 'follows redirects', DOC, async ({ launch }) => {
  const app = await launch();
  await withServer(
    (request, response) =>
      request.url === '/there'
        ? response.end('there')
        : response.writeHead(302, { location: '/there' }).end(),
    async (url) => expect(await fetchIn(app, url)).toMatchObject({ status: 200, text: 'there' }),
  );
});

states(
  'net.fetch',
  'turns a POST into a GET on 303, and keeps it on 307',
  DOC,
  async ({ launch }) => {
    const app = await launch();
    await withServer(
      (request, response) => {
        const status = Number(request.url?.slice(1));
        if (status > 0) response.writeHead(status, { location: '/' }).end();
        else response.end(request.method);
      },
      async (url) => {
        const texts: unknown[] = [];
        for (const status of [303, 307])
          texts.push((await fetchIn(app, `${url}/${status}`, { method: 'POST', body: 'x' })).text);
        expect(texts).toEqual(['GET', 'POST']);
      },
    );
  },
);

states('net.fetch', 'gives up an endless redirect', DOC, async ({ launch }) => {
  const app = await launch();
  await withServer(
    (_request, response) => response.writeHead(302, { location: '/' }).end(),
    async (url) =>
      expect(await fetchIn(app, url)).toEqual({ error: 'net::ERR_TOO_MANY_REDIRECTS' }),
  );
});

for (const [redirect, error] of [
  ['error', "Attempted to redirect, but redirect policy was 'error'"],
  ['manual', 'Redirect was cancelled'],
] as const)
  states('net.fetch', `rejects a redirect with redirect: ${redirect}`, DOC, async ({ launch }) => {
    const app = await launch();
    await withServer(
      (_request, response) => response.writeHead(302, { location: '/' }).end(),
      async (url) => expect(await fetchIn(app, url, { redirect })).toEqual({ error }),
    );
  });

states(
  'net.fetch',
  'carries the session’s cookies, and stores new ones',
  DOC,
  async ({ launch }) => {
    const app = await launch();
    await withServer(
      (request, response) =>
        response.writeHead(200, { 'set-cookie': 'a=1' }).end(request.headers.cookie ?? 'none'),
      async (url) => {
        const texts = [(await fetchIn(app, url)).text, (await fetchIn(app, url)).text];
        expect(texts).toEqual(['none', 'a=1']);
      },
    );
  },
);

states(
  'net.fetch',
  'with credentials: omit neither sends nor stores cookies',
  DOC,
  async ({ launch }) => {
    const app = await launch();
    await withServer(
      (request, response) =>
        response.writeHead(200, { 'set-cookie': 'a=1' }).end(request.headers.cookie ?? 'none'),
      async (url) => {
        await fetchIn(app, url, { credentials: 'omit' });
        const second = await fetchIn(app, url);
        const third = await fetchIn(app, url, { credentials: 'omit' });
        expect([second.text, third.text]).toEqual(['none', 'none']);
      },
    );
  },
);

states('net.fetch', 'names a refused connection', DOC, async ({ launch }) => {
  const app = await launch();
  const free = await withServer(
    () => undefined,
    async (url) => url,
  );
  expect(await fetchIn(app, free)).toEqual({ error: 'net::ERR_CONNECTION_REFUSED' });
});

states('net.fetch', 'names an empty answer', DOC, async ({ launch }) => {
  const app = await launch();
  const server = createServer((socket) => socket.once('data', () => socket.end())).listen(
    0,
    '127.0.0.1',
  );
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  expect(await fetchIn(app, `http://127.0.0.1:${port}/`)).toEqual({
    error: 'net::ERR_EMPTY_RESPONSE',
  });
  server.close();
});

states('net.fetch', 'refuses ports of other protocols', DOC, async ({ launch }) => {
  const app = await launch();
  expect(await fetchIn(app, 'http://127.0.0.1:25/')).toEqual({ error: 'net::ERR_UNSAFE_PORT' });
});

states('net.fetch', 'knows no scheme that nobody handles', DOC, async ({ launch }) => {
  const app = await launch();
  expect(await fetchIn(app, 'nobodys://x/')).toEqual({ error: 'net::ERR_UNKNOWN_URL_SCHEME' });
});

states(
  'net.fetch',
  'rejects a file that is not there',
  'docs/api/net.md#netfetchinput-init',
  async ({ launch }) => {
    const app = await launch();
    expect(await fetchIn(app, 'file:///no/such/file')).toEqual({
      error: 'net::ERR_FILE_NOT_FOUND',
    });
  },
);

states('net.fetch', 'reads data: addresses', DOC, async ({ launch }) => {
  const app = await launch();
  expect(await fetchIn(app, 'data:text/plain,hello')).toMatchObject({ text: 'hello' });
});

states('net.fetch', 'asks the app’s own handler', DOC, async ({ launch }) => {
  const app = await launch();
  const text = await app.evaluate(async ({ net, protocol }) => {
    protocol.handle('app', (request) => new Response(`handled ${request.url}`));
    return (await net.fetch('app://host/page')).text();
  });
  expect(text).toBe('handled app://host/page');
});

states(
  'net.fetch',
  'passes the app’s handler by with bypassCustomProtocolHandlers',
  DOC,
  async ({ launch }) => {
    const app = await launch();
    await withServer(
      (_request, response) => response.end('from the server'),
      async (url) => {
        const texts = await app.evaluate(async ({ net, protocol }, address) => {
          protocol.handle('http', () => new Response('from the handler'));
          return [
            await (await net.fetch(address)).text(),
            await (await net.fetch(address, { bypassCustomProtocolHandlers: true })).text(),
          ];
        }, url);
        expect(texts).toEqual(['from the handler', 'from the server']);
      },
    );
  },
);

states('net.fetch', 'rejects with the reason of an abort', DOC, async ({ launch }) => {
  const app = await launch();
  await withServer(
    () => undefined,
    async (url) => {
      const message = await app.evaluate(async ({ net }, address) => {
        const controller = new AbortController();
        const pending = net.fetch(address, { signal: controller.signal });
        setTimeout(() => controller.abort(new Error('enough')), 20);
        return pending.then(String, (error: Error) => error.message);
      }, url);
      expect(message).toBe('enough');
    },
  );
});

states('net.fetch', 'gives the body as it comes', DOC, async ({ launch }) => {
  const app = await launch();
  await withServer(
    (_request, response) => {
      response.write('first');
    },
    async (url) => {
      const chunk = await app.evaluate(async ({ net }, address) => {
        const reader = (await net.fetch(address)).body?.getReader();
        const read = await reader?.read();
        await reader?.cancel();
        return new TextDecoder().decode(read?.value);
      }, url);
      expect(chunk).toBe('first');
    },
  );
});

states('net.fetch', 'refuses headers that the network owns', DOC, async ({ launch }) => {
  const app = await launch();
  await withServer(
    (_request, response) => response.end(),
    async (url) =>
      expect(await fetchIn(app, url, { headers: { Host: 'elsewhere' } })).toEqual({
        error: 'net::ERR_INVALID_ARGUMENT',
      }),
  );
});

states(
  'net.isOnline',
  'agrees with net.online',
  'docs/api/net.md#netonline-readonly',
  async ({ launch }) => {
    const app = await launch();
    const [method, property] = await app.evaluate(({ net }) => [net.isOnline(), net.online]);
    expect(method).toBe(property);
  },
);

states(
  'net.resolveHost',
  'finds this computer',
  'docs/api/net.md#netresolvehosthost-options',
  async ({ launch }) => {
    const app = await launch();
    const { endpoints } = await app.evaluate(({ net }) =>
      net.resolveHost('localhost', { queryType: 'A' }),
    );
    expect(endpoints).toContainEqual({ address: '127.0.0.1', family: 'ipv4' });
  },
);
