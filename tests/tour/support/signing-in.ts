import {
  answerTo,
  deliverLink,
  enterApp,
  LOOPBACK,
  OAUTH_APP,
  PROTOCOL,
  waitingPerch,
} from '../../e2e/support/oauth.ts';
import type { Perch } from '../../e2e/support/perch.ts';
import type { Visit } from '../stop.ts';
import { fresh, goTo } from './steps.ts';

/** ClickUp's double knows the app. */
export const WORLD = { oauthApps: [OAUTH_APP] };
const WORKSPACES = ['9002411', '9002587'];

/** The app's details typed in. */
export async function entered(visit: Visit): Promise<Perch> {
  const perch = await fresh(visit);
  await enterApp(perch.page, TICKED);
  return perch;
}

const TICKED = { ticked: [PROTOCOL, LOOPBACK], bridge: 'perch.example/back' };

/** The browser was opened, and Perch waits. */
export const waiting = ({ launch }: Visit): Promise<Perch> => waitingPerch(launch, TICKED);

/** The browser's answer, as the system hands it over. */
export async function answered(
  visit: Visit,
  decision: 'connect' | 'reject' = 'connect',
): Promise<Perch> {
  const perch = await waiting(visit);
  await deliverLink(perch, await answerTo(perch, visit.clickup, WORKSPACES, decision));
  return perch;
}

/** Connected by OAuth with two Workspaces, on the Tokens screen. */
export async function connected(visit: Visit): Promise<Perch> {
  const perch = await answered(visit);
  await perch.page.getByRole('button', { name: 'Connect Ada Kessler' }).click();
  await perch.page.getByRole('heading', { name: 'Choose a Workspace' }).waitFor();
  await goTo(perch.page, 'Tokens');
  return perch;
}
