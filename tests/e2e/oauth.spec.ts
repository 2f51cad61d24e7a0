import { createServer } from 'node:net';
import { connectAndChoose, readAllFiles } from './support/test.ts';
import {
  answerTo,
  authorizeAddressOf,
  beginSignIn,
  decideByForm,
  deliverLink,
  enterApp,
  expect,
  LOOPBACK,
  OAUTH_APP,
  PROTOCOL,
  test,
  waitingPerch,
} from './support/oauth.ts';
import type { Perch } from './support/perch.ts';

/* Signing in without a browser: what it would do is done by the test. */

const NORTHWIND = '9002411';
const ALL_OF_ADA = [NORTHWIND, '9002587', '9002733'];

const paste = async ({ page }: Perch, address: string): Promise<void> => {
  await page.getByLabel('Address the browser ended on').fill(address);
  await page.getByRole('button', { name: 'Use address' }).click();
};

const exchanges = (clickup: { readonly requests: readonly { readonly path: string }[] }) =>
  clickup.requests.filter(({ path }) => path === '/api/v2/oauth/token').length;

test('the pasted address signs in', async ({ launch, clickup }) => {
  const perch = await waitingPerch(launch);
  const answer = await answerTo(perch, clickup, [NORTHWIND]);
  await paste(perch, ` ${answer}\n`);
  await perch.page.getByRole('button', { name: 'Connect Ada Kessler' }).click();
  await expect(perch.page.getByText('Connected as Ada Kessler')).toBeVisible();
});

test('the bridge’s address signs in, pasted or forwarded', async ({ launch, clickup }) => {
  const perch = await waitingPerch(launch, { ticked: [], bridge: 'perch.example/back' });
  const answer = await answerTo(perch, clickup, [NORTHWIND]);
  expect(answer).toMatch(/^https:\/\/perch\.example\/back\?/u);
  await deliverLink(perch, PROTOCOL + new URL(answer).search);
  await expect(perch.page.getByRole('button', { name: 'Connect Ada Kessler' })).toBeVisible();
});

test('two identical links make one exchange', async ({ launch, clickup }) => {
  const perch = await waitingPerch(launch);
  const answer = await answerTo(perch, clickup, [NORTHWIND]);
  await Promise.all([deliverLink(perch, answer), deliverLink(perch, answer)]);
  await expect(perch.page.getByRole('button', { name: 'Connect Ada Kessler' })).toBeVisible();
  await deliverLink(perch, answer);
  expect(exchanges(clickup)).toBe(1);
});

test('answers that prove nothing cause no network call, and the attempt goes on', async ({
  launch,
  clickup,
}) => {
  const perch = await waitingPerch(launch);
  const { page } = perch;
  const before = clickup.requests.length;
  for (const [address, told] of [
    ['CANARY_code', 'A code alone does not prove'],
    [`${PROTOCOL}?code=CANARY_code`, 'has no state'],
    [`${PROTOCOL}?code=CANARY_code&state=wrong`, 'belongs to another sign-in'],
    ['https://evil.example/?code=CANARY_code#x', 'not the address of a sign-in'],
  ] as const) {
    await paste(perch, address);
    await expect(page.getByRole('alert')).toContainText(told);
  }
  expect(clickup.requests).toHaveLength(before);
  const answer = await answerTo(perch, clickup, [NORTHWIND]);
  await paste(perch, answer);
  await expect(page.getByRole('button', { name: 'Connect Ada Kessler' })).toBeVisible();
});

test('a link for which nothing waits is ignored and told', async ({ launch, clickup }) => {
  const perch = await launch();
  await perch.page.getByRole('heading', { name: 'Connect to ClickUp' }).waitFor();
  await deliverLink(perch, `${PROTOCOL}?code=CANARY_code&state=SAMPLE`);
  await expect(perch.page.getByRole('alert')).toContainText('no sign-in was under way');
  expect(clickup.requests).toHaveLength(0);
});

test('the next route is one click away, with a state of its own', async ({
  ports: _ports,
  launch,
  clickup,
}) => {
  const perch = await waitingPerch(launch, { ticked: [PROTOCOL, LOOPBACK] });
  const { page } = perch;
  const first = await authorizeAddressOf(perch);
  await page.getByRole('button', { name: /Use another way/u }).click();
  const second = await authorizeAddressOf(perch, first);
  expect(new URL(second).searchParams.get('redirect_uri')).toBe(LOOPBACK);
  const stale = await decideByForm(clickup, first, 'connect', [NORTHWIND]);
  await deliverLink(perch, stale);
  await expect(page.getByRole('alert')).toContainText('belongs to another sign-in');
  expect(exchanges(clickup)).toBe(0);
});

