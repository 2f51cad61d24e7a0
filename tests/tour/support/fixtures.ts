import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Fixtures, test as e2e } from '../../e2e/support/test.ts';
import { NOW } from './looks.ts';

const FROZEN_TIME = join(import.meta.dirname, 'frozen-time.cjs');

/** Milliseconds by which the app is ahead of ClickUp's double, as if somebody had read a while. */
const READING_MS = 13_000;

/** Device pixels to a CSS pixel. */
const scale = process.env['PERCH_TOUR_SCALE'] ?? '1';

/** The same place, language and drawing everywhere. */
const ENVIRONMENT = {
  PERCH_TOUR_NOW: String(NOW + READING_MS),
  TZ: 'Europe/Berlin',
  LANG: 'en_US.UTF-8',
  LANGUAGE: 'en_US',
  LC_ALL: 'en_US.UTF-8',
};
const SWITCHES = [
  '--lang=en-US',
  `--force-device-scale-factor=${scale}`,
  '--force-color-profile=srgb',
  // Coloured fringes depend on the screen, and triple the size of a picture.
  '--disable-lcd-text',
  '--font-render-hinting=none',
  // Drawn by the processor and never in parts: otherwise a corner's shade depends on the moment.
  '--disable-gpu',
  '--disable-gpu-rasterization',
  '--disable-partial-raster',
  '--disable-skia-runtime-opts',
];

/**
 * The end-to-end tests' fixtures with the time standing still: in the app's process, in ClickUp's
 * double, and in the page, which is loaded anew for that before anything is done in it.
 */
export const test = e2e.extend<Pick<Fixtures, 'launch'>>({
  launch: async ({ launch }, use) => {
    await use(async (options = {}) => {
      const perch = await launch({
        ...options,
        args: ['-r', FROZEN_TIME, ...SWITCHES, ...(options.args ?? [])],
        env: { ...ENVIRONMENT, ...options.env },
      });
      await holdTime(perch.page);
      return perch;
    });
  },
});

async function holdTime(page: Page): Promise<void> {
  await page.context().clock.setFixedTime(NOW);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.reload();
  await page.getByRole('contentinfo').waitFor();
}
