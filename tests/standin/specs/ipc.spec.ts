import { expect, test } from '../support/fixture-app.ts';

test('values keep their kind', async ({ launch }) => {
  const { page } = await launch();
  const kept = await page.evaluate(async () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    const own = JSON.parse('{"__proto__": {"polluted": true}, "a": 1}') as object;
    const [date, map, set, bytes, big, nan, missing, zero, pattern, again, circular, polluted] =
      (await fixture.invoke('echo', [
        new Date(5),
        new Map([[{ key: 1 }, 'value']]),
        new Set(['a']),
        new Uint16Array([1, 65535]),
        10n,
        Number.NaN,
        undefined,
        -0,
        /a+/gi,
        [undefined, null],
        cycle,
        own,
      ])) as [
        Date,
        Map<object, string>,
        Set<string>,
        Uint16Array,
        bigint,
        number,
        undefined,
        number,
        RegExp,
        unknown[],
        { self: unknown },
        object,
      ];
    return [
      date.getTime() === 5,
      [...map.keys()].length === 1 && [...map.values()][0] === 'value',
      set.has('a'),
      bytes instanceof Uint16Array && bytes[1] === 65535,
      big === 10n,
      Number.isNaN(nan),
      missing === undefined,
      Object.is(zero, -0),
      String(pattern) === '/a+/gi',
      again.length === 2 && again[0] === undefined,
      circular.self === circular,
      Object.hasOwn(polluted, '__proto__') && !('polluted' in {}),
    ];
  });
  expect(kept).toEqual(kept.map(() => true));
});

test('what cannot be cloned is refused', async ({ launch }) => {
  const { page } = await launch();
  const errors = await page.evaluate(async () => {
    const messageOf = async (work: () => unknown): Promise<string> => {
      try {
        await work();
        return 'no error';
      } catch (error) {
        return (error as Error).message;
      }
    };
    return [
      await messageOf(() => fixture.sendFunction()),
      await messageOf(() => fixture.invoke('give-function')),
    ];
  });
  expect(errors).toEqual([
    'An object could not be cloned.',
    expect.stringMatching(
      /^Error invoking remote method 'give-function': .*An object could not be cloned\.$/,
    ),
  ]);
});

test('errors of handlers arrive as Electron words them', async ({ launch }) => {
  const { page } = await launch();
  const errors = await page.evaluate(async () => {
    const messageOf = async (channel: string): Promise<string> => {
      try {
        return String(await fixture.invoke(channel));
      } catch (error) {
        return (error as Error).message;
      }
    };
    return [
      await messageOf('fail'),
      await messageOf('nobody'),
      await messageOf('once'),
      await messageOf('once'),
    ];
  });
  expect(errors).toEqual([
    "Error invoking remote method 'fail': TypeError: no such luck",
    "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    'only once',
    "Error invoking remote method 'once': Error: No handler registered for 'once'",
  ]);
});

test('a handler learns who speaks', async ({ launch }) => {
  const { page } = await launch();
  expect(await page.evaluate(() => fixture.invoke('who'))).toEqual({
    url: 'app://fixture/index.html',
    isMainFrame: true,
    parent: null,
    window: 1,
  });
});

test('messages go both ways, and listeners can be taken off', async ({ launch }) => {
  const { app, page } = await launch();
  const heard = await page.evaluate(async () => {
    const greetings: string[] = [];
    const answered = new Promise<string>((done) => {
      const stop = fixture.onGreeting((text) => {
        stop();
        done(text);
      });
    });
    fixture.onGreeting((text) => greetings.push(text));
    fixture.greet('page');
    Object.assign(globalThis, { greetings });
    return answered;
  });
  expect(heard).toBe('Hello page');
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('greeting', 'From main'),
  );
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { greetings: string[] }).greetings))
    .toEqual(['Hello page', 'From main']);
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
