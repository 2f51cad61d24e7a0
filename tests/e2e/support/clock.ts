import type { Perch } from './perch.ts';

/**
 * Moves the time of Perch on by so many milliseconds: main's clock, and the page's, which takes over
 * main's when it loads. What already waits for its time in main notices as after a sleep.
 */
export async function moveTime({ app, page }: Perch, ms: number): Promise<void> {
  await app.evaluate((_electron, by) => {
    const before = Date.now;
    Date.now = () => before() + by;
  }, ms);
  await page.reload();
  await page.getByRole('contentinfo').waitFor();
}
