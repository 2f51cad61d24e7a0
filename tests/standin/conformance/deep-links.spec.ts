import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { startDesktop, type Desktop } from '../support/deep-links.ts';
import { installSystemBrowser } from '../support/system-browser.ts';
import { electronExecutable, RECORDER, recorded, recordedAs, startElectron } from './processes.ts';
import { expect, states, test } from './support.ts';

const SCHEME = 'conformance.recorder';
const DESKTOP_FILE = 'conformance-recorder.desktop';
const SET_DEFAULT = 'docs/api/app.md#appsetasdefaultprotocolclientprotocol-path-args';
const SECOND_INSTANCE = 'docs/api/app.md#event-second-instance';

/** A link with everything a shell would stumble over. */
const AWKWARD = `${SCHEME}://open/path?a=$(id)&b=;&c='x'&d=\`id\`&e=|*`;

const onDesktop = async (body: (desktop: Desktop) => Promise<void>): Promise<void> => {
  // Up to five apps, a browser, a bus and an X server start here.
  test.setTimeout(120_000);
  const desktop = await startDesktop();
  try {
    await body(desktop);
  } finally {
    await desktop.stop();
  }
};

/** Installs the recorder, with the lock, as the app of the scheme. */
const installRecorder = (
  desktop: Desktop,
  userData: string,
  schemes: readonly string[] = [SCHEME],
): Promise<void> =>
  desktop.install({
    id: DESKTOP_FILE,
    name: 'Conformance Recorder',
    command: [
      '/usr/bin/env',
      'RECORDER_SINGLE=1',
      electronExecutable(),
      `--user-data-dir=${userData}`,
      RECORDER,
    ],
    schemes,
  });

const linksIn = (argv: unknown): readonly string[] =>
  (argv as string[]).filter((argument) => argument.startsWith(`${SCHEME}:`));

const startedWith = (userData: string): readonly string[] =>
  recordedAs(userData, 'start').flatMap(([argv]) => linksIn(argv));

const handedOver = (userData: string): readonly string[] =>
  recordedAs(userData, 'second-instance').flatMap(([argv]) => linksIn(argv));

const untilReady = (userData: string): Promise<void> =>
  expect.poll(() => recordedAs(userData, 'ready').length, { timeout: 30_000 }).toBe(1);

states(
  'app.setAsDefaultProtocolClient',
  'makes the app of the desktop name open the links of a scheme on Linux',
  SET_DEFAULT,
  async ({ userData }) =>
    onDesktop(async (desktop) => {
      await installRecorder(desktop, userData, []);
      const env = { ...desktop.env, RECORDER_SINGLE: '1', RECORDER_OPENED_BY: SCHEME };
      startElectron({ userData, env });
      await untilReady(userData);
      expect(recordedAs(userData, 'set-as-default')).toEqual([[true]]);
      desktop.open(`${SCHEME}://chosen`);
      await expect
        .poll(() => handedOver(userData), { timeout: 30_000 })
        .toEqual([`${SCHEME}://chosen`]);
    }),
);

states(
  'app.setAsDefaultProtocolClient',
  'is true, and app.isDefaultProtocolClient with it, only where the .desktop file is installed',
  SET_DEFAULT,
  async ({ launch, userData }) =>
    onDesktop(async (desktop) => {
      await installRecorder(desktop, userData, []);
      const app = await launch({ env: desktop.env });
      const answers = await app.evaluate(
        ({ app: electronApp }, { scheme, file }) => {
          const ask = (): readonly boolean[] => [
            electronApp.isDefaultProtocolClient(scheme),
            electronApp.setAsDefaultProtocolClient(scheme),
            electronApp.isDefaultProtocolClient(scheme),
          ];
          electronApp.setDesktopName('nobody-installed-this.desktop');
          const without = ask();
          electronApp.setDesktopName(file);
          return { without, with: ask() };
        },
        { scheme: SCHEME, file: DESKTOP_FILE },
      );
      expect(answers).toEqual({ without: [false, false, false], with: [false, true, true] });
    }),
);

states(
  'app.setAsDefaultProtocolClient',
  'refuses what is no scheme',
  'shell/browser/browser.cc, IsValidProtocolScheme',
  async ({ launch }) =>
    onDesktop(async (desktop) => {
      const app = await launch({ env: desktop.env });
      const answers = await app.evaluate(({ app: electronApp }) =>
        ['', '0bad', '-bad', 'bad/scheme', 'bad scheme', 'bad:scheme'].flatMap((scheme) => [
          electronApp.setAsDefaultProtocolClient(scheme),
          electronApp.isDefaultProtocolClient(scheme),
        ]),
      );
      expect(new Set(answers)).toEqual(new Set([false]));
    }),
);

