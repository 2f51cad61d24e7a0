import type { ElectronApplication } from '@playwright/test';
import type { ClientRequestConstructorOptions } from 'electron';
import { withServer } from './server.ts';
import { expect, states } from './support.ts';

const DOC = 'docs/api/client-request.md';

interface Seen {
  readonly events: readonly string[];
  readonly status?: number;
  readonly text?: string;
  readonly error?: string;
}

/** Runs a request to its end and tells what happened, in order. */
const run = (
  app: ElectronApplication,
  options: Omit<ClientRequestConstructorOptions, 'session'>,
  more: { readonly body?: string; readonly chunked?: boolean; readonly follow?: boolean } = {},
): Promise<Seen> =>
  app.evaluate(
    ({ net }, given) =>
      new Promise<Seen>((resolve) => {
        const events: string[] = [];
        const request = net.request(given.options);
        if (given.more.chunked === true) request.chunkedEncoding = true;
        for (const name of ['finish', 'abort', 'close'] as const)
          request.on(name as 'close', () => events.push(name));
        request.on('redirect', () => {
          events.push('redirect');
          if (given.more.follow === true) request.followRedirect();
        });
        request.on('error', ({ message }) => resolve({ events, error: message }));
        request.on('response', (response) => {
          events.push('response');
          let text = '';
          response.on('data', (chunk) => (text += String(chunk)));
          response.on('end', () => resolve({ events, status: response.statusCode, text }));
        });
        if (given.more.body !== undefined) request.write(given.more.body);
        request.end();
      }),
    { options, more },
  );

states(
  'net.request',
  'emits response, and the answer its data and end',
  DOC,
  async ({ launch }) => {
    const app = await launch();
    await withServer(
      (_request, response) => response.writeHead(201).end('made'),
      async (url) => {
        const seen = await run(app, { url });
        expect(seen).toMatchObject({ status: 201, text: 'made' });
        expect(seen.events).toContain('response');
      },
    );
  },
);

states(
  'net.request',
  'sends everything written with its length',
  `${DOC}#requestwritechunk-encoding-callback`,
  async ({ launch }) => {
    const app = await launch();
    await withServer(
      (request, response) => response.end(`${request.method} ${request.headers['content-length']}`),
      async (url) =>
        expect(await run(app, { url, method: 'POST' }, { body: 'twelve bytes' })).toMatchObject({
          text: 'POST 12',
        }),
    );
  },
);

states(
  'request.chunkedEncoding',
  'sends in chunks, without a length',
  `${DOC}#requestchunkedencoding`,
  async ({ launch }) => {
    const app = await launch();
    await withServer(
      (request, response) => {
        let body = '';
        request.on('data', (chunk) => (body += String(chunk)));
        request.on('end', () => response.end(`${request.headers['transfer-encoding']} ${body}`));
      },
      async (url) =>
        expect(
          await run(app, { url, method: 'POST' }, { body: 'parts', chunked: true }),
        ).toMatchObject({ text: 'chunked parts' }),
    );
  },
);

