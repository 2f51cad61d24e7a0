import {
  deliverLink,
  enterApp,
  LOOPBACK,
  PROTOCOL,
  waitingPerch,
} from '../../e2e/support/oauth.ts';
import type { TourScreen } from '../stop.ts';
import { answered, entered, waiting, WORLD } from '../support/signing-in.ts';
import { fresh } from '../support/steps.ts';
import { apps } from './oauth-apps.ts';
import { outcomes } from './oauth-outcomes.ts';
import { setupFiles } from './oauth-setup-files.ts';

export const oauth: TourScreen = {
  name: 'oauth',
  title: 'Sign in with OAuth',
  about: 'Setting up an OAuth app once, signing in through the browser, and what may come of it.',
  stops: [
    {
      id: 'set-up',
      title: 'Setting up',
      caption: 'The three steps of ClickUp’s own page; every redirect URL has a button to copy it.',
      setUp: async (visit) => {
        const perch = await fresh(visit);
        await perch.page.getByRole('tab', { name: 'Sign in with OAuth' }).click();
        return perch;
      },
      shows: (page) => [page.getByText('Create an App'), PROTOCOL],
    },
    {
      id: 'entered',
      title: 'Client ID and secret',
      caption: 'The secret is masked, and will never be shown again.',
      world: WORLD,
      setUp: entered,
      shows: (page) => [page.getByRole('button', { name: 'Save and sign in' })],
    },
    {
      id: 'no-redirect',
      title: 'No redirect URL ticked',
      caption: 'Without one the browser could not come back.',
      world: WORLD,
      setUp: async (visit) => {
        const perch = await fresh(visit);
        await enterApp(perch.page, { ticked: [] });
        return perch;
      },
      shows: () => ['Tick at least one redirect URL.'],
    },
    {
      id: 'plain-http',
      title: 'A team page without https',
      caption: 'Refused with the reason that ClickUp’s page gives.',
      world: WORLD,
      setUp: async (visit) => {
        const perch = await fresh(visit);
        await enterApp(perch.page, { bridge: 'http://perch.example/back' });
        await perch.page.getByRole('button', { name: 'Save and sign in' }).click();
        return perch;
      },
      shows: () => ['ClickUp may stop redirecting to plain http: use https.'],
    },
    ...setupFiles,
    {
      id: 'waiting',
      title: 'Waiting for the browser',
      caption: 'Time left, opening again, copying the link, the next route, and pasting by hand.',
      world: WORLD,
      setUp: waiting,
      shows: () => ['Waiting for your browser', 'Use another way: a local port'],
    },
    {
      id: 'waiting-port',
      title: 'Waiting at the local port',
      caption: 'The port is open while Perch runs, so Perch asks to be left running.',
      world: WORLD,
      usesPorts: true,
      setUp: ({ launch }) => waitingPerch(launch, { ticked: [LOOPBACK] }),
      shows: () => ['Keep Perch running until you are back.', /Local port/u],
    },
    {
      id: 'ignored',
      title: 'An answer that proves nothing',
      caption: 'It was not sent anywhere, and the sign-in goes on.',
      world: WORLD,
      setUp: async (visit) => {
        const perch = await waiting(visit);
        await deliverLink(perch, `${PROTOCOL}?code=SAMPLE&state=SAMPLE`);
        return perch;
      },
      shows: (page) => [page.getByRole('alert').filter({ hasText: 'another sign-in' })],
    },
    {
      id: 'exchanging',
      title: 'Getting the token',
      caption: 'The code is exchanged once.',
      world: WORLD,
      setUp: (visit) => {
        visit.clickup.fail({ kind: 'neverAnswer', match: { path: '/api/v2/oauth/token' } });
        return answered(visit);
      },
      shows: () => ['ClickUp said yes. Getting the token…'],
    },
    {
      id: 'confirming',
      title: 'Whose account it is',
      caption: 'Nothing is stored before the person agrees.',
      world: WORLD,
      setUp: answered,
      shows: () => ['Connect this account?', 'Connect Ada Kessler'],
    },
    ...outcomes,
    {
      id: 'start',
      title: 'Signing in again',
      caption: 'With the app set up, one button is left.',
      world: WORLD,
      setUp: async (visit) => {
        const perch = await waiting(visit);
        await perch.page.getByRole('button', { name: 'Cancel' }).click();
        return perch;
      },
      shows: (page) => [page.getByRole('button', { name: 'Sign in with the browser' })],
    },
    {
      id: 'start-several',
      title: 'One of several apps',
      caption: 'Which app the browser is opened for.',
      world: WORLD,
      setUp: async (visit) => {
        const perch = await waiting(visit);
        const { page } = perch;
        await page.getByRole('button', { name: 'Cancel' }).click();
        await page.getByRole('button', { name: 'Use another app' }).click();
        await page.getByLabel('Client ID').fill('SAMPLE_SECOND_CLIENT');
        await page.getByLabel('Client secret').fill('CANARY_SECOND_SECRET');
        await page.getByRole('button', { name: 'Save and sign in' }).click();
        await page.getByRole('button', { name: 'Cancel' }).click();
        return perch;
      },
      shows: (page) => [page.getByRole('combobox', { name: 'OAuth app' })],
    },
    ...apps,
  ],
};
