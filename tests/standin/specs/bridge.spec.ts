import { expect, test } from '../support/fixture-app.ts';

test('leaves nothing of its own in the page', async ({ launch }) => {
  const { page } = await launch();
  const strangers = await page.evaluate(() =>
    Object.getOwnPropertyNames(globalThis).filter((name) =>
      /electron|send-|receive-|standin|ipc/i.test(name),
    ),
  );
  expect(strangers).toEqual([]);
});

test('a page that tampers with built-ins keeps a working bridge', async ({ launch }) => {
  const { page } = await launch();
  const echoed = await page.evaluate(async () => {
    JSON.parse = () => 'tampered';
    EventTarget.prototype.dispatchEvent = () => false;
    return fixture.invoke('echo', 'intact');
  });
  expect(echoed).toBe('intact');
});

test('a mebibyte crosses in both directions', async ({ launch }) => {
  const { page } = await launch();
  const length = await page.evaluate(async () => {
    const bytes = new Uint8Array(1 << 20).fill(7);
    const echoed = (await fixture.invoke('echo', bytes)) as Uint8Array;
    return echoed.every((byte) => byte === 7) ? echoed.length : -1;
  });
  expect(length).toBe(1 << 20);
});
