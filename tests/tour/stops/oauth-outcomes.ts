import { moveTime } from '../../e2e/support/clock.ts';
import { authorizeAddressOf, deliverLink, LOOPBACK, PROTOCOL } from '../../e2e/support/oauth.ts';
import type { Stop, Visit } from '../stop.ts';
import { fresh } from '../support/steps.ts';
import { answered, connected, waiting, WORLD } from '../support/signing-in.ts';

/** The exchange of the code fails so. */
const failing = (
  id: string,
  title: string,
  caption: string,
  fault: Parameters<Visit['clickup']['fail']>[0],
  sight: string,
): Stop => ({
  id,
  title,
  caption,
  world: WORLD,
  setUp: (visit) => {
    visit.clickup.fail(fault);
    return answered(visit);
  },
  shows: (page) => [page.getByRole('alert').filter({ hasText: sight })],
});

const EXCHANGE = { path: '/api/v2/oauth/token' } as const;

/** What may come of a sign-in, other than a connection. */
export const outcomes: readonly Stop[] = [
  {
    id: 'denied',
    title: 'The person said no',
    caption: 'What happened, what it means, and the way back.',
    world: WORLD,
    setUp: (visit) => answered(visit, 'reject'),
    shows: () => ['ClickUp was told no'],
  },
  failing(
    'code-used',
    'The code was used',
    'ClickUp’s own sentence and code stand beside ours.',
    {
      kind: 'status',
      status: 400,
      ecode: 'OAUTH_014',
      sentence: 'Code already used',
      match: EXCHANGE,
    },
    'used up or too old',
  ),
  failing(
    'unknown-client',
    'An unknown client ID',
    'The details can be changed at once.',
    {
      kind: 'status',
      status: 401,
      ecode: 'OAUTH_010',
      sentence: 'Client not found',
      match: EXCHANGE,
    },
    'does not know this client ID',
  ),
  failing(
    'not-registered',
    'A redirect URL that is not registered',
    'The next route that is registered is one click away.',
    {
      kind: 'status',
      status: 400,
      ecode: 'OAUTH_007',
      sentence: 'Redirect URI not registered',
      match: EXCHANGE,
    },
    'not registered',
  ),
  failing(
    'offline',
    'The network went away',
    'On the last step; nothing was stored.',
    { kind: 'cutBeforeHeaders', match: EXCHANGE },
    'network went away',
  ),
  failing(
    'secret-refused',
    'The app’s details are refused',
    'Client ID and secret can be compared and entered again.',
    { kind: 'status', status: 400, ecode: 'OAUTH_017', sentence: 'Missing', match: EXCHANGE },
    'refused the app’s details',
  ),
  failing(
    'server',
    'ClickUp has a problem',
    'The exchange failed on ClickUp’s side; the next attempt gets a new code.',
    { kind: 'html', status: 502, match: EXCHANGE },
    'a problem of its own',
  ),
  failing(
    'no-token',
    'Something in between',
    'A page of the network answered in ClickUp’s place.',
    { kind: 'html', status: 200, match: EXCHANGE },
    'not a token',
  ),
  {
    id: 'empty',
    title: 'Neither a code nor a reason',
    caption: 'The browser came back with nothing.',
    world: WORLD,
    setUp: async (visit) => {
      const perch = await waiting(visit);
      const state = new URL(await authorizeAddressOf(perch)).searchParams.get('state');
      await deliverLink(perch, `${PROTOCOL}?state=${state}`);
      return perch;
    },
    shows: () => ['ClickUp sent neither a code nor a reason'],
  },
  {
    id: 'expired',
    title: 'Ten minutes are over',
    caption: 'Ended for safety; perhaps another route leads back.',
    world: WORLD,
    setUp: async (visit) => {
      const perch = await waiting(visit);
      await moveTime(perch, 10 * 60_000);
      await perch.page.getByText('took longer than ten minutes').waitFor();
      return perch;
    },
    shows: () => ['The sign-in took longer than ten minutes', 'Use another way: a local port'],
  },
  {
    id: 'no-browser',
    title: 'No browser',
    caption: 'The system opened none.',
    world: WORLD,
    setUp: async (visit) => {
      const perch = await waiting(visit);
      await perch.app.evaluate(({ shell }) => {
        shell.openExternal = () => Promise.reject(new Error('no browser'));
      });
      await perch.page.getByRole('button', { name: 'Open again' }).click();
      return perch;
    },
    shows: () => ['The browser could not be opened'],
  },
  {
    id: 'port-taken',
    title: 'The local port is taken',
    caption: 'Another program listens there, so the browser was not even opened.',
    world: WORLD,
    usesPorts: true,
    setUp: async (visit) => {
      const perch = await connected(visit);
      const { page } = perch;
      // The trial of the route holds the port meanwhile.
      await page.getByRole('button', { name: `Test ${LOOPBACK}` }).click();
      await page.getByText('Waiting for the browser…').waitFor();
      await page.evaluate(async (redirectUri) => {
        const answer = await window.perch.session.read();
        const appId = answer.ok ? (answer.value.oauthApps[0]?.id ?? '') : '';
        await window.perch.oauth.start({ appId, connectionId: null, redirectUri });
      }, LOOPBACK);
      await page.getByRole('button', { name: 'Add a connection' }).click();
      return perch;
    },
    shows: () => ['Another program uses port 17291'],
  },
  {
    id: 'nothing-pending',
    title: 'A link for which nothing waits',
    caption: 'It was ignored, and Perch says so.',
    setUp: async (visit) => {
      const perch = await fresh(visit);
      await perch.page.getByRole('heading', { name: 'Connect to ClickUp' }).waitFor();
      await deliverLink(perch, `${PROTOCOL}?code=SAMPLE&state=SAMPLE`);
      return perch;
    },
    shows: () => ['A sign-in link was opened, but no sign-in was under way'],
  },
];
