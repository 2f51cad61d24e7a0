import { runRequest } from './run-request.ts';
import { withServer } from './server.ts';
import { expect, states } from './support.ts';

const DOC = 'docs/api/client-request.md';

states(
  'request.chunkedEncoding',
  'sends in chunks, without a length',
  `${DOC}#requestchunkedencoding`,
  async ({ app }) => {
    await withServer(
      (request, response) => {
        let body = '';
        request.on('data', (chunk) => (body += String(chunk)));
        request.on('end', () => response.end(`${request.headers['transfer-encoding']} ${body}`));
      },
      async (url) =>
        expect(
          await runRequest(app, { url, method: 'POST' }, { body: 'parts', chunked: true }),
        ).toMatchObject({ text: 'chunked parts' }),
    );
  },
);

states(
  'request.setHeader',
  'keeps the spelling of names',
  `${DOC}#requestsetheadername-value`,
  async ({ app }) => {
    await withServer(
      (request, response) => response.end(request.rawHeaders.join(' ')),
      async (url) =>
        expect((await runRequest(app, { url, headers: { 'X-OwN': 'yes' } })).text).toContain(
          'X-OwN yes',
        ),
    );
  },
);

states(
  'request.getHeader',
  'finds a header by any spelling, until it is removed',
  `${DOC}#requestgetheadername`,
  async ({ app }) => {
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
    async ({ app }) => {
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

states(
  'request.abort',
  'emits abort and close, and no error',
  `${DOC}#requestabort`,
  async ({ app }) => {
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
  'IncomingMessage',
  'has headers as Node’s http has them',
  'docs/api/incoming-message.md#responseheaders',
  async ({ app }) => {
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