states(
  'app.removeAsDefaultProtocolClient',
  'does nothing on Linux and says so',
  'shell/browser/browser_linux.cc, RemoveAsDefaultProtocolClient',
  async ({ launch, userData }) =>
    onDesktop(async (desktop) => {
      await installRecorder(desktop, userData, []);
      const app = await launch({ env: desktop.env });
      const answers = await app.evaluate(
        ({ app: electronApp }, { scheme, file }) => {
          electronApp.setDesktopName(file);
          electronApp.setAsDefaultProtocolClient(scheme);
          return [
            electronApp.removeAsDefaultProtocolClient(scheme),
            electronApp.isDefaultProtocolClient(scheme),
          ];
        },
        { scheme: SCHEME, file: DESKTOP_FILE },
      );
      expect(answers).toEqual([false, true]);
    }),
);

states(
  'app.getApplicationNameForProtocol',
  'is the name of the .desktop file, or empty without a handler',
  'docs/api/app.md#appgetapplicationnameforprotocolurl',
  async ({ launch, userData }) =>
    onDesktop(async (desktop) => {
      await installRecorder(desktop, userData);
      const app = await launch({ env: desktop.env });
      const names = await app.evaluate(
        ({ app: electronApp }, scheme) => [
          electronApp.getApplicationNameForProtocol(`${scheme}://`),
          electronApp.getApplicationNameForProtocol('nobody-opens-this://'),
        ],
        SCHEME,
      );
      expect(names).toEqual(['Conformance Recorder', '']);
    }),
);

states(
  'process.argv',
  'holds the link that started the app, as text',
  SET_DEFAULT,
  async ({ userData }) =>
    onDesktop(async (desktop) => {
      await installRecorder(desktop, userData);
      desktop.open(AWKWARD);
      await expect.poll(() => startedWith(userData), { timeout: 30_000 }).toEqual([AWKWARD]);
      await untilReady(userData);
      expect(recordedAs(userData, 'open-url')).toEqual([]);
    }),
);

states(
  'app ‘second-instance’',
  'brings the running app a link, as text',
  SECOND_INSTANCE,
  async ({ userData }) =>
    onDesktop(async (desktop) => {
      await installRecorder(desktop, userData);
      startElectron({ userData, env: { ...desktop.env, RECORDER_SINGLE: '1' } });
      await untilReady(userData);
      const { ended } = desktop.open(AWKWARD);
      expect(await ended).toBe(0);
      await expect.poll(() => handedOver(userData)).toEqual([AWKWARD]);
      expect(recordedAs(userData, 'open-url')).toEqual([]);
    }),
);

states(
  'app ‘second-instance’',
  'loses no link when five start the stopped app at once',
  SECOND_INSTANCE,
  async ({ userData }) =>
    onDesktop(async (desktop) => {
      await installRecorder(desktop, userData);
      const links = [1, 2, 3, 4, 5].map((number) => `${SCHEME}://link/${number}`);
      for (const link of links) desktop.open(link);
      const arrived = (): readonly string[] =>
        [...startedWith(userData), ...handedOver(userData)].toSorted();
      await expect.poll(arrived, { timeout: 45_000 }).toEqual(links);
      await expect.poll(() => recordedAs(userData, 'refused').length).toBe(4);
      expect(startedWith(userData)).toHaveLength(1);
    }),
);

/** A web site that sends its visitors on to the app, as an OAuth server does. */
const startSite = async (): Promise<{ server: Server; origin: string }> => {
  const server = createServer((request, response) => {
    if (request.url === '/authorize')
      response.writeHead(302, { location: `${SCHEME}://oauth/callback?code=SAMPLE&state=a.b-c` });
    else response.setHeader('content-type', 'text/html').write('<a href="/authorize">Allow</a>');
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, origin: `http://127.0.0.1:${port}` };
};

for (const state of ['running', 'stopped'] as const)
  states(
    'A redirect in the system’s browser',
    `to the scheme reaches the ${state} app`,
    SET_DEFAULT,
    async ({ userData }) => {
      const { server, origin } = await startSite();
      try {
        await onDesktop(async (desktop) => {
          await installRecorder(desktop, userData);
          const browser = await installSystemBrowser(desktop, {
            allow: [{ origin, scheme: SCHEME }],
          });
          if (state === 'running') {
            startElectron({ userData, env: { ...desktop.env, RECORDER_SINGLE: '1' } });
            await untilReady(userData);
          }
          desktop.open(`${origin}/login`);
          const page = await browser.page(`${origin}/login`);
          await page.getByRole('link', { name: 'Allow' }).click({ noWaitAfter: true });
          const arrived = state === 'running' ? handedOver : startedWith;
          await expect
            .poll(() => arrived(userData), { timeout: 30_000 })
            .toEqual([`${SCHEME}://oauth/callback?code=SAMPLE&state=a.b-c`]);
          expect(new Set(recorded(userData).map(([pid]) => pid)).size).toBe(
            state === 'running' ? 2 : 1,
          );
          await browser.disconnect();
        });
      } finally {
        server.closeAllConnections();
        server.close();
      }
    },
  );
