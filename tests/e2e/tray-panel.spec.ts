import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { TestInfo } from '@playwright/test';
import type { Bitmap } from '../standin/image/bitmap.ts';
import { decodePng } from '../standin/image/decode-png.ts';
import { encodePng } from '../standin/image/encode-png.ts';
import { PANEL_HEIGHT, type PanelDesktop, SCREEN, startPanel } from './support/panel.ts';
import type { Perch } from './support/perch.ts';
import {
  type Area,
  type Color,
  colorAt,
  differenceOf,
  isLike,
  shareOf,
  textLines,
} from './support/pictures.ts';
import { connectAndChoose, expect, test as base } from './support/test.ts';

const TRAY_IMAGE = resolve(import.meta.dirname, '../../build/icons/tray.png');
const STRIP: Area = { x: 0, y: 0, width: SCREEN.width, height: PANEL_HEIGHT };
/** Where menus open: below the panel, at its left end. */
const BELOW: Area = { x: 0, y: PANEL_HEIGHT + 2, width: 400, height: 400 };
/** A place for the mouse where it covers nothing. */
const ASIDE = [SCREEN.width - 12, 4] as const;

interface PanelFixtures {
  readonly panel: PanelDesktop;
  /** Starts Perch on the panel's desktop. */
  readonly launchBelow: () => Promise<Perch>;
}

const test = base.extend<PanelFixtures>({
  panel: async ({ keyring }, use) => {
    const panel = await startPanel(keyring?.env ?? {});
    await panel.point(...ASIDE);
    await use(panel);
    await panel.stop();
  },
  launchBelow: async ({ launch, panel }, use) => {
    // Without a window manager the stand-in's windows would lie over the panel.
    await use(() => launch({ env: { ...panel.env, STANDIN_HEADLESS: '1' } }));
  },
});

test.skip(
  process.platform !== 'linux',
  'The panel is a Linux desktop’s; macOS and Windows have one tray each, which no test can click',
);

test('the panel shows the icon, hides the window by its menu and brings it back', async ({
  panel,
  launchBelow,
}, testInfo) => {
  const empty = await panel.screenshot();
  const perch = await launchBelow();
  const icon = await untilIconIn(panel, empty);
  await attach(testInfo, 'The icon in the panel', await panel.screenshot());

  const menu = await openMenu(panel, icon, perch);
  await attach(testInfo, 'The menu below the panel', menu.picture);
  expect(menu.labels).toEqual(['Not connected', 'Connect to ClickUp…', 'Hide Perch', 'Quit Perch']);
  await menu.choose('Hide Perch');
  await expect.poll(perch.isWindowVisible).toBe(false);

  await panel.click(...handleOf(icon), 1);
  await expect.poll(perch.isWindowVisible).toBe(true);

  // Perch asks the desktop whether it shows icons, and stays because this one does.
  await perch.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(perch.isWindowVisible).toBe(false);
  const again = await openMenu(panel, icon, perch);
  expect(again.labels).toContain('Show Perch');
  await again.choose('Show Perch');
  await expect.poll(perch.isWindowVisible).toBe(true);
});

test('the panel follows the menu into its submenu, and Quit takes the icon away', async ({
  panel,
  launchBelow,
}, testInfo) => {
  const empty = await panel.screenshot();
  const perch = await launchBelow();
  await connectAndChoose(perch);
  const icon = await untilIconIn(panel, empty);

  const menu = await openMenu(panel, icon, perch);
  const workspaces = await perch.app.evaluate(() => {
    const { menu: shown } = Reflect.get(globalThis, Symbol.for('perch.record')) as {
      menu: Electron.Menu;
    };
    return shown.getMenuItemById('workspace')?.submenu?.items.map(({ label }) => label) ?? [];
  });
  expect(workspaces).toContain('Side Projects');
  await menu.pointAt('Workspace');
  const right: Area = { ...BELOW, x: menu.area.x + menu.area.width, width: 300 };
  const submenu = await untilMenuIn(panel, menu.picture, right, workspaces.length);
  await attach(testInfo, 'The Workspaces in the submenu', submenu.picture);
  const line = submenu.lines[workspaces.indexOf('Side Projects')] ?? 0;
  await panel.click(submenu.area.x + 40, line, 1);
  await expect.poll(async () => (await perch.trayLabels())[0]).toBe('Side Projects');

  await panel.point(...ASIDE);
  const ended = new Promise((done) => perch.app.process().once('exit', done));
  await (await openMenu(panel, icon, perch)).choose('Quit Perch');
  expect(await ended).toBe(0);
  await expect.poll(async () => differenceOf(empty, await panel.screenshot(), STRIP)).toBeNull();
});

