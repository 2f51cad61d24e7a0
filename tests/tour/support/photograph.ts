import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Perch } from '../../e2e/support/perch.ts';
import type { Stop, TourScreen } from '../stop.ts';
import { FOLDER } from './folder.ts';
import { type Look, LOOKS, type Size } from './looks.ts';
import { pictureName } from './pictures.ts';
import { shrinkPng } from './shrink-png.ts';

/** How often a picture is taken again until two in a row are alike. */
const ATTEMPTS = 8;

/** How long a window may take to get its size. */
const RESIZING_MS = 3_000;

/** Takes a stop's picture in each look, after making sure that it shows what it should. */
export async function photograph(perch: Perch, screen: TourScreen, stop: Stop): Promise<void> {
  const { page } = perch;
  // Away from what was clicked, or it would look pointed at.
  await page.mouse.move(1, 1);
  for (const look of LOOKS) {
    await take(perch, look);
    for (const sight of stop.shows(page)) {
      const place =
        typeof sight === 'string' || sight instanceof RegExp ? page.getByText(sight) : sight;
      await expect(place.first()).toBeVisible();
    }
    const path = join(FOLDER, pictureName(screen, stop, look));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, shrinkPng(await steadyPicture(page)));
  }
}

/** Gives the window a look. */
async function take(perch: Perch, { theme, ...size }: Look): Promise<void> {
  const { page } = perch;
  await resize(perch, size);
  // By way of the other theme all of the page is painted anew; painted in parts, a corner may differ.
  for (const colorScheme of [theme === 'light' ? 'dark' : 'light', theme] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    });
  }
}

/** Sizes the window's content. A window may come out larger than asked for: then less is asked for. */
async function resize({ app, page }: Perch, { width, height }: Size): Promise<void> {
  let asked = { width, height };
  await expect(async () => {
    await app.evaluate(({ BrowserWindow }, size) => {
      for (const window of BrowserWindow.getAllWindows())
        window.setContentSize(size.width, size.height);
    }, asked);
    const measure = () => page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    try {
      await expect.poll(measure, { timeout: RESIZING_MS }).toEqual({ width, height });
    } catch (failure) {
      const got = await measure();
      asked = {
        width: asked.width + width - got.width,
        height: asked.height + height - got.height,
      };
      throw failure;
    }
  }).toPass({ timeout: 4 * RESIZING_MS });
}

/** A picture that a second one, taken right after it, equals. */
async function steadyPicture(page: Page): Promise<Buffer> {
  const shoot = () => page.screenshot({ animations: 'disabled', caret: 'hide' });
  let before = await shoot();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const after = await shoot();
    if (after.equals(before)) return after;
    before = after;
  }
  throw new Error('The page does not come to rest.');
}
