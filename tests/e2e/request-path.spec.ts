import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect, connectAndChoose, expect, test, TOKEN } from './support/test.ts';
import type { Page } from '@playwright/test';
import type { RequestBody } from '../../electron/contract/requests.ts';

/** A server that notes the headers and bodies of all that reach it. */
async function canaryServer() {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const parts: string[] = [
      request.method ?? '',
      request.url ?? '',
      JSON.stringify(request.headers),
    ];
    request.on('data', (chunk) => parts.push(String(chunk)));
    request.on('end', () => {
      seen.push(parts.join('\n'));
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Set-Cookie': 'canary=1; Max-Age=3600',
        'Cache-Control': 'max-age=3600',
      });
      response.end('{"user":{"id":1,"username":"Canary"},"teams":[]}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const sendFrom = (
  page: Page,
  operationId: string,
  parameters: Record<string, string> = {},
  body: RequestBody = { kind: 'none' },
) =>
  page.evaluate(
    (request) => window.perch.requests.send({ requestId: crypto.randomUUID(), ...request }),
    {
      operationId,
      parameters,
      body,
    },
  );

test('P2: no redirect carries the token to another server, of a read or of a write', async ({
  launch,
  clickup,
}) => {
  await using canary = await canaryServer();
  const perch = await launch();
  const { page } = perch;
  const redirect = (status: 301 | 302 | 303 | 307 | 308) =>
    clickup.fail({ kind: 'redirect', status, origin: canary.origin });
  const all = [301, 302, 303, 307, 308] as const;
  for (const status of all) {
    redirect(status);
    await page.getByLabel('Personal token').fill(TOKEN);
    await page.getByRole('button', { name: 'Verify and connect' }).click();
    await expect(page.getByRole('alert'), String(status)).toBeVisible();
    await page.getByLabel('Personal token').fill('');
  }
  clickup.fail(null);
  await connect(perch);
  const refused = { ok: false, error: { kind: 'badAnswer', status: 0 } };
  const body = { kind: 'json', text: '{"name":"CANARY"}' } as const;
  for (const status of all) {
    redirect(status);
    expect(await sendFrom(page, 'get-authorized-user')).toMatchObject(refused);
    const write = await sendFrom(page, 'create-checklist', { task_id: '1' }, body);
    expect(write).toMatchObject(refused);
  }
  expect(canary.seen).toEqual([]);
});

test('P3: no cookie and no cache, for reads and for writes; the partitions are in memory', async ({
  launch,
}) => {
  await using server = await canaryServer();
  const perch = await launch({ origin: server.origin });
  const { page } = perch;
  await page.getByLabel('Personal token').fill(TOKEN);
  await page.getByRole('button', { name: 'Verify and connect' }).click();
  await page.locator('button[aria-busy="true"]').waitFor({ state: 'detached' });
  const before = server.seen.length;
  expect(before).toBeGreaterThan(0);
  for (let times = 0; times < 2; times += 1) {
    expect((await sendFrom(page, 'get-authorized-user')).ok).toBe(true);
    const body = { kind: 'json', text: '{}' } as const;
    expect((await sendFrom(page, 'create-checklist', { task_id: '1' }, body)).ok).toBe(true);
  }
  expect(server.seen).toHaveLength(before + 4);
  expect(server.seen.join('\n').toLowerCase()).not.toMatch(/"cookie"|if-none-match|if-modified/u);
  const kept = await perch.app.evaluate(async ({ session }) =>
    Promise.all(
      ['perch-requests', 'perch-write-0'].map(async (name) => {
        const partition = session.fromPartition(name);
        const cookies = await partition.cookies.get({});
        return { isPersistent: partition.isPersistent(), path: partition.storagePath, cookies };
      }),
    ),
  );
  for (const partition of kept) {
    expect(partition).toEqual({ isPersistent: false, path: null, cookies: [] });
  }
});

test('P3: files and other schemes are out of the request path’s reach', async ({
  launch,
  clickup,
}) => {
  const perch = await launch();
  await connectAndChoose(perch);
  const hostile = ['file:///etc/hostname', 'app://perch/index.html', 'data:,x', '//evil.example/x'];
  for (const value of hostile) {
    const answer = await sendFrom(perch.page, 'get-task', { task_id: value });
    expect(answer.ok && answer.value.target).toBe(`/api/v2/task/${encodeURIComponent(value)}`);
  }
  // Each went to ClickUp's double and nowhere else.
  const asked = clickup.requests.filter(({ path }) => path.startsWith('/api/v2/task/'));
  expect(asked).toHaveLength(hostile.length);
});

test('requests go by the proxy that the system names', async ({ launch }) => {
  const perch = await launch();
  const [ours, systems] = await perch.app.evaluate(({ session }) => {
    const ask = (partition: Electron.Session) => partition.resolveProxy('https://api.clickup.com');
    const requests = ['perch-requests', 'perch-write-0'].map((name) => session.fromPartition(name));
    return Promise.all([Promise.all(requests.map(ask)), ask(session.defaultSession)]);
  });
  expect(ours).toEqual([systems, systems]);
});

test('a write reaches ClickUp once, though the kept connection is dead', async ({
  launch,
  clickup,
}) => {
  const perch = await launch();
  await connectAndChoose(perch);
  const body = { kind: 'json', text: '{"name":"Once"}' } as const;
  const writes = () => clickup.requests.filter(({ method }) => method === 'POST').length;
  await sendFrom(perch.page, 'create-checklist', { task_id: '1' }, body);
  expect(writes()).toBe(1);
  clickup.fail({ kind: 'cutBeforeHeaders', match: { method: 'POST' } });
  expect(await sendFrom(perch.page, 'create-checklist', { task_id: '1' }, body)).toMatchObject({
    ok: false,
    error: { kind: 'offline' },
  });
  expect(writes()).toBe(2);
});

test('a read is tried again, each attempt is in its answer, and the page is told where it stands', async ({
  launch,
  clickup,
}) => {
  const perch = await launch();
  await connectAndChoose(perch);
  clickup.fail({ kind: 'html', status: 502, times: 1 });
  const answer = await sendFrom(perch.page, 'get-authorized-user');
  expect(answer).toMatchObject({
    ok: true,
    value: {
      status: 200,
      attempts: [
        { outcome: { kind: 'answered', status: 502 } },
        { outcome: { kind: 'answered', status: 200 } },
      ],
    },
  });
  const events = (await perch.bridgeTraffic()).join('\n');
  expect(events).toContain('"kind":"sending","attempt":2');
});

test('being cut off shows at once, and so does being back', async ({ launch, clickup }) => {
  const perch = await launch();
  const { page } = perch;
  await connectAndChoose(perch);
  await expect(page.getByRole('contentinfo').getByText(/Connected as/u)).toBeVisible();
  clickup.fail({ kind: 'cutBeforeHeaders' });
  const sent = sendFrom(page, 'get-authorized-user');
  await expect(page.getByRole('contentinfo').getByText('Offline')).toBeVisible();
  clickup.fail(null);
  await sent;
  await sendFrom(page, 'get-authorized-user');
  await expect(page.getByRole('contentinfo').getByText(/Connected as/u)).toBeVisible();
});
