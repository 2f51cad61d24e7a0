import type { Page } from '@playwright/test';
import {
  answerTo,
  beginSignIn,
  deliverLink,
  enterApp,
  expect,
  LOOPBACK,
  PROTOCOL,
  test,
} from './support/oauth.ts';
import { moveTime } from './support/clock.ts';
import { connectAndChoose } from './support/test.ts';

/* A sign-in that takes longer than its ten minutes (requirement O3). */

const NORTHWIND = '9002411';
const TEN_MINUTES_MS = 10 * 60_000;
/** More than any machine takes for a few clicks. */
const A_WHILE_MS = 50_000;

const TOO_LATE = 'The sign-in took longer than ten minutes';

async function openConnect(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tokens', exact: true }).click();
  await page.getByRole('button', { name: 'Add a connection' }).click();
}

test('the time left runs out on screen, a late answer is refused, and the old login survives', async ({
  launch,
  clickup,
}) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await openConnect(page);
  await enterApp(page, { ticked: [PROTOCOL, LOOPBACK] });
  await beginSignIn(page);
  await expect(page.getByText(/^(10 min|9 min \d+ s) left/u)).toBeVisible();
  const answer = await answerTo(perch, clickup, [NORTHWIND]);

  await moveTime(perch, TEN_MINUTES_MS - A_WHILE_MS);
  await openConnect(page);
  const secondsLeft = async (): Promise<number> =>
    Number.parseInt(await page.getByText(/^\d+ s left/u).innerText(), 10);
  const before = await secondsLeft();
  await expect.poll(secondsLeft).toBeLessThan(before);

  await moveTime(perch, A_WHILE_MS);
  await openConnect(page);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(TOO_LATE, { timeout: 15_000 });
  await expect(alert).toContainText('your other connections are untouched');
  await expect(page.getByRole('button', { name: 'Use another way: a local port' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in again' })).toBeVisible();

  await page.getByRole('button', { name: 'Close' }).click();
  await deliverLink(perch, answer);
  await expect(alert).toContainText(TOO_LATE);
  const paths = clickup.requests.map(({ path }) => path);
  expect(paths.filter((path) => path === '/api/v2/oauth/token')).toEqual([]);

  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page.getByText('Connected as Ada Kessler')).toBeVisible();
  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(page.getByText('Working')).toBeVisible();
});

test('the loopback port closes with the time', async ({ ports: _ports, launch }) => {
  const perch = await launch();
  await enterApp(perch.page, { ticked: [LOOPBACK] });
  await beginSignIn(perch.page);
  expect((await fetch(LOOPBACK)).status).toBe(400);
  await moveTime(perch, TEN_MINUTES_MS);
  await expect(perch.page.getByRole('alert')).toContainText(TOO_LATE, { timeout: 15_000 });
  await expect(fetch(LOOPBACK)).rejects.toThrow('fetch failed');
});

test('an answer that comes into the stopped Perch after its time is refused', async ({
  launch,
  clickup,
}) => {
  const first = await launch();
  await enterApp(first.page);
  await beginSignIn(first.page);
  const answer = await answerTo(first, clickup, [NORTHWIND]);
  await first.quit();

  const second = await launch();
  await moveTime(second, TEN_MINUTES_MS);
  await deliverLink(second, answer);
  await expect(second.page.getByRole('alert')).toContainText('no sign-in was under way');
  const paths = clickup.requests.map(({ path }) => path);
  expect(paths.filter((path) => path === '/api/v2/oauth/token')).toEqual([]);
});
