import { join } from 'node:path';
import { environment, expect, FIXTURE_APP, notesOf, STANDIN } from '../support/fixture-app.ts';
import { lineOf } from '../support/status-notifier.ts';
import { type FixtureNotes, namesSeen, shown, test } from '../support/tray-desktop.ts';

test('an icon is on the bus as Electron puts it there', async ({ launch, session }) => {
  const { app, item } = await shown(launch, session);
  await app.evaluate(({ nativeImage }) => {
    const { tray } = (globalThis as unknown as FixtureNotes).notes;
    // Two pixels in Chromium's order: red, and blue half transparent.
    const pixels = Buffer.from([0, 0, 255, 255, 128, 0, 0, 128]);
    tray.setImage(nativeImage.createFromBitmap(pixels, { width: 2, height: 1 }));
  });
  await expect.poll(namesSeen(item)).toContain('NewIcon');
  expect(await item.properties()).toEqual({
    Category: 'ApplicationStatus',
    Id: 'Fixture App_status_icon_1',
    Title: '',
    Status: 'Active',
    WindowId: 0,
    IconThemePath: '',
    IconName: '',
    IconPixmap: [[2, 1, Buffer.from([255, 255, 0, 0, 128, 0, 0, 255])]],
    OverlayIconName: '',
    OverlayIconPixmap: [],
    AttentionIconName: '',
    AttentionIconPixmap: [],
    AttentionMovieName: '',
    ToolTip: ['', [], 'Fixture', ''],
    ItemIsMenu: false,
    Menu: '/com/canonical/dbusmenu/1',
  });
});

test('an icon without a picture has no pixels', async ({ launch, session }) => {
  const { item } = await shown(launch, session);
  expect(await item.properties()).toHaveProperty('IconPixmap', []);
});

test('clicks on the icon reach the app', async ({ launch, session }) => {
  const { app, item } = await shown(launch, session);
  await app.evaluate(() => {
    const { tray, events } = (globalThis as unknown as FixtureNotes).notes;
    tray.on('click', (_event, bounds, position) => events.push(['click', bounds, position]));
    tray.on('middle-click', () => events.push(['middle-click']));
  });
  await item.press('Activate');
  await item.press('SecondaryActivate');
  await item.scroll();
  await item.press('ContextMenu');
  await expect
    .poll(async () => (await notesOf(app)).filter(([name]) => String(name).includes('click')))
    .toEqual(
      Array.from({ length: 2 }, () => [
        'click',
        { x: 0, y: 0, width: 0, height: 0 },
        { x: 0, y: 0 },
      ]),
    );
  const popups = () =>
    app.evaluate((_electron, name) => {
      const { trays } = Reflect.get(globalThis, Symbol.for(name)) as {
        trays: readonly { record: { menu: { popups: unknown[] } } }[];
      };
      return trays[0]?.record.menu.popups;
    }, 'electron-standin.control');
  await expect.poll(popups).toEqual([{ x: 3, y: 4 }]);
});

test('a new tooltip is announced', async ({ launch, session }) => {
  const { app, item } = await shown(launch, session);
  await app.evaluate(() =>
    (globalThis as unknown as FixtureNotes).notes.tray.setToolTip('Changed'),
  );
  await expect.poll(namesSeen(item)).toEqual(['LayoutUpdated', 'NewToolTip']);
  expect(await item.properties()).toHaveProperty('ToolTip', ['', [], 'Changed', '']);
});

test('each tray has a place of its own, and leaves nothing when it is destroyed', async ({
  launch,
  session,
}) => {
  const { env, desktop } = session;
  const watcher = await desktop.watch();
  const { app } = await launch({ env });
  await expect.poll(watcher.items).toHaveLength(1);
  await app.evaluate(({ nativeImage, Tray }) => {
    const second = new Tray(nativeImage.createEmpty());
    second.setToolTip('Second');
    Object.assign(globalThis, { second });
  });
  await expect.poll(watcher.items).toHaveLength(2);
  const [first, second] = watcher.items();
  const item = await desktop.item(second ?? '');
  const connections = () => desktop.connectionsOf(app.process().pid);
  expect(await connections()).toBe(2);
  expect((await item.properties())['ToolTip']).toEqual(['', [], 'Second', '']);
  await app.evaluate(() => (globalThis as unknown as { second: Electron.Tray }).second.destroy());
  await expect.poll(watcher.items).toEqual([first]);
  await expect.poll(connections).toBe(1);
  await app.evaluate(() => (globalThis as unknown as FixtureNotes).notes.tray.destroy());
  await expect.poll(watcher.items).toEqual([]);
  await expect.poll(connections).toBe(0);
});