test('“Not this one” stores nothing', async ({ launch, clickup, userData }) => {
  const perch = await waitingPerch(launch);
  await deliverLink(perch, await answerTo(perch, clickup, [NORTHWIND]));
  await perch.page.getByRole('button', { name: 'Not this one' }).click();
  await expect(perch.page.getByRole('button', { name: 'Sign in with the browser' })).toBeVisible();
  const file = (await readAllFiles(userData)).find(({ path }) => path.endsWith('connections.json'));
  expect(JSON.parse(file?.text ?? '{}').document.connections).toEqual([]);
});

test('a refusal with ClickUp’s own words, and an answer with neither code nor reason', async ({
  launch,
}) => {
  const perch = await waitingPerch(launch);
  const { page } = perch;
  const alert = page.getByRole('alert');
  const stateIn = (address: string) => new URL(address).searchParams.get('state');
  const first = await authorizeAddressOf(perch);
  const said = encodeURIComponent('<b>Ada</b> declined');
  await deliverLink(
    perch,
    `${PROTOCOL}?error=access_denied&error_description=${said}&state=${stateIn(first)}`,
  );
  await expect(alert).toContainText('It says “<b>Ada</b> declined”. Nothing was stored');
  await page.getByRole('button', { name: 'Sign in again' }).click();
  const second = await authorizeAddressOf(perch, first);
  await deliverLink(perch, `${PROTOCOL}?state=${stateIn(second)}`);
  await expect(alert).toContainText('neither a code nor a reason');
  await expect(page.getByRole('button', { name: 'Sign in again' })).toBeVisible();
});

test('a port that another program holds is told before the browser opens, and another route is one click', async ({
  ports: _ports,
  launch,
}) => {
  const other = createServer();
  await new Promise<void>((listening) => other.listen(17291, '127.0.0.1', listening));
  const perch = await launch();
  const { page } = perch;
  await enterApp(page, { ticked: OAUTH_APP.redirectUris.slice(1, 3) });
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('Another program uses port 17291');
  expect(await perch.openedLinks()).toEqual([]);
  await page.getByRole('button', { name: 'Use another way: a local port' }).click();
  await expect(page.getByRole('heading', { name: 'Waiting for your browser' })).toBeVisible();
  expect(await authorizeAddressOf(perch)).toContain('23719');
  await new Promise((closed) => other.close(closed));
});

