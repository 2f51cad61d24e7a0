import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createSampleData,
  type SampleData,
  startMockServer,
} from '../../electron/mock-server/index.ts';
import { freePort } from './support/free-port.ts';
import { connectAndChoose, expect, test, TOKEN } from './support/test.ts';

const PNG = readFileSync(join(import.meta.dirname, '../../build/icons/icon.png'));

const clock = {
  now: () => Date.now(),
  after: (ms: number, callback: () => void) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** The sample's people, whose owner has a picture. */
function withPicture(pictureUrl: string): SampleData {
  const data = createSampleData(Date.now());
  const owner = data.people.find(({ id }) => id === data.ownerId);
  const others = data.people.filter((one) => one !== owner);
  return { ...data, people: owner === undefined ? others : [{ ...owner, pictureUrl }, ...others] };
}

test('a person’s picture is shown, and neither the token nor a cookie went for it', async ({
  launch,
}) => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = await startMockServer({
    clock,
    port,
    tokens: [{ value: TOKEN, kind: 'personal' }],
    pictures: new Map([['/ada.png', PNG]]),
    data: withPicture(`${origin}/ada.png`),
  });
  const perch = await launch({ origin });
  await connectAndChoose(perch);

  const picture = perch.page.getByRole('button', { name: /Ada Kessler/u }).locator('img');
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  expect(await picture.getAttribute('src')).toMatch(/^\/pictures\/[\w-]+$/u);
  const fetched = server.requests.filter(({ path }) => path === '/ada.png');
  expect(fetched.map(({ method, authorization }) => [method, authorization])).toEqual([
    ['GET', 'none'],
  ]);

  // The page can name no other address, not even on the same server.
  const stranger = Buffer.from(`${origin}/other.png`).toString('base64url');
  const isShown = await perch.page.evaluate(
    (address) =>
      new Promise((resolve) => {
        const image = new Image();
        image.addEventListener('load', () => resolve(true));
        image.addEventListener('error', () => resolve(false));
        image.src = address;
      }),
    `/pictures/${stranger}`,
  );
  expect(isShown).toBe(false);
  expect(server.requests.some(({ path }) => path === '/other.png')).toBe(false);
  await server.close();
});

test('initials stand where a picture cannot be had', async ({ launch }) => {
  const server = await startMockServer({
    clock,
    tokens: [{ value: TOKEN, kind: 'personal' }],
    data: withPicture('https://evil.example/ada.png'),
  });
  const perch = await launch({ origin: server.origin });
  await connectAndChoose(perch);
  const person = perch.page.getByRole('button', { name: /Ada Kessler/u });
  await expect(person.locator('img')).toHaveCount(0);
  await expect(person).toHaveText('AK');
  await server.close();
});
