/// <reference lib="dom" />
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { encodeIcns, ICNS_SIZES } from '../icons/format/icns.ts';
import { encodeIco } from '../icons/format/ico.ts';
import { encodeSmallPng, type Picture } from '../icons/format/png.ts';
import { hint } from '../icons/format/svg.ts';

/**
 * Draws every icon of Perch anew from `build/icons/source`: `node build/scripts/draw-icons.ts`. The
 * results are committed, so that packaging needs no browser.
 */
const ICONS = resolve(import.meta.dirname, '../icons');

/** Up to this many pixels the app's icon is drawn from its simplified source. */
const SMALL = 48;
const ICO_SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256];
const TRAY_ICO_SIZES = [16, 20, 24, 32, 40, 48];
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const TRAY_SIZE = 24;
const TEMPLATE_SIZE = 16;

/**
 * The parts of the grids that are drawn: macOS wants the margin around its rounded square, elsewhere
 * the icon would look smaller than its neighbours.
 */
const GRIDS = {
  macos: { full: '0 0 1024 1024', small: '-6.857 -6.857 109.714 109.714' },
  elsewhere: { full: '86.71 86.71 850.58 850.58', small: '0 0 96 96' },
} as const;

/**
 * One blue with a contrast of at least 3:1 against light and dark panels alike, since neither
 * Windows nor Linux tells an app which of the two it sits on.
 */
const TRAY_BLUE = [0x3f, 0x7d, 0xf0] as const;

const source = (name: string): string => readFileSync(join(ICONS, 'source', `${name}.svg`), 'utf8');

const save = (name: string, data: Buffer): void => {
  writeFileSync(join(ICONS, name), data);
  console.log(`${name.padEnd(24)} ${data.length} bytes`);
};

/** Where the browser that draws lies. Throws where the PATH holds none. */
function findChromium(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(existsSync);
  if (found === undefined) throw new Error('Drawing the icons needs Chromium on the PATH.');
  return found;
}

async function rasterise(page: Page, svg: string, pixels: number): Promise<Picture> {
  const encoded = await page.evaluate(
    async ([markup, size]) => {
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(markup)}`;
      await image.decode();
      const context = new OffscreenCanvas(size, size).getContext('2d');
      if (context === null) throw new Error('The browser gives no canvas.');
      context.drawImage(image, 0, 0);
      const bytes = context.getImageData(0, 0, size, size).data;
      // As text in one piece: an array of millions of numbers takes a minute to cross.
      let text = '';
      for (let at = 0; at < bytes.length; at += 32_768) {
        text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
      }
      return btoa(text);
    },
    [svg, pixels] as const,
  );
  return { width: pixels, height: pixels, rgba: Uint8Array.from(Buffer.from(encoded, 'base64')) };
}

/** The same shape in one flat colour. */
const tinted = (picture: Picture, colour: readonly [number, number, number]): Picture => ({
  ...picture,
  rgba: picture.rgba.map((value, at) => {
    const isVisible = picture.rgba[at - (at % 4) + 3] !== 0;
    return at % 4 === 3 || !isVisible ? value : (colour[at % 4] ?? 0);
  }),
});

async function draw(page: Page): Promise<void> {
  const [full, small, bird] = [source('app'), source('app-small'), source('tray')];

  const app = (place: keyof typeof GRIDS) => (pixels: number) => {
    const [svg, size] = pixels <= SMALL ? ([small, 'small'] as const) : ([full, 'full'] as const);
    return rasterise(page, hint(svg, { pixels, grid: GRIDS[place][size] }), pixels);
  };
  const template = (pixels: number) => rasterise(page, hint(bird, { pixels }), pixels);
  const tray = async (pixels: number) => tinted(await template(pixels), TRAY_BLUE);
  const all = async (sizes: readonly number[], one: (pixels: number) => Promise<Picture>) => {
    const pictures: Picture[] = [];
    for (const size of sizes) pictures.push(await one(size));
    return pictures;
  };

  save('icon.icns', encodeIcns(await all(ICNS_SIZES, app('macos'))));
  save('icon.ico', encodeIco(await all(ICO_SIZES, app('elsewhere'))));
  save('icon.png', encodeSmallPng(await app('elsewhere')(512)));
  mkdirSync(join(ICONS, 'linux'), { recursive: true });
  for (const picture of await all(LINUX_SIZES, app('elsewhere'))) {
    save(`linux/${picture.width}x${picture.width}.png`, encodeSmallPng(picture));
  }
  save('tray.ico', encodeIco(await all(TRAY_ICO_SIZES, tray)));
  for (const [suffix, density] of [
    ['', 1],
    ['@2x', 2],
  ] as const) {
    save(`tray${suffix}.png`, encodeSmallPng(await tray(TRAY_SIZE * density)));
    save(`trayTemplate${suffix}.png`, encodeSmallPng(await template(TEMPLATE_SIZE * density)));
  }
}

const browser = await chromium.launch({ executablePath: findChromium() });
try {
  await draw(await browser.newPage());
} finally {
  await browser.close();
}