states(
  'net.request',
  'builds an address of its parts',
  `${DOC}#new-clientrequestoptions`,
  async ({ launch }) => {
    const app = await launch();
    await withServer(
      (request, response) => response.end(request.url),
      async (url) => {
        const { port } = new URL(url);
        expect(
          await run(app, {
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

states(
  'request.setHeader',
  'keeps the spelling of names',
  `${DOC}#requestsetheadername-value`,
  async ({ launch }) => {
    const app = await launch();
    await withServer(
      (request, response) => response.end(request.rawHeaders.join(' ')),
      async (url) =>
        expect((await run(app, { url, headers: { 'X-OwN': 'yes' } })).text).toContain('X-OwN yes'),
    );
  },
);

states(
  'request.getHeader',
  'finds a header by any spelling, until it is removed',
  `${DOC}#requestgetheadername`,
  async ({ launch }) => {
    const app = await launch();
    const seen = await app.evaluate(({ net }) => {
      const request = net.request('http://127.0.0.1/');
      request.setHeader('X-Own', 'yes');
      const before = request.getHeader('x-own');
      request.removeHeader('x-OWN');
      return [before, request.getHeader('X-Own') ?? 'none'];
    });
    expect(seen).toEqual(['yes', 'none']);
  },
);

for (const [name, value, message] of [
  ['bad name', 'x', "Invalid header name: 'bad name'"],
  ['x', 'a\nb', "Invalid value for header 'x': 'a\nb'"],
] as const)
  states(
    'request.setHeader',
    `refuses ${JSON.stringify([name, value])}`,
    `${DOC}#requestsetheadername-value`,
    async ({ launch }) => {
      const app = await launch();
      const thrown = await app.evaluate(
        ({ net }, given) => {
          try {
            net.request('http://127.0.0.1/').setHeader(given.name, given.value);
            return 'no error';
          } catch (error) {
            return (error as Error).message;
          }
        },
        { name, value },
      );
      expect(thrown).toBe(message);
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
    async ({ launch }) => {
      const app = await launch();
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
  async ({ launch }) => {
    const app = await launch();
    await withServer(
      (request, response) =>
        request.url === '/there'
          ? response.end('there')
          : response.writeHead(302, { location: '/there' }).end(),
      async (url) => {
        expect(await run(app, { url, redirect: 'manual' }, { follow: true })).toMatchObject({
          text: 'there',
        });
        expect(await run(app, { url, redirect: 'manual' })).toMatchObject({
          error: 'Redirect was cancelled',
        });
      },
    );
  },
);

states(
  'request.abort',
  'emits abort and close, and no error',
  `${DOC}#requestabort`,
  async ({ launch }) => {
    const app = await launch();
    await withServer(
      () => undefined,
      async (url) => {
        const events = await app.evaluate(
          ({ net }, address) =>
            new Promise((resolve) => {
              const seen: string[] = [];
              const request = net.request(address);
              request.on('error', () => seen.push('error'));
              request.on('abort', () => seen.push('abort'));
              request.on('close', () => seen.push('close'));
              request.end();
              setTimeout(() => request.abort(), 30);
              setTimeout(() => resolve(seen.toSorted()), 90);
            }),
          url,
        );
        expect(events).toEqual(['abort', 'close']);
      },
    );
  },
);

states(
  'net.request',
  'carries no cookies unless it is asked to',
  `${DOC}#new-clientrequestoptions`,
  async ({ launch }) => {
    const app = await launch();
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
          texts.push((await run(app, { url, ...more })).text);
        expect(texts).toEqual(['none', 'a=1', 'a=1']);
      },
    );
  },
);

states(
  "net.request 'login'",
  'sends what the callback gives',
  `${DOC}#event-login`,
  async ({ launch }) => {
    const app = await launch();
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
  async ({ launch }) => {
    const app = await launch();
    await withServer(
      (_request, response) =>
        response.writeHead(401, { 'www-authenticate': 'Basic realm="Here"' }).end('refused'),
      async (url) =>
        expect(await run(app, { url })).toMatchObject({ status: 401, text: 'refused' }),
    );
  },
);

states(
  'IncomingMessage',
  'has headers as Node’s http has them',
  'docs/api/incoming-message.md#responseheaders',
  async ({ launch }) => {
    const app = await launch();
    await withServer(
      (_request, response) => {
        response.setHeader('X-Twice', ['one', 'two']);
        response.setHeader('Set-Cookie', ['a=1', 'b=2']);
        response.end();
      },
      async (url) => {
        const seen = await app.evaluate(
          ({ net }, address) =>
            new Promise<Record<string, unknown>>((resolve) => {
              const request = net.request(address);
              request.on('response', ({ headers, httpVersion, statusMessage }) =>
                resolve({
                  twice: headers['x-twice'],
                  cookies: headers['set-cookie'],
                  httpVersion,
                  statusMessage,
                }),
              );
              request.end();
            }),
          url,
        );
        expect(seen).toEqual({
          twice: 'one, two',
          cookies: ['a=1', 'b=2'],
          httpVersion: '1.1',
          statusMessage: 'OK',
        });
      },
    );
  },
);

states(
  'net.request',
  'cannot be used before ready',
  'docs/api/net.md#netrequestoptions',
  async ({ launch }) => {
    const app = await launch({ app: 'early' });
    const early = await app.evaluate(() => Reflect.get(globalThis, 'early') as unknown);
    expect(early).toMatchObject({
      request: 'Error: net module can only be used after app is ready',
    });
  },
);