test('a tray that is destroyed at once never appears', async ({ launch, session }) => {
  const { env, desktop } = session;
  const watcher = await desktop.watch();
  const { app } = await launch({ env });
  await expect.poll(watcher.items).toHaveLength(1);
  await app.evaluate(({ nativeImage, Tray }) => new Tray(nativeImage.createEmpty()).destroy());
  await app.evaluate(({ nativeImage, Tray }) => {
    Object.assign(globalThis, { third: new Tray(nativeImage.createEmpty()) });
  });
  await expect.poll(watcher.items).toHaveLength(2);
  expect(watcher.items()[1]).toMatch(/-3$/u);
});

test('quitting takes the icon away', async ({ launch, session }) => {
  const { env, desktop } = session;
  const watcher = await desktop.watch();
  const { app } = await launch({ env });
  await expect.poll(watcher.items).toHaveLength(1);
  const { pid } = app.process();
  const ended = new Promise((done) => app.process().once('exit', done));
  const item = await desktop.item(watcher.items()[0] ?? '');
  await item.choose(lineOf((await item.menu()).root, 'Quit').id);
  expect(await ended).toBe(0);
  await expect.poll(watcher.items).toEqual([]);
  expect(await desktop.connectionsOf(pid)).toBe(0);
});

test('a watcher that comes later, or again, is told', async ({ launch, session }) => {
  const { env, desktop } = session;
  const { app } = await launch({ env });
  // The app is on the bus before anybody watches.
  await expect.poll(() => desktop.connectionsOf(app.process().pid)).toBe(1);
  const early = await desktop.watch();
  await expect.poll(early.items).toHaveLength(1);
  const before = early.items();
  await early.stop();
  await app.evaluate(() =>
    (globalThis as unknown as FixtureNotes).notes.tray.setToolTip('Still here'),
  );
  const late = await desktop.watch();
  await expect.poll(late.items).toEqual(before);
  const item = await desktop.item(before[0] ?? '');
  expect((await item.properties())['ToolTip']).toEqual(['', [], 'Still here', '']);
});

test('without a watcher the app runs, changes its tray and quits', async ({ launch, session }) => {
  const { app } = await launch({ env: session.env });
  await expect.poll(() => session.desktop.connectionsOf(app.process().pid)).toBe(1);
  const toolTip = await app.evaluate(({ Menu }, name) => {
    const { tray } = (globalThis as unknown as FixtureNotes).notes;
    tray.setToolTip('Alone');
    tray.setContextMenu(Menu.buildFromTemplate([{ label: 'A' }]));
    const { trays } = Reflect.get(globalThis, Symbol.for(name)) as {
      trays: readonly { record: { toolTip: string } }[];
    };
    return trays[0]?.record.toolTip;
  }, 'electron-standin.control');
  expect(toolTip).toBe('Alone');
});

for (const [name, address, lines] of [
  ['no bus', '', 0],
  ['a bus nobody answers on', 'unix:path=/nonexistent/bus', 1],
] as const)
  test(`with ${name} the app runs and quits, and says so ${lines} times`, async ({ start }) => {
    const module = join(STANDIN, 'fixtures', 'two-trays.cjs');
    const env = environment({ DBUS_SESSION_BUS_ADDRESS: address });
    const { child, output, ended } = start(['-r', module, FIXTURE_APP], { env });
    await expect.poll(output).toContain('two trays');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(output().split('A tray icon could not be shown')).toHaveLength(lines + 1);
  });
