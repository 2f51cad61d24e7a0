import { gzipSync } from 'node:zlib';
import { fetchIn } from './fetch-in.ts';
import { withServer } from './server.ts';
import { expect, states } from './support.ts';

const DOC = 'docs/api/net.md#netfetchinput-init';

states('net.fetch', 'gives status, headers and body', DOC, async ({ app }) => {
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

states('net.fetch', 'sends method, headers and body', DOC, async ({ app }) => {
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

states('net.fetch', 'names the app and Electron in User-Agent', DOC, async ({ app }) => {
  await withServer(
    (request, response) => response.end(request.headers['user-agent']),
    async (url) => {
      expect((await fetchIn(app, url)).text).toMatch(/ Chrome\/\S+ Electron\/\S+ Safari\//);
    },
  );
});

states('net.fetch', 'unpacks what the server compressed', DOC, async ({ app }) => {
  await withServer(
    (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('unpacked')),
    async (url) => expect(await fetchIn(app, url)).toMatchObject({ text: 'unpacked' }),
  );
});

states('net.fetch', 'follows redirects', DOC, async ({ app }) => {
  await withServer(
    (request, response) =>
      request.url === '/there'
        ? response.end('there')
        : response.writeHead(302, { location: '/there' }).end(),
    async (url) => expect(await fetchIn(app, url)).toMatchObject({ status: 200, text: 'there' }),
  );
});

states('net.fetch', 'turns a POST into a GET on 303, and keeps it on 307', DOC, async ({ app }) => {
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
});

states('net.fetch', 'carries the session’s cookies, and stores new ones', DOC, async ({ app }) => {
  await withServer(
    (request, response) =>
      response.writeHead(200, { 'set-cookie': 'a=1' }).end(request.headers.cookie ?? 'none'),
    async (url) => {
      const texts = [(await fetchIn(app, url)).text, (await fetchIn(app, url)).text];
      expect(texts).toEqual(['none', 'a=1']);
    },
  );
});

states(
  'net.fetch',
  'with credentials: omit neither sends nor stores cookies',
  DOC,
  async ({ app }) => {
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

states('net.fetch', 'reads data: addresses', DOC, async ({ app }) => {
  expect(await fetchIn(app, 'data:text/plain,hello')).toMatchObject({ text: 'hello' });
});

states('net.fetch', 'asks the app’s own handler', DOC, async ({ app }) => {
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
  async ({ app }) => {
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

states('net.fetch', 'gives the body as it comes', DOC, async ({ app }) => {
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

states(
  'net.isOnline',
  'agrees with net.online',
  'docs/api/net.md#netonline-readonly',
  async ({ app }) => {
    const [method, property] = await app.evaluate(({ net }) => [net.isOnline(), net.online]);
    expect(method).toBe(property);
  },
);

states(
  'net.resolveHost',
  'finds this computer',
  'docs/api/net.md#netresolvehosthost-options',
  async ({ app }) => {
    const { endpoints } = await app.evaluate(({ net }) =>
      net.resolveHost('localhost', { queryType: 'A' }),
    );
    expect(endpoints).toContainEqual({ address: '127.0.0.1', family: 'ipv4' });
  },
);