test('copying the link and opening again give the same address; cancelling stores nothing', async ({
  launch,
}) => {
  const perch = await waitingPerch(launch);
  const { page } = perch;
  const address = await authorizeAddressOf(perch);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await perch.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(address);
  await page.getByRole('button', { name: 'Open again' }).click();
  await expect.poll(perch.openedLinks).toEqual([address, address]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Sign in with the browser' })).toBeVisible();
});

const FAILURES = [
  {
    name: 'a code that was used',
    fault: { kind: 'status', status: 400, ecode: 'OAUTH_014', sentence: 'Code already used' },
    told: ['used up or too old', 'Code already used', 'OAUTH_014'],
    remedy: 'Sign in again',
  },
  {
    name: 'a client ID that ClickUp does not know',
    fault: { kind: 'status', status: 401, ecode: 'OAUTH_010', sentence: 'Client not found' },
    told: ['does not know this client ID', 'OAUTH_010'],
    remedy: 'Change details',
  },
  {
    name: 'a redirect URL that is not registered',
    fault: {
      kind: 'status',
      status: 400,
      ecode: 'OAUTH_007',
      sentence: 'Redirect URI not registered',
    },
    told: ['not registered', 'OAUTH_007'],
    remedy: 'Use another way: a local port',
  },
  {
    name: 'details that are missing',
    fault: { kind: 'status', status: 400, ecode: 'OAUTH_017', sentence: 'Missing' },
    told: ['refused the app’s details'],
    remedy: 'Change details',
  },
  {
    name: 'a server that fails',
    fault: { kind: 'html', status: 502 },
    told: ['a problem of its own', '502'],
    remedy: 'Sign in again',
  },
  {
    name: 'a page of the network in between',
    fault: { kind: 'html', status: 200 },
    told: ['not a token'],
    remedy: 'Sign in again',
  },
  {
    name: 'a network that goes away half way',
    fault: { kind: 'cutBeforeHeaders' },
    told: ['network went away'],
    remedy: 'Sign in again',
  },
] as const;

for (const { name, fault, told, remedy } of FAILURES) {
  test(`the exchange fails on ${name}: the earlier connection survives`, async ({
    launch,
    clickup,
  }) => {
    const perch = await launch();
    const { page } = perch;
    await connectAndChoose(perch);
    await page.getByRole('button', { name: 'Tokens', exact: true }).click();
    await page.getByRole('button', { name: 'Add a connection' }).click();
    await enterApp(page, { ticked: [PROTOCOL, LOOPBACK] });
    await beginSignIn(page);
    const answer = await answerTo(perch, clickup, [NORTHWIND]);
    clickup.fail({ ...fault, match: { path: '/api/v2/oauth/token' } });
    await deliverLink(perch, answer);
    for (const text of told) await expect(page.getByRole('alert')).toContainText(text);
    await expect(page.getByRole('alert')).toContainText(
      /untouched|stored|registered|details|page/u,
    );
    await expect(page.getByRole('button', { name: remedy })).toBeVisible();
    expect(exchanges(clickup)).toBe(1);
    clickup.fail(null);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(page.getByText('Connected as Ada Kessler')).toBeVisible();
  });
}

test('a wrong secret leads to the app’s details, and mending it to the account', async ({
  launch,
  clickup,
}) => {
  const perch = await waitingPerch(launch, { secret: 'CANARY_WRONG_SECRET' });
  const { page } = perch;
  const first = await authorizeAddressOf(perch);
  await deliverLink(perch, await answerTo(perch, clickup, [NORTHWIND]));
  await page.getByRole('button', { name: 'Change details' }).click();
  // Requirement O10: what is kept is never shown again.
  await expect(page.getByLabel('Client secret')).toHaveValue('');
  await page.getByLabel('Client secret').fill(OAUTH_APP.clientSecret);
  await beginSignIn(page);
  await deliverLink(perch, await answerTo(perch, clickup, [NORTHWIND], 'connect', first));
  await expect(page.getByRole('button', { name: 'Connect Ada Kessler' })).toBeVisible();
});

test('Workspaces are added and removed in place, without a question', async ({
  launch,
  clickup,
}) => {
  const perch = await waitingPerch(launch);
  const { page } = perch;
  await deliverLink(perch, await answerTo(perch, clickup, [NORTHWIND]));
  await page.getByRole('button', { name: 'Connect Ada Kessler' }).click();
  await page.getByRole('heading', { name: 'Requests' }).waitFor();
  await page.getByRole('button', { name: 'Tokens', exact: true }).click();
  await expect(page.getByText(/^1: Northwind Studio$/u)).toBeVisible();
  const before = await authorizeAddressOf(perch);
  await page.getByRole('button', { name: 'Add or remove Workspaces' }).click();
  await deliverLink(perch, await answerTo(perch, clickup, ALL_OF_ADA, 'connect', before));
  await expect(page.getByText('Connected as Ada Kessler')).toBeVisible();
  await page.getByRole('button', { name: 'Tokens', exact: true }).click();
  await expect(page.getByText(/^3: /u)).toBeVisible();
  await expect(page.getByRole('listitem', { name: 'Ada Kessler' })).toHaveCount(1);
});

test('neither code, state, secret nor token is in any answer, event, output or file', async ({
  launch,
  clickup,
  userData,
}) => {
  const perch = await waitingPerch(launch);
  const { page } = perch;
  const address = await authorizeAddressOf(perch);
  const answer = await decideByForm(clickup, address, 'connect', [NORTHWIND]);
  await deliverLink(perch, answer);
  await page.getByRole('button', { name: 'Connect Ada Kessler' }).click();
  await expect(page.getByText('Connected as Ada Kessler')).toBeVisible();
  const secrets = [
    OAUTH_APP.clientSecret,
    ...['code', 'state'].map((name) => new URL(answer).searchParams.get(name) ?? ''),
    ...clickup.issued.map(({ value }) => value),
  ];
  expect(secrets.every((secret) => secret.length > 8)).toBe(true);
  const traffic = (await perch.bridgeTraffic()).join('\n');
  await perch.quit();
  const files = await readAllFiles(userData);
  for (const secret of secrets) {
    expect(traffic).not.toContain(secret);
    expect(perch.output()).not.toContain(secret);
    expect(files.filter(({ text }) => text.includes(secret)).map(({ path }) => path)).toEqual([]);
  }
});
