import { describe, expect, it } from 'vitest';
import { pictureAddress } from './picture-url.ts';
import { createPictures } from './pictures.ts';
import type { OutgoingRequest, Received } from './transport.ts';

const URL_OF_ADA = 'https://attachments.clickup.com/profilePictures/81204411_x35.png';
const addressOf = (url: string): string => pictureAddress(url) ?? '';
const ADA = addressOf(URL_OF_ADA);
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

const answer = (bytes: Uint8Array, status = 200): Received => ({
  ok: true,
  value: { status, statusText: '', headers: new Headers(), bytes, durationMs: 1 },
});
const OFFLINE: Received = { ok: false, error: { kind: 'offline' }, mayHaveLeft: false };

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

const picturesWith = (respond: () => Received = () => answer(PNG)) => {
  const sent: OutgoingRequest[] = [];
  const time = { now: 0 };
  const unknown = new Set([addressOf('https://attachments.clickup.com/stranger.png')]);
  const pictures = createPictures({
    transport: async (request) => {
      sent.push(request);
      return respond();
    },
    now: () => time.now,
    isKnown: (address) => !unknown.has(address),
    own: null,
  });
  return { pictures, sent, time };
};

describe('pictures', () => {
  it('are fetched without a token, once, and read by their first bytes', async () => {
    const { pictures, sent } = picturesWith();
    const [first, second] = await Promise.all([pictures.read(ADA), pictures.read(ADA)]);
    const third = await pictures.read(ADA);
    expect([first?.type, second?.type, third?.type]).toEqual(Array(3).fill('image/png'));
    expect([...(third?.bytes ?? [])]).toEqual([...PNG]);
    expect(sent).toEqual([
      { url: URL_OF_ADA, method: 'GET', headers: { accept: expect.stringMatching(/^image\//u) } },
    ]);
  });

  it('are not fetched where no answer named them, or where they lie elsewhere', async () => {
    const { pictures, sent } = picturesWith();
    for (const url of [
      'https://attachments.clickup.com/stranger.png',
      'https://evil.example/a.png',
      'http://169.254.169.254/latest/meta-data',
    ]) {
      expect(await pictures.read(addressOf(url))).toBeNull();
    }
    expect(await pictures.read(URL_OF_ADA)).toBeNull();
    expect(sent).toEqual([]);
  });

  it.each([
    ['image/jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ['image/gif', ascii('GIF89a…')],
    ['image/webp', ascii('RIFF0000WEBPVP8 ')],
  ])('may be %s', async (type, bytes) => {
    const { pictures } = picturesWith(() => answer(bytes));
    expect((await pictures.read(ADA))?.type).toBe(type);
  });

  it.each([
    [
      'a drawing that can hold a script',
      answer(ascii('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    ],
    ['a page', answer(ascii('<!doctype html>'))],
    ['nothing', answer(new Uint8Array())],
    ['another status', answer(PNG, 404)],
    ['no network', OFFLINE],
    ['more than a megabyte', answer(Buffer.concat([PNG, new Uint8Array(1024 * 1024)]))],
  ])('are not %s', async (_what, response) => {
    const { pictures } = picturesWith(() => response);
    expect(await pictures.read(ADA)).toBeNull();
  });

  it('are asked for again five minutes after they could not be had', async () => {
    const { pictures, sent, time } = picturesWith(() => OFFLINE);
    await pictures.read(ADA);
    time.now = 299_999;
    await pictures.read(ADA);
    expect(sent).toHaveLength(1);
    time.now = 300_000;
    await pictures.read(ADA);
    expect(sent).toHaveLength(2);
  });

  it('are gone once they are forgotten, even those on their way', async () => {
    const { pictures, sent } = picturesWith();
    const onItsWay = pictures.read(ADA);
    pictures.forget();
    expect((await onItsWay)?.type).toBe('image/png');
    await pictures.read(ADA);
    expect(sent).toHaveLength(2);
  });

  it('give way to later ones', async () => {
    const { pictures, sent } = picturesWith();
    const many = Array.from({ length: 201 }, (_unused, n) => addressOf(`${URL_OF_ADA}?${n}`));
    for (const address of many) await pictures.read(address);
    await pictures.read(many[200] ?? '');
    expect(sent).toHaveLength(201);
    await pictures.read(many[0] ?? '');
    expect(sent).toHaveLength(202);
  });
});
