import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { connectedBridge, installBridge } from './bridge-stub.ts';
import type { Figure } from './figure.ts';
import { group } from './group.ts';
import { servePage } from './page-server.ts';

const PAGES = 21;
const WARM_UP_PAGES = 2;

const time = (name: string, budget: number | null): Figure => ({
  name,
  kind: 'time',
  unit: 'ms',
  budget,
});

/** Milliseconds from the beginning of a page's load to its first contentful paint. */
async function firstPaint(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 900, height: 640 } });
  const page = await context.newPage();
  await page.addInitScript(installBridge, connectedBridge(Date.now()));
  await page.goto(address);
  const painted = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const { name, startTime } of list.getEntries())
            if (name === 'first-contentful-paint') resolve(startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await context.close();
  return painted;
}

/** A page of one word: what Chromium itself takes on this machine in its present state. */
const ONE_WORD = 'data:text/html,<!doctype html><title>Perch</title><p>Perch';

/**
 * The built page in a plain headless Chromium, which stands for any machine's: no Electron, no main,
 * and a bridge that answers at once for a person who is connected. Nothing of it is in a cache. Two
 * pages take turns, so that what disturbs one is seen in the other.
 */
export const FIRST_PAINT = group({
  figures: {
    app: time('first contentful paint, headless Chromium', 200),
    oneWord: time('first contentful paint, headless Chromium, page of one word', null),
  },
  async measure({ root, chromium: findChromium }) {
    await using server = await servePage(join(root, 'out/renderer'));
    const browser = await chromium.launch({ executablePath: findChromium() });
    try {
      const app: number[] = [];
      const oneWord: number[] = [];
      for (let run = -WARM_UP_PAGES; run < PAGES; run += 1) {
        const ofApp = await firstPaint(browser, server.page);
        const ofOneWord = await firstPaint(browser, ONE_WORD);
        if (run < 0) continue;
        app.push(ofApp);
        oneWord.push(ofOneWord);
      }
      return { app, oneWord };
    } finally {
      await browser.close();
    }
  },
});
