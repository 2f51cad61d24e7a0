import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LARGEST_BODY } from './request-body.ts';
import { startTestServer, type TestServer } from './server.test-support.ts';

let mock: TestServer;
beforeAll(async () => {
  mock = await startTestServer();
});
afterAll(() => mock.server.close());

/** Sends a body to a path that reads it and gives the refusal, or `read` where there is none of the body's. */
const sent = async (body: string, type: string, headers: Record<string, string> = {}) => {
  const { status, text } = await mock.ask('/api/v2/oauth/token', {
    method: 'POST',
    headers: { 'Content-Type': type, ...headers },
    body,
  });
  const { ECODE } = JSON.parse(text) as { ECODE: string };
  return ECODE.startsWith('SAMPLE') ? [status, ECODE] : 'read';
};

describe('bodies', () => {
  test.each([
    ['{', 'application/json'],
    ['nonsense', 'application/json; charset=utf-8'],
    ['{"a":}', 'application/problem+json'],
    ['['.repeat(50_000), 'APPLICATION/JSON'],
  ])('JSON that breaks off is refused: %.12s', async (body, type) => {
    expect(await sent(body, type)).toEqual([400, 'SAMPLE_400']);
  });

  test.each([
    ['', 'application/json'],
    [' \n', 'application/json'],
    ['{}', 'application/json'],
    ['"text"', 'application/json'],
    ['null', 'application/json'],
    ['{', 'text/plain'],
    ['{', 'application/jsonp'],
    ['%zz&&=', 'application/x-www-form-urlencoded'],
    ['{', 'multipart/form-data; boundary=x'],
    ['{', ''],
  ])('%j as %j is not', async (body, type) => {
    expect(await sent(body, type)).toBe('read');
  });

  test('over 10 MB is refused, and uploads of that size are not', async () => {
    const large = 'x'.repeat(LARGEST_BODY + 1);
    expect(await sent(large, 'application/json')).toEqual([413, 'SAMPLE_413']);
    expect(await sent(large, 'application/x-www-form-urlencoded')).toEqual([413, 'SAMPLE_413']);
    expect(await sent(large, 'multipart/form-data; boundary=x')).toBe('read');
    expect(await sent(`"${'x'.repeat(LARGEST_BODY - 2)}"`, 'application/json')).toBe('read');
  }, 30_000);

  test('a compressed one is refused', async () => {
    const encoded = { 'Content-Encoding': 'gzip' };
    expect(await sent('{}', 'application/json', encoded)).toEqual([415, 'SAMPLE_415']);
  });

  test('a client that goes away in the middle leaves a record without a status', async () => {
    const before = mock.server.requests.length;
    const going = request(`${mock.server.origin}/api/v2/user`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Content-Length': 100 },
    });
    going.on('error', () => {});
    going.write('{');
    await expect.poll(() => mock.server.requests.length, { interval: 1 }).toBe(before + 1);
    going.destroy();
    await expect
      .poll(() => mock.server.requests.at(-1)?.durationMs, { interval: 1 })
      .not.toBeNull();
    expect(mock.server.requests.at(-1)?.status).toBeNull();
    expect((await mock.ask('/api/v2/user')).status).toBe(200);
  });
});
