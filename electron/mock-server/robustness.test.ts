import { connect } from 'node:net';
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  dictionary,
  oneof,
  string,
  uint8Array,
} from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APP } from './oauth/test-support.ts';
import { startTestServer, type TestServer } from './server.test-support.ts';

let mock: TestServer;
beforeAll(async () => {
  mock = await startTestServer({ oauthApps: [APP] });
});
afterAll(() => mock.server.close());

/** That everything so far has left the server in order. */
const isWell = async () => (await mock.ask('/api/v2/user')).status === 200;

/** Silence, or a refusal. */
const NO_MORE_THAN_REFUSED = /^(HTTP\/1\.1 4\d\d .*)?$/s;

/** What comes back for bytes on a bare socket, as Latin-1 text, until the server or the test ends it. */
function raw(...parts: readonly (string | Uint8Array)[]): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(mock.server.origin);
    const socket = connect(Number(port), hostname);
    let seen = '';
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => (seen += text));
    socket.on('error', () => {});
    socket.on('close', () => resolve(seen));
    for (const part of parts) socket.write(part);
    socket.end();
  });
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const;
const PATHS = [
  '/api',
  '/api/v2/user',
  '/api/v2/list/901204411/task',
  '/api/v2/task/86c0q2v9x',
  '/api/v2/team/9002411/task',
  '/api/v2/team/9002411/time_entries/start',
  '/api/v2/oauth/token',
  '/api/v3/workspaces/9002411/docs',
] as const;
const TYPES = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset="',
  ';',
] as const;
const ODD = ['..', '%', '%00', '%zz', '//', '\\', '?', '#', '&&=', '[]=', '__proto__', '{id}', '*'];

/** Milliseconds for hundreds of connections, on a busy machine too. */
const LONG = 30_000;

const host = () => new URL(mock.server.origin).host;

describe('nothing that comes in stops it', () => {
  test(
    'bytes that are no HTTP',
    async () => {
      await assert(
        asyncProperty(uint8Array({ maxLength: 300 }), async (bytes) => {
          expect(await raw(bytes)).toMatch(NO_MORE_THAN_REFUSED);
        }),
        { numRuns: 60 },
      );
      expect(await isWell()).toBe(true);
    },
    LONG,
  );

  test.each([
    'GET /api/v2/user HTTP/1.1\r\n\r\n',
    'GET /api/v2/user HTTP/9.9\r\nHost: x\r\n\r\n',
    'CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET /api/v2/user HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    'POST /api HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /api HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
    'POST /api HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    'GET http://evil.example/api HTTP/1.1\r\nHost: x\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
    `GET /${'x'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  ])('%.60j', async (text) => {
    expect(await raw(text)).toMatch(NO_MORE_THAN_REFUSED);
    expect(await isWell()).toBe(true);
  });

  test('a body that never comes to its end', async () => {
    const head = (type: string) =>
      `POST /api/v2/oauth/token HTTP/1.1\r\nHost: ${host()}\r\nContent-Type: ${type}\r\n`;
    await raw(head('application/json'), 'Content-Length: 90\r\n\r\n{"a":');
    await raw(head('application/json'), 'Transfer-Encoding: chunked\r\n\r\n5\r\n{"a":');
    await raw(head('multipart/form-data'), 'Content-Length: 90\r\n\r\n--x');
    expect(await isWell()).toBe(true);
  });

  test(
    'requests of every kind: each one is answered, in ClickUp’s form when refused',
    async () => {
      const path = oneof(
        constantFrom(...PATHS),
        array(oneof(constantFrom(...ODD), string()), { maxLength: 6 }).map(
          (segments) => `/api/v2/${segments.join('/')}`,
        ),
      );
      const query = array(oneof(constantFrom(...ODD, 'page=', 'as=', 'client_id='), string()), {
        maxLength: 5,
      }).map((parts) => parts.join('&'));
      const body = oneof(
        string(),
        dictionary(string(), oneof(string(), constantFrom(null, -1, 1e300, true))).map((fields) =>
          JSON.stringify(fields),
        ),
        constantFrom('null', '[]', '[[', '{"name":{}}', '{"__proto__":1}', '\u0000', 'name=%zz'),
      );
      await assert(
        asyncProperty(
          constantFrom(...METHODS),
          path,
          query,
          constantFrom(...TYPES),
          body,
          async (method, target, search, type, content) => {
            // Only what a request line may not hold is taken out: blanks and control characters.
            const line = `${target}?${search}`.replaceAll(/[^!-~\u0080-\u00ff]/g, '');
            const seen = await raw(
              Buffer.from(
                `${method} ${line} HTTP/1.1\r\nHost: ${host()}\r\nAuthorization: pk_SAMPLE_1\r\n` +
                  `Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(content)}\r\n` +
                  'Connection: close\r\n\r\n',
                'latin1',
              ),
              content,
            );
            const [head = '', text = ''] = seen.split(/\r\n\r\n(.*)/s);
            const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
            expect(status).toBeGreaterThanOrEqual(200);
            expect(status, `${method} ${line} ${type} ${content}`).not.toBe(500);
            const isRefusal = status >= 400 && method !== 'HEAD' && !/text\/html/.test(head);
            const said: unknown = isRefusal ? JSON.parse(text) : { ECODE: 'none was due' };
            expect(said).toHaveProperty('ECODE');
          },
        ),
        { numRuns: 150 },
      );
      expect(await isWell()).toBe(true);
    },
    LONG,
  );
});