/** A place on an icon from which the mouse's arrow does not reach below the panel. */
const handleOf = ({ x, y }: Area): readonly [number, number] => [x + 6, y + 3];

/**
 * Waits until the panel shows one thing in the colors of Perch's icon, as large as icons are there,
 * and gives its place.
 */
async function untilIconIn(panel: PanelDesktop, empty: Bitmap): Promise<Area> {
  const color = await mainColorOf(TRAY_IMAGE);
  let area = STRIP;
  await expect
    .poll(
      async () => {
        const picture = await panel.screenshot();
        area = differenceOf(empty, picture, STRIP) ?? STRIP;
        return shareOf(picture, area, (other) => isLike(other, color, 40));
      },
      { message: 'The icon is in the panel' },
    )
    .toBeGreaterThan(0.15);
  for (const side of [area.width, area.height]) {
    expect(side).toBeGreaterThan(PANEL_HEIGHT / 2);
    expect(side).toBeLessThanOrEqual(PANEL_HEIGHT);
  }
  return area;
}

interface OpenMenu {
  readonly area: Area;
  readonly picture: Bitmap;
  /** What the app says its lines are, separators left out. */
  readonly labels: readonly string[];
  readonly choose: (label: string) => Promise<void>;
  readonly pointAt: (label: string) => Promise<void>;
}

/** Opens the icon's menu with the right button and waits until it has as many lines as Perch says. */
async function openMenu(panel: PanelDesktop, icon: Area, perch: Perch): Promise<OpenMenu> {
  await panel.point(...ASIDE);
  const before = await panel.screenshot();
  await panel.click(...handleOf(icon), 3);
  const labels = await perch.app.evaluate(() => {
    const { menu } = Reflect.get(globalThis, Symbol.for('perch.record')) as { menu: Electron.Menu };
    return menu.items.filter(({ type }) => type !== 'separator').map(({ label }) => label);
  });
  const { area, picture, lines } = await untilMenuIn(panel, before, BELOW, labels.length);
  const placeOf = (label: string): readonly [number, number] => {
    const line = lines[labels.indexOf(label)];
    if (line === undefined) throw new Error(`The menu has no line ${label}`);
    return [area.x + 40, line];
  };
  return {
    area,
    picture,
    labels,
    pointAt: (label) => panel.point(...placeOf(label)),
    choose: async (label) => {
      await panel.click(...placeOf(label), 1);
      await panel.point(...ASIDE);
      await expect
        .poll(async () => differenceOf(before, await panel.screenshot(), BELOW), {
          message: 'The menu is gone',
        })
        .toBeNull();
    },
  };
}

/** Waits until a menu with a number of lines has appeared within an area. */
async function untilMenuIn(panel: PanelDesktop, before: Bitmap, within: Area, count: number) {
  let picture = before;
  let area = within;
  let lines: readonly number[] = [];
  await expect
    .poll(
      async () => {
        picture = await panel.screenshot();
        const changed = differenceOf(before, picture, within);
        if (changed === null || changed.width < 60) return 0;
        area = changed;
        // Without the frame around it.
        const inner = { x: area.x + 4, y: area.y, width: area.width - 8, height: area.height - 4 };
        lines = textLines(picture, inner);
        return lines.length;
      },
      { message: 'The menu is open with all its lines' },
    )
    .toBe(count);
  return { picture, area, lines };
}

/** The color that most of an image's opaque pixels have. */
async function mainColorOf(path: string): Promise<Color> {
  const image = decodePng(await readFile(path));
  const counts = new Map<string, number>();
  for (let at = 0; at < image.width * image.height; at += 1) {
    if ((image.rgba[at * 4 + 3] ?? 0) < 255) continue;
    const key = colorAt(image, at % image.width, Math.floor(at / image.width)).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  const [red = 0, green = 0, blue = 0] = most?.[0].split(' ').map(Number) ?? [];
  return [red, green, blue];
}

const attach = (testInfo: TestInfo, name: string, picture: Bitmap): Promise<void> =>
  testInfo.attach(name, { body: encodePng(picture), contentType: 'image/png' });
