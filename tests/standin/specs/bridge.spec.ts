import { expect, test } from '../support/fixture-app.ts';

test('the page gets the bridge, frozen, and nothing else', async ({ launch }) => {
  const { page } = await launch();
  const seen = await page.evaluate(() => {
    const globals = globalThis as unknown as Record<string, unknown>;
    const attempt = (change: () => void): string => {
      try {
        change();
        return 'changed';
      } catch (error) {
        return (error as Error).name;
      }
    };
    return {
      sum: fixture.nested.add(2, 3),
      frozen: [fixture, fixture.nested, fixture.nested.list].every(Object.isFrozen),
      replaced: attempt(() => Object.defineProperty(globals, 'fixture', { value: 1 })),
      extended: attempt(() => Object.defineProperty(fixture, 'more', { value: 1 })),
      secrets: ['preloadSecret', 'require', 'process', 'module', 'Buffer'].filter(
        (name) => name in globals,
      ),
      strangers: Object.getOwnPropertyNames(globals).filter((name) =>
        /electron|send-|receive-|standin|ipc/i.test(name),
      ),
    };
  });
  expect(seen).toEqual({
    sum: 5,
    frozen: true,
    replaced: 'TypeError',
    extended: 'TypeError',
    secrets: [],
    strangers: [],
  });
});

test('calls, errors, promises and callbacks cross it', async ({ launch }) => {
  const { page } = await launch();
  const seen = await page.evaluate(async () => {
    const messageOf = async (work: () => unknown): Promise<string> => {
      try {
        await work();
        return 'no error';
      } catch (error) {
        return `${(error as Error).message} ${String(error instanceof Error)}`;
      }
    };
    return {
      thrown: await messageOf(() => fixture.throws()),
      rejected: await messageOf(() => fixture.rejects()),
      callback: fixture.callBack((value) => value * 2),
      thrownBack: await messageOf(() =>
        fixture.callBack(() => {
          throw new Error('from the page');
        }),
      ),
    };
  });
  expect(seen).toEqual({
    thrown: 'out of range true',
    rejected: 'not today true',
    callback: 41,
    thrownBack: 'from the page true',
  });
});

test('the preload is sandboxed', async ({ launch }) => {
  const { page } = await launch();
  expect(await page.evaluate(() => fixture.describe())).toMatchObject({
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    nodeRequire: 'module not found: node:fs',
  });
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

test('the preload runs again after a reload, and not in frames', async ({ launch }) => {
  const { page } = await launch();
  await page.reload();
  expect(await page.evaluate(() => fixture.invoke('echo', 1))).toBe(1);
  const inFrame = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = '/frame.html';
    const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
    document.body.append(frame);
    await loaded;
    return 'fixture' in (frame.contentWindow ?? {});
  });
  expect(inFrame).toBe(false);
});
