import { withControl } from '../support/control.ts';
import { expect, test } from '../support/fixture-app.ts';

test('a notification is seen, clicked, answered and closed', async ({ launch }) => {
  const { app } = await launch();
  const seen = await withControl(app, ({ notifications }, { Notification }) => {
    const events: unknown[] = [];
    const notification = new Notification({
      title: 'Hello',
      body: 'There',
      actions: [{ type: 'button', text: 'Yes' }],
    });
    for (const name of ['show', 'click', 'close'] as const)
      notification.on(name as 'click', () => events.push(name));
    notification.on('action', ({ actionIndex }) => events.push(['action', actionIndex]));
    notification.show();
    const [shown] = notifications.visible;
    const texts = [shown?.title, shown?.body];
    shown?.click();
    shown?.action(0);
    shown?.close();
    shown?.close();
    return { texts, events, left: notifications.visible.length, all: notifications.shown.length };
  });
  expect(seen).toEqual({
    texts: ['Hello', 'There'],
    events: ['show', 'click', ['action', 0], 'close'],
    left: 0,
    all: 1,
  });
});

test('show() again takes the place of the one before, and close() tells nobody', async ({
  launch,
}) => {
  const { app } = await launch();
  const seen = await withControl(app, ({ notifications }, { Notification }) => {
    let closed = 0;
    const notification = new Notification({ title: 'One' });
    notification.on('close', () => {
      closed += 1;
    });
    notification.show();
    notification.title = 'Two';
    notification.show();
    const titles = notifications.visible.map(({ title }) => title);
    notification.close();
    return [titles, notifications.visible.length, closed];
  });
  expect(seen).toEqual([['Two'], 0, 0]);
});

test('without support nothing is shown', async ({ launch }) => {
  const { app } = await launch();
  const seen = await withControl(app, ({ notifications }, { Notification }) => {
    notifications.supported = false;
    new Notification({ title: 'x' }).show();
    return [Notification.isSupported(), notifications.shown.length];
  });
  expect(seen).toEqual([false, 0]);
});

test('a shortcut is pressed by any spelling, once it is registered', async ({ launch }) => {
  const { app } = await launch();
  const seen = await withControl(app, ({ shortcuts }, { globalShortcut }) => {
    let pressed = 0;
    const before = shortcuts.press('Ctrl+K');
    globalShortcut.register('CommandOrControl+K', () => {
      pressed += 1;
    });
    const after = [shortcuts.press('control+k'), shortcuts.press('Alt+K')];
    globalShortcut.setSuspended(true);
    const suspended = shortcuts.press('Ctrl+K');
    return { before, after, suspended, pressed, registered: shortcuts.registered };
  });
  expect(seen).toEqual({
    before: false,
    after: [true, false],
    suspended: false,
    pressed: 1,
    registered: ['Control+k'],
  });
});

test('a shortcut that is taken cannot be registered, nor a list that holds it', async ({
  launch,
}) => {
  const { app } = await launch();
  const seen = await withControl(app, ({ shortcuts }, { globalShortcut }) => {
    shortcuts.takenBySystem.add('ctrl+alt+delete');
    const nothing = (): void => undefined;
    const first = globalShortcut.register('Alt+Control+Delete', nothing);
    globalShortcut.registerAll(['Ctrl+1', 'Ctrl+Alt+Delete'], nothing);
    const own = [
      globalShortcut.register('Ctrl+2', nothing),
      globalShortcut.register('Ctrl+2', nothing),
    ];
    return [first, own, shortcuts.registered];
  });
  expect(seen).toEqual([false, [true, false], ['Control+2']]);
});

test('power follows the test', async ({ launch }) => {
  const { app } = await launch();
  const seen = await withControl(app, ({ power }, { powerMonitor }) => {
    const events: string[] = [];
    for (const name of ['suspend', 'lock-screen', 'unlock-screen'] as const)
      powerMonitor.on(name as 'suspend', () => events.push(name));
    power.idleSeconds = 90;
    power.onBattery = true;
    const idle = [60, 91].map((threshold) => powerMonitor.getSystemIdleState(threshold));
    power.emit('suspend');
    power.emit('lock-screen');
    const locked = powerMonitor.getSystemIdleState(60);
    power.emit('unlock-screen');
    return [idle, locked, powerMonitor.getSystemIdleTime(), powerMonitor.onBatteryPower, events];
  });
  expect(seen).toEqual([
    ['idle', 'active'],
    'locked',
    90,
    true,
    ['suspend', 'lock-screen', 'unlock-screen'],
  ]);
});

test('displays and the pointer follow the test', async ({ launch }) => {
  const { app } = await launch();
  const seen = await withControl(app, ({ screen: control }, { screen }) => {
    const added: number[] = [];
    screen.on('display-added', (_event, { id }) => added.push(id));
    control.cursor = { x: 2500, y: 7 };
    control.setDisplays([
      { id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 } },
      { id: 2, bounds: { x: 1920, y: 0, width: 1000, height: 500 } },
    ]);
    return [added, screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).id];
  });
  expect(seen).toEqual([[2], 2]);
});

test('the desktop’s looks reach nativeTheme and the page', async ({ launch }) => {
  const { app, page } = await launch();
  const before = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const seen = await withControl(app, ({ appearance }, { nativeTheme, systemPreferences }) => {
    let updates = 0;
    nativeTheme.on('updated', () => {
      updates += 1;
    });
    appearance.colorScheme = 'dark';
    appearance.colorScheme = 'dark';
    appearance.highContrast = true;
    appearance.reducedMotion = true;
    return {
      dark: nativeTheme.shouldUseDarkColors,
      contrast: nativeTheme.shouldUseHighContrastColors,
      motion: systemPreferences.getAnimationSettings().prefersReducedMotion,
      updates,
    };
  });
  expect(before).toBe(false);
  expect(seen).toEqual({ dark: true, contrast: true, motion: true, updates: 3 });
  await expect
    .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
    .toBe(true);
});

test('the crash reporter keeps what it is told', async ({ launch }) => {
  const { app } = await launch();
  const seen = await withControl(app, (_control, { crashReporter }) => {
    crashReporter.start({ uploadToServer: false, extra: { a: '1' } });
    crashReporter.addExtraParameter('b', '2');
    crashReporter.removeExtraParameter('a');
    return [
      crashReporter.getParameters(),
      crashReporter.getUploadToServer(),
      crashReporter.getLastCrashReport(),
    ];
  });
  expect(seen).toEqual([{ b: '2' }, false, null]);
});
