import { runRequest } from './run-request.ts';
import { withServer } from './server.ts';
import { expect, states } from './support.ts';

const DOC = 'docs/api/client-request.md';

states('net.request', 'emits response, and the answer its data and end', DOC, async ({ app }) => {
  await withServer(
    (_request, response) => response.writeHead(201).end('made'),
    async (url) => {
      const seen = await runRequest(app, { url });
      expect(seen).toMatchObject({ status: 201, text: 'made' });
      expect(seen.events).toContain('response');
    },
  );
});

states(
  'net.request',
  'sends everything written with its length',
  `${DOC}#requestwritechunk-encoding-callback`,
  async ({ app }) => {
    await withServer(
      (request, response) => response.end(`${request.method} ${request.headers['content-length']}`),
      async (url) =>
        expect(
          await runRequest(app, { url, method: 'POST' }, { body: 'twelve bytes' }),
        ).toMatchObject({
          text: 'POST 12',
        }),
    );
  },
);

states(
  'net.request',
  'builds an address of its parts',
  `${DOC}#new-clientrequestoptions`,
  async ({ app }) => {
    await withServer(
      (request, response) => response.end(request.url),
      async (url) => {
        const { port } = new URL(url);
        expect(
          await runRequest(app, {
            protocol: 'http:',
            hostname: '127.0.0.1',
            port: Number(port),
            path: '/a?b=c',
          }),
        ).toMatchObject({ text: '/a?b=c' });
      },
    );
  },
);

for (const [options, message] of [
  [{ url: 'ftp://x/' }, 'ClientRequest only supports http: and https: protocols'],
  [
    { url: 'http://x/', redirect: 'never' },
    'redirect mode should be one of follow, error or manual',
  ],
  [
    { url: 'http://x/', credentials: 'same-origin' },
    'credentials: same-origin requires origin to be set',
  ],
] as const)
  states(
    'net.request',
    `refuses ${JSON.stringify(options)}`,
    `${DOC}#new-clientrequestoptions`,
    async ({ app }) => {
      const thrown = await app.evaluate(({ net }, given) => {
        try {
          net.request(given as never);
          return 'no error';
        } catch (error) {
          return (error as Error).message;
        }
      }, options);
      expect(thrown).toBe(message);
    },
  );

states(
  "net.request 'redirect'",
  'with redirect: manual goes on only after followRedirect()',
  `${DOC}#event-redirect`,
  async ({ app }) => {
    await withServer(
      (request, response) =>
        request.url === '/there'
          ? response.end('there')
          : response.writeHead(302, { location: '/there' }).end(),
      async (url) => {
        expect(await runRequest(app, { url, redirect: 'manual' }, { follow: true })).toMatchObject({
          text: 'there',
        });
        expect(await runRequest(app, { url, redirect: 'manual' })).toMatchObject({
          error: 'Redirect was cancelled',
        });
      },
    );
  },
);

states(
  'net.request',
  'carries no cookies unless it is asked to',
  `${DOC}#new-clientrequestoptions`,
  async ({ app }) => {
    await withServer(
      (request, response) => response.end(request.headers.cookie ?? 'none'),
      async (url) => {
        await app.evaluate(
          ({ session }, address) =>
            session.defaultSession.cookies.set({ url: address, name: 'a', value: '1' }),
          url,
        );
        const texts: unknown[] = [];
        for (const more of [{}, { useSessionCookies: true }, { credentials: 'include' as const }])
          texts.push((await runRequest(app, { url, ...more })).text);
        expect(texts).toEqual(['none', 'a=1', 'a=1']);
      },
    );
  },
);

states(
  "net.request 'login'",
  'sends what the callback gives',
  `${DOC}#event-login`,
  async ({ app }) => {
    await withServer(
      (request, response) => {
        const { authorization } = request.headers;
        if (authorization === undefined)
          response.writeHead(401, { 'www-authenticate': 'Basic realm="Here"' }).end('refused');
        else response.end(authorization);
      },
      async (url) => {
        const seen = await app.evaluate(
          ({ net }, address) =>
            new Promise<{ realm: string; text: string }>((resolve) => {
              let realm = '';
              const request = net.request(address);
              request.on('login', (info, callback) => {
                realm = info.realm;
                callback('SAMPLE', 'pass');
              });
              request.on('response', (response) => {
                let text = '';
                response.on('data', (chunk) => (text += String(chunk)));
                response.on('end', () => resolve({ realm, text }));
              });
              request.end();
            }),
          url,
        );
        expect(seen).toEqual({
          realm: 'Here',
          text: `Basic ${Buffer.from('SAMPLE:pass').toString('base64')}`,
        });
      },
    );
  },
);

states(
  "net.request 'login'",
  'without a listener lets the refusal stand',
  `${DOC}#event-login`,
  async ({ app }) => {
    await withServer(
      (_request, response) =>
        response.writeHead(401, { 'www-authenticate': 'Basic realm="Here"' }).end('refused'),
      async (url) =>
        expect(await runRequest(app, { url })).toMatchObject({ status: 401, text: 'refused' }),
    );
  },
);

states(
  'net.request',
  'cannot be used before ready',
  'docs/api/net.md#netrequestoptions',
  async ({ early }) => {
    expect(early).toMatchObject({
      request: 'Error: net module can only be used after app is ready',
    });
  },
);
