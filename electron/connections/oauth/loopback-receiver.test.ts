import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Redirect } from '../../contract/oauth.ts';
import { createLoopbackReceiver, type LoopbackReceiver } from './loopback-receiver.ts';

/** A loopback address at a port that is free now, so that tests can run beside a signed-in Perch. */
const freeRedirect = async (): Promise<Redirect> => {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('No port');
  return { route: 'loopback', uri: `http://127.0.0.1:${address.port}/oauth/callback` };
};

const running: LoopbackReceiver[] = [];
afterEach(() => {
  for (const receiver of running.splice(0)) receiver.stop();
});

const listening = async (isOurs: (address: string) => boolean) => {
  const receiver = createLoopbackReceiver();
  running.push(receiver);
  const redirect = await freeRedirect();
  const answers: string[] = [];
  expect(
    await receiver.listen(redirect, (address) => {
      answers.push(address);
      const isTaken = isOurs(address);
      if (isTaken) receiver.stop();
      return isTaken;
    }),
  ).toBe('listening');
  return { receiver, redirect, answers };
};

describe('the loopback receiver', () => {
  it('hands the whole address over, says that the page can be closed, and is gone', async () => {
    const { redirect, answers } = await listening(() => true);
    const response = await fetch(`${redirect.uri}?state=s&code=SAMPLE_code`);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(answers).toEqual([`${redirect.uri}?state=s&code=SAMPLE_code`]);
    expect(page).toContain('You can close this page.');
    expect(page).not.toContain('SAMPLE_code');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    await expect(fetch(redirect.uri)).rejects.toThrow('fetch failed');
  });

  it('goes on listening after an answer that is not ours', async () => {
    const { redirect, answers } = await listening((address) => address.includes('state=good'));
    const wrong = await fetch(`${redirect.uri}?state=bad`);
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('Nothing was sent anywhere.');
    expect((await fetch(`${redirect.uri}?state=good`)).status).toBe(200);
    expect(answers).toHaveLength(2);
  });

  it.each([
    '/',
    '/oauth',
    '/oauth/callback/',
    '/oauth/Callback',
    '/favicon.ico',
    '/oauth/callback%3F',
  ])('answers nothing at %s', async (path) => {
    const { redirect, answers } = await listening(() => true);
    expect((await fetch(new URL(path, redirect.uri))).status).toBe(404);
    expect(answers).toEqual([]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('answers nothing to %s', async (method) => {
    const { redirect, answers } = await listening(() => true);
    expect((await fetch(`${redirect.uri}?state=s`, { method })).status).toBe(405);
    expect(answers).toEqual([]);
  });

  it('answers nothing under another host name, which may be a web page’s', async () => {
    const { redirect, answers } = await listening(() => true);
    const byName = redirect.uri.replace('127.0.0.1', 'localhost');
    const response = await fetch(`${byName}?state=s`).catch(() => null);
    expect(response?.status ?? 404).toBe(404);
    expect(answers).toEqual([]);
  });

  it('says where the port is taken, and leaves it to whoever has it', async () => {
    const { redirect } = await listening(() => true);
    const second = createLoopbackReceiver();
    running.push(second);
    expect(await second.listen(redirect, () => true)).toBe('taken');
    expect((await fetch(`${redirect.uri}?state=s`)).status).toBe(200);
  });

  it('stops the address it listened at before', async () => {
    const { receiver, redirect } = await listening(() => true);
    const other = await freeRedirect();
    expect(await receiver.listen(other, () => true)).toBe('listening');
    await expect(fetch(redirect.uri)).rejects.toThrow('fetch failed');
    expect((await fetch(`${other.uri}?state=s`)).status).toBe(200);
  });

  it('that is stopped before it listens holds no port', async () => {
    const receiver = createLoopbackReceiver();
    const redirect = await freeRedirect();
    const listened = receiver.listen(redirect, () => true);
    receiver.stop();
    await listened;
    await expect(fetch(redirect.uri)).rejects.toThrow('fetch failed');
  });

  it('can be stopped at any time, and twice', async () => {
    const receiver = createLoopbackReceiver();
    receiver.stop();
    receiver.stop();
    expect(await receiver.listen(await freeRedirect(), () => true)).toBe('listening');
    receiver.stop();
  });
});
