import type { Page } from '@playwright/test';
import { EVENTS } from '../../../electron/contract/channels.ts';
import type { PerchError } from '../../../electron/contract/errors.ts';
import type { Session } from '../../../electron/contract/session.ts';
import { connect, expect, type Fixtures, TOKEN } from '../../e2e/support/test.ts';
import type { Perch } from '../../e2e/support/perch.ts';
import type { Visit } from '../stop.ts';

/** Started for the first time. */
export const fresh = ({ launch }: Visit): Promise<Perch> => launch();

/** Every plan has come: what goes out while something is chosen would count or not, by chance. */
export const plansRead = (page: Page): Promise<void> =>
  expect(page.getByRole('listbox').locator('.skeleton')).toHaveCount(0);

/** Connected with a personal token, before a Workspace is chosen. */
export async function connected({ launch }: Visit): Promise<Perch> {
  const perch = await launch();
  await connect(perch);
  await plansRead(perch.page);
  return perch;
}

/** Chooses the first Workspace, which leads to the Requests screen. */
export async function chooseFirst(perch: Perch): Promise<Perch> {
  const { page } = perch;
  await plansRead(page);
  await page.getByRole('option', { name: /Northwind Studio/u }).click();
  await page.getByRole('heading', { name: 'Requests' }).waitFor();
  return perch;
}

/** Connected and in Northwind Studio, on the Requests screen. */
export const settled = async (visit: Visit): Promise<Perch> => chooseFirst(await connected(visit));

/** Exploring the sample data, in Northwind Studio. */
export async function sampling({ launch }: Visit): Promise<Perch> {
  const perch = await launch();
  await perch.page.getByRole('button', { name: 'Explore with sample data' }).click();
  await perch.page.getByRole('heading', { name: 'Choose a Workspace' }).waitFor();
  return chooseFirst(perch);
}

/** A second run, after one in which the person connected and something was then done to the computer. */
export async function secondRun(
  visit: Visit,
  between: () => Promise<void> | undefined,
): Promise<Perch> {
  const earlier = await settled(visit);
  await earlier.quit();
  await between();
  return visit.launch();
}

/** Two connections: the sample data, and the personal one, which is in use. */
export async function withTwoConnections(visit: Visit): Promise<Perch> {
  const perch = await sampling(visit);
  const { page } = perch;
  await goTo(page, 'Tokens');
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await connect(perch);
  return chooseFirst(perch);
}

/** Goes to a screen by the rail. */
export async function goTo(
  page: Page,
  screen: 'Requests' | 'Tokens' | 'Workspaces',
): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: screen })
    .click();
}

/** Types a token and sends it off. */
export async function tryToken(page: Page, token = TOKEN): Promise<void> {
  await page.getByLabel('Personal token').fill(token);
  await page.getByRole('button', { name: 'Verify and connect' }).click();
}

/** What another computer, or another day, would have made of the session: told to the page by main. */
export async function showSession(
  { app, page }: Perch,
  change: (session: Session) => Session,
): Promise<void> {
  const answer = await page.evaluate(() => window.perch.session.read());
  if (!answer.ok) throw new Error('The session cannot be read');
  await app.evaluate(
    ({ BrowserWindow }, [channel, session]) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, session);
    },
    [EVENTS.session.changed, change(answer.value)] as const,
  );
}

/** Lets main answer a channel with an error that cannot be brought about here, or never. */
export const failChannel = ({ app }: Perch, channel: string, error: PerchError | null) =>
  app.evaluate(
    ({ ipcMain }, [name, failure]) => {
      ipcMain.removeHandler(name);
      ipcMain.handle(name, () =>
        failure === null ? new Promise(() => undefined) : { ok: false, error: failure },
      );
    },
    [channel, error] as const,
  );

/** Every answer is this refusal from now on. */
export const refuseWith = (
  { clickup }: Pick<Fixtures, 'clickup'>,
  status: number,
  ecode: string,
  sentence: string,
): void => clickup.fail({ kind: 'status', status, ecode, sentence });
